package mx.yume.web.signin;

import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.identity.MagicLinks;
import mx.yume.identity.Sessions;
import mx.yume.identity.Token;
import mx.yume.platform.YumeConfig;

/**
 * In by a link, out by a button. Opening a link uses nothing up, since chats and mail scanners open links to look at them: what
 * signs in is the button on the page.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Entrance {

    @CheckedTemplate(basePath = "entrar")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(String token, String to);
    }

    private final MagicLinks links;
    private final Sessions sessions;
    private final YumeConfig config;

    Entrance(MagicLinks links, Sessions sessions, YumeConfig config) {
        this.links = links;
        this.sessions = sessions;
        this.config = config;
    }

    @GET
    @Path("/entrar")
    public RestResponse<TemplateInstance> page(@RestQuery Optional<String> t) {
        return page(t, Destination.BOARD);
    }

    /** The page with the button, for whoever wants to go elsewhere than to the board. */
    public static RestResponse<TemplateInstance> page(Optional<String> t, Destination to) {
        return t.flatMap(Token::parse).map(token -> Page.of(Status.OK, Templates.page(token.written(), to.word())))
                .orElseGet(Notices::incomplete);
    }

    @POST
    @Path("/entrar")
    public Uni<RestResponse<TemplateInstance>> enter(@FormParam("t") @Nullable String t,
            @FormParam("a") @Nullable String to, @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Host") @Nullable String host) {
        if (!SameOrigin.allows(config.publicUrl(), origin, host)) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        return Optional.ofNullable(t).flatMap(Token::parse)
                .map(token -> links.use(token).map(session -> session.map(opened -> welcome(opened, Destination.of(to)))
                        .orElseGet(Notices::spent)))
                .orElseGet(() -> Uni.createFrom().item(Notices.incomplete()));
    }

    @POST
    @Path("/salir")
    public Uni<RestResponse<TemplateInstance>> leave(@CookieParam(Visitors.COOKIE) @Nullable String cookie,
            @HeaderParam("Origin") @Nullable String origin, @HeaderParam("Host") @Nullable String host) {
        if (!SameOrigin.allows(config.publicUrl(), origin, host)) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        return Optional.ofNullable(cookie).flatMap(Token::parse).map(sessions::revoke)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .map(revoked -> ResponseBuilder.fromResponse(Notices.out()).cookie(cookie("", 0)).build());
    }

    /** The address is relative: behind a proxy the request's own scheme and host are not what people see. */
    private RestResponse<TemplateInstance> welcome(Token session, Destination to) {
        return ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER).header("Location", to.path())
                .header("Cache-Control", "no-store")
                .cookie(cookie(session.written(), Math.toIntExact(Sessions.GOOD_FOR.toSeconds()))).build();
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(Visitors.COOKIE).value(value).path("/").maxAge(seconds).httpOnly(true)
                .sameSite(SameSite.LAX).secure("https".equals(config.publicUrl().getScheme())).build();
    }
}
