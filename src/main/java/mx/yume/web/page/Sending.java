package mx.yume.web.page;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a browser sends along with a form: besides, where the form was, and the token that only a page of ours could hold. */
public class Sending extends Asking {

    @HeaderParam("Origin")
    @Nullable
    public String origin;

    @HeaderParam("Host")
    @Nullable
    public String host;

    @HeaderParam("Sec-Fetch-Site")
    @Nullable
    public String site;

    @RestForm(Csrf.FIELD)
    @Nullable
    public String csrf;
}
