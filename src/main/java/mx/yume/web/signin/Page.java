package mx.yume.web.signin;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.TemplateInstance;

/** A page as it is sent: kept by nobody, framed by nobody, and nothing from elsewhere is loaded or run by it. */
public final class Page {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self'";

    private Page() {}

    public static RestResponse<TemplateInstance> of(Status status, TemplateInstance content) {
        return of(status, content, POLICY);
    }

    /** @param policy what is loaded and run, for a page that needs more than its own style */
    public static RestResponse<TemplateInstance> of(Status status, TemplateInstance content, String policy) {
        // "same-origin" and not "no-referrer": with the latter browsers send "Origin: null" along with our own forms (Fetch
        // standard, "append a request Origin header"), which SameOrigin could not tell from somebody else's. The address, which
        // may hold a link's token, leaves for other sites with neither.
        return ResponseBuilder.create(status, content).header("Cache-Control", "no-store")
                .header("Content-Security-Policy", policy).header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff").build();
    }
}
