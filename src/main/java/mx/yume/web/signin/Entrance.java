package mx.yume.web.signin;

import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import mx.yume.identity.MagicLinks;
import mx.yume.identity.Sessions;
import mx.yume.identity.Token;
import mx.yume.notifications.SignInLinks;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/**
 * In by a link, out by a button. Opening a link uses nothing up, since chats and mail scanners open links to look at them: what
 * signs in is the button on the page. Whoever comes without one asks for it with their phone, and is told the same whoever they are.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Entrance {

    static final String PATH = "/entrar";

    /** As long as a phone may be written, and then some. */
    private static final int MOST_TYPED = 40;
    private static final String NO_PHONE = "Escribe tu número a 10 dígitos, por ejemplo 55 1234 5678.";

    @CheckedTemplate(basePath = "entrar")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(String token, String to);

        static native TemplateInstance phone(String typed, String error, String account);

        static native TemplateInstance sent(String from, String simulator);
    }

    private final MagicLinks links;
    private final Sessions sessions;
    private final SignInLinks asked;
    private final YumeConfig config;
    private final OpenIdConfig openId;
    private final Caller caller;

    Entrance(MagicLinks links, Sessions sessions, SignInLinks asked, YumeConfig config, OpenIdConfig openId, Caller caller) {
        this.links = links;
        this.sessions = sessions;
        this.asked = asked;
        this.config = config;
        this.openId = openId;
        this.caller = caller;
    }

    @GET
    @Path(PATH)
    public RestResponse<TemplateInstance> page(@RestQuery Optional<String> t) {
        return t.isPresent() ? page(t, Destination.BOARD) : Page.of(Status.OK, Templates.phone("", "", account()));
    }

    /** The page with the button, for whoever wants to go elsewhere than to the board. */
    public static RestResponse<TemplateInstance> page(Optional<String> t, Destination to) {
        return t.flatMap(Token::parse).map(token -> Page.of(Status.OK, Templates.page(token.written(), to.word())))
                .orElseGet(Notices::incomplete);
    }

    /** What this browser was signed in with before is closed: a session is never gone on with under another token. */
    @POST
    @Path(PATH)
    public Uni<RestResponse<TemplateInstance>> enter(@FormParam("t") @Nullable String t,
            @FormParam("a") @Nullable String to, @BeanParam SessionCookies before,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Host") @Nullable String host, @HeaderParam("User-Agent") @Nullable String agent) {
        if (!SameOrigin.allows(config.publicUrl(), origin, host)) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        return Optional.ofNullable(t).flatMap(Token::parse)
                .map(token -> links.use(token, Device.describe(agent))
                        .call(session -> session.isPresent() ? revoke(before) : Uni.createFrom().voidItem())
                        .map(session -> session.map(opened -> welcome(opened, Destination.of(to)))
                                .orElseGet(Notices::spent)))
                .orElseGet(() -> Uni.createFrom().item(Notices.incomplete()));
    }

    /** Asks for a link. The answer says nothing of whose phone it is, nor of whether it was asked for too often. */
    @POST
    @Path(PATH + "/telefono")
    public Uni<RestResponse<TemplateInstance>> ask(@FormParam("telefono") @Nullable String typed,
            @HeaderParam("Origin") @Nullable String origin, @HeaderParam("Host") @Nullable String host,
            @Context HttpServerRequest request) {
        if (!SameOrigin.allows(config.publicUrl(), origin, host)) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        var written = Optional.ofNullable(typed).orElse("");
        return PhoneNumber.parse(written)
                .map(phone -> asked.ask(phone, caller.of(request)).replaceWith(() -> sent(phone)))
                .orElseGet(() -> Uni.createFrom().item(Page.of(Status.BAD_REQUEST, Templates.phone(
                        written.substring(0, Math.min(written.length(), MOST_TYPED)), NO_PHONE, account()))));
    }

    /** By which else somebody may come in; empty for none. */
    private String account() {
        return openId.on() ? openId.name() : "";
    }

    private RestResponse<TemplateInstance> sent(PhoneNumber phone) {
        var from = config.centralNumber().e164();
        return Page.of(Status.OK, Templates.sent(from, config.simulator()
                ? "/simulador?de=%s&para=%s".formatted(phone.e164().substring(1), from.substring(1))
                : ""));
    }

    @POST
    @Path("/salir")
    public Uni<RestResponse<TemplateInstance>> leave(@BeanParam SessionCookies cookies,
            @HeaderParam("Origin") @Nullable String origin, @HeaderParam("Host") @Nullable String host) {
        if (!SameOrigin.allows(config.publicUrl(), origin, host)) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        return revoke(cookies).map(revoked -> out(config));
    }

    /** The browser forgets it: nobody should have it any more. */
    private Uni<Void> revoke(SessionCookies cookies) {
        return cookies.token(config.publicUrl()).map(sessions::revoke).orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The page of somebody who is signed in no more; their browser forgets the cookie. */
    public static RestResponse<TemplateInstance> out(YumeConfig config) {
        return ResponseBuilder.fromResponse(Notices.out()).cookie(SessionCookies.of(config.publicUrl(), "", 0)).build();
    }

    /** The address is relative: behind a proxy the request's own scheme and host are not what people see. */
    private RestResponse<TemplateInstance> welcome(Token session, Destination to) {
        return ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER).header("Location", to.path())
                .header("Cache-Control", "no-store")
                .cookie(SessionCookies.of(config.publicUrl(), session.written(),
                        Math.toIntExact(Sessions.GOOD_FOR.toSeconds())))
                .build();
    }
}
