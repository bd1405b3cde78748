package mx.yume.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.TemplateInstance;
import mx.yume.web.signin.Notices;
import mx.yume.web.signin.Page;

/** How pages of the dashboard are answered. */
public final class Answers {

    /** Own scripts and styles, own requests; nothing inline, nothing from elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private Answers() {}

    public static RestResponse<TemplateInstance> shown(TemplateInstance page) {
        return Page.of(Status.OK, page, POLICY);
    }

    /** The same form again, with what was typed and why it cannot be so. */
    public static RestResponse<TemplateInstance> refused(TemplateInstance page) {
        return Page.of(Status.BAD_REQUEST, page, POLICY);
    }

    /** Somebody else was faster: what is there now is shown. */
    public static RestResponse<TemplateInstance> changed(TemplateInstance page) {
        return Page.of(Status.CONFLICT, page, POLICY);
    }

    /** Not there: for this business, whatever it may be for another. */
    public static RestResponse<TemplateInstance> missing() {
        return Notices.notThere();
    }

    /** Looking again is not sending again: after a form the browser asks for a page. */
    public static RestResponse<TemplateInstance> back(String path, Done done) {
        return ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER)
                .header("Location", path + (path.contains("?") ? "&" : "?") + "hecho=" + done.word())
                .header("Cache-Control", "no-store").build();
    }

    /** A value as a part of an address's query. */
    public static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
