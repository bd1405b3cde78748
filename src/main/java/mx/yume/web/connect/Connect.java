package mx.yume.web.connect;

import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.signup.Grant;
import mx.yume.business.numbers.signup.Signups;
import mx.yume.platform.YumeConfig;
import mx.yume.web.signin.Destination;
import mx.yume.web.signin.Entrance;
import mx.yume.web.signin.Notices;
import mx.yume.web.signin.Page;
import mx.yume.web.signin.SafeHeaders;
import mx.yume.web.signin.SameOrigin;
import mx.yume.web.signin.SessionCookies;
import mx.yume.web.signin.Visitor;
import mx.yume.web.signin.Visitors;

/**
 * Where an owner connects the number that the business already has, and sees how that goes. The page opens Meta's sign-up by Meta's
 * script; what that gives the browser comes back as a form of this page.
 */
@Path("/conectar")
@Produces(MediaType.TEXT_HTML)
public class Connect {

    @CheckedTemplate(basePath = "conectar")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(ConnectView view);
    }

    /** Meta's script, what it asks, and the frame it opens; all else as on every page. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' "
            + "https://connect.facebook.net; connect-src https://*.facebook.com https://*.facebook.net; "
            + "frame-src https://*.facebook.com; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final Visitors visitors;
    private final Signups signups;
    private final BusinessNumbers numbers;
    private final YumeConfig config;

    Connect(Visitors visitors, Signups signups, BusinessNumbers numbers, YumeConfig config) {
        this.visitors = visitors;
        this.signups = signups;
        this.numbers = numbers;
        this.config = config;
    }

    /** With a link's token, the page that lets in; without, how it stands. */
    @GET
    public Uni<RestResponse<TemplateInstance>> page(@RestQuery Optional<String> t,
            @BeanParam SessionCookies cookies) {
        return t.isPresent() ? Uni.createFrom().item(Entrance.page(t, Destination.CONNECT)) : asOwner(cookies, this::shown);
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> begin(@FormParam("codigo") @Nullable String code,
            @FormParam("cuenta") @Nullable String account, @FormParam("numero") @Nullable String address,
            @BeanParam SessionCookies cookies, @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Host") @Nullable String host) {
        if (!SameOrigin.allows(config.publicUrl(), origin, host)) {
            return Uni.createFrom().item(Notices.fromElsewhere());
        }
        return asOwner(cookies, visitor -> Grant.of(code, account, address).filter(grant -> signups.launch().isPresent())
                .map(grant -> signups.begin(visitor.business().id(), visitor.member().id(), grant).map(begun -> back()))
                .orElseGet(() -> Uni.createFrom().item(incomplete(visitor))));
    }

    private Uni<RestResponse<TemplateInstance>> asOwner(SessionCookies cookies,
            Function<Visitor, Uni<RestResponse<TemplateInstance>>> work) {
        return visitors.of(cookies)
                .chain(found -> found.map(visitor -> visitor.member().permission().may(Capability.CHANGE_SETUP)
                        ? work.apply(visitor)
                        : Uni.createFrom().item(Notices.ownersOnly()))
                        .orElseGet(() -> Uni.createFrom().item(Notices.signInFirst())));
    }

    private Uni<RestResponse<TemplateInstance>> shown(Visitor visitor) {
        var business = visitor.business();
        return Uni.combine().all().unis(signups.status(business.id()), numbers.of(business.id()))
                .with((status, number) -> Page.of(Status.OK,
                        Templates.page(ConnectWords.view(business.publicName(), number, status,
                                signups.launch(), business.location().zone())),
                        POLICY))
                .map(Connect::withMetasWindow);
    }

    /** Meta's sign-up is a window that tells its page what came of it. */
    private static RestResponse<TemplateInstance> withMetasWindow(RestResponse<TemplateInstance> page) {
        return ResponseBuilder.fromResponse(page).header(SafeHeaders.OPENER_POLICY, "same-origin-allow-popups").build();
    }

    /** Looking again is not sending again. */
    private static RestResponse<TemplateInstance> back() {
        return ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER).header("Location", Destination.CONNECT.path())
                .header("Cache-Control", "no-store").build();
    }

    private static RestResponse<TemplateInstance> incomplete(Visitor visitor) {
        return Page.of(Status.BAD_REQUEST, Templates.page(ConnectWords.incomplete(visitor.business().publicName())), POLICY);
    }
}
