package mx.yume.web.settings;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** The name of the business as it was typed. */
public class NameForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
}
