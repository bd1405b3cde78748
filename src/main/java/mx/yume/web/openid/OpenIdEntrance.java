package mx.yume.web.openid;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.team.Workplaces;
import mx.yume.business.team.Workplaces.Workplace;
import mx.yume.identity.MagicLinks;
import mx.yume.platform.YumeConfig;
import mx.yume.web.signin.Notices;
import mx.yume.web.signin.OpenIdConfig;
import mx.yume.web.signin.Page;
import mx.yume.web.signin.SessionCookies;

/**
 * In by an account elsewhere. Whoever the provider answers for is shown one button for each business where that e-mail or phone works;
 * the button is the same as a link's, and works once within ten minutes.
 */
@Path("/entrar/cuenta")
@Produces(MediaType.TEXT_HTML)
public class OpenIdEntrance {

    static final String COOKIE = "__Host-yume_entrada";
    static final String PLAIN_COOKIE = "yume_entrada";

    private static final Logger LOG = Logger.getLogger(OpenIdEntrance.class);

    /** @param token of a link, used up by the button */
    @TemplateData
    public record Door(String business, String token) {}

    @CheckedTemplate(basePath = "entrar")
    static class Templates {

        private Templates() {}

        static native TemplateInstance businesses(List<Door> doors);
    }

    private final Provider provider;
    private final OpenIdConfig config;
    private final Workplaces workplaces;
    private final MagicLinks links;
    private final YumeConfig yume;
    /** Of the bean, never static: it would be the one of the machine that builds a native image. */
    private final SecureRandom random = new SecureRandom();

    OpenIdEntrance(Provider provider, OpenIdConfig config, Workplaces workplaces, MagicLinks links, YumeConfig yume) {
        this.provider = provider;
        this.config = config;
        this.workplaces = workplaces;
        this.links = links;
        this.yume = yume;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> begin() {
        if (!config.on()) {
            return Uni.createFrom().item(Notices.notThere());
        }
        var attempt = Attempt.next(random);
        return provider.begin(attempt)
                .map(address -> ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER)
                        .header("Location", address.toString()).header("Cache-Control", "no-store")
                        .cookie(cookie(attempt.written(), Math.toIntExact(MagicLinks.GOOD_FOR.toSeconds()))).build())
                .onFailure().recoverWithItem(this::away);
    }

    /** @param state must be that of the try which this browser began: anybody may send anybody here with a code of their own */
    @GET
    @Path("/regreso")
    public Uni<RestResponse<TemplateInstance>> back(@RestQuery Optional<String> code, @RestQuery Optional<String> state,
            @CookieParam(COOKIE) @Nullable String safe, @CookieParam(PLAIN_COOKIE) @Nullable String plain) {
        if (!config.on()) {
            return Uni.createFrom().item(Notices.notThere());
        }
        var attempt = Optional.ofNullable(https() ? safe : plain).flatMap(Attempt::parse)
                .filter(it -> state.filter(it::isOf).isPresent());
        return attempt.flatMap(it -> code.map(given -> provider.redeem(it, given).chain(this::known)
                .onFailure().recoverWithItem(this::away)))
                .orElseGet(() -> Uni.createFrom().item(Notices.notEntered(config.name())))
                .map(page -> ResponseBuilder.fromResponse(page).cookie(cookie("", 0)).build());
    }

    private Uni<RestResponse<TemplateInstance>> known(Optional<Claimed> claimed) {
        return claimed.isEmpty() ? Uni.createFrom().item(Notices.notEntered(config.name()))
                : workplaces.of(claimed.get().email(), claimed.get().phone())
                        .chain(found -> Multi.createFrom().iterable(found)
                                .onItem().transformToUniAndConcatenate(this::door).collect().asList())
                        .map(doors -> doors.isEmpty() ? Notices.notKnown(config.name())
                                : Page.of(Status.OK, Templates.businesses(doors)));
    }

    private Uni<Door> door(Workplace workplace) {
        return links.issue(workplace.organization(), workplace.member().value())
                .map(link -> new Door(workplace.business(), link.token()));
    }

    /** The provider did not answer, or not what it should: who wants to come in can still ask for a link. */
    private RestResponse<TemplateInstance> away(Throwable failure) {
        LOG.warnf("The OpenID provider could not be asked: %s", failure.getClass().getSimpleName());
        return Notices.notEntered(config.name());
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(https() ? COOKIE : PLAIN_COOKIE).value(value).path("/").maxAge(seconds).httpOnly(true)
                .sameSite(SameSite.LAX).secure(https()).build();
    }

    private boolean https() {
        return SessionCookies.safe(yume.publicUrl());
    }
}
