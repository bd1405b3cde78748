package mx.yume.web.conversations;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** What is done in a conversation. */
public class ChatForm extends Sending {

    @RestForm("texto")
    @Nullable
    public String text;
    /** Of one message, so that it goes out once. */
    @RestForm("vez")
    @Nullable
    public String once;
    /** The message that failed. */
    @RestForm("mensaje")
    @Nullable
    public String message;
}
