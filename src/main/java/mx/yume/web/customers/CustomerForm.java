package mx.yume.web.customers;

import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** Any of the forms of a customer's page, as it was typed. */
public class CustomerForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("nota")
    @Nullable
    public String note;
    @RestForm("texto")
    @Nullable
    public String text;
    /** The version of the name or the note that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
    /** Of one message, so that it goes out once. */
    @RestForm("vez")
    @Nullable
    public String once;

    Map<String, String> typed() {
        return Map.of("nombre", typed(name), "nota", typed(note), "texto", typed(text));
    }

    static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
