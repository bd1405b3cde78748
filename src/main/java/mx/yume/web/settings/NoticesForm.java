package mx.yume.web.settings;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** How notices are sent, as it was typed. */
public class NoticesForm extends Sending {

    @RestForm("hora")
    @Nullable
    public String dailyAt;
    @RestForm("segundo")
    @Nullable
    public String second;
    /** How they were as the form was shown. */
    @RestForm("vistos")
    @Nullable
    public String seen;
}
