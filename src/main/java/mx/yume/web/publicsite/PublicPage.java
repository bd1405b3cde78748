package mx.yume.web.publicsite;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.numbers.ChatLinks;
import mx.yume.business.profile.Profiles;
import mx.yume.platform.YumeConfig;

/** What anybody may see of a business: what it offers, when it is open, where it is, and how to book. Nobody is followed by it. */
@Path("/s/{slug}")
@Produces(MediaType.TEXT_HTML)
public class PublicPage {

    @CheckedTemplate(basePath = "publica")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(PublicView view);

        static native TemplateInstance missing();
    }

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'none'";

    private final Profiles profiles;
    private final Businesses businesses;
    private final ChatLinks links;
    private final YumeConfig config;
    private final Clock clock;

    PublicPage(Profiles profiles, Businesses businesses, ChatLinks links, YumeConfig config, Clock clock) {
        this.profiles = profiles;
        this.businesses = businesses;
        this.links = links;
        this.config = config;
        this.clock = clock;
    }

    /** 404 for a business that is not there or is suspended. */
    @GET
    public Uni<RestResponse<TemplateInstance>> page(@RestPath String slug) {
        return profiles.open(slug)
                .chain(found -> found.map(businesses::load).orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(found -> found.map(this::shown).orElseGet(PublicPage::missing));
    }

    private Uni<RestResponse<TemplateInstance>> shown(Business business) {
        return links.of(business.slug()).map(chat -> answer(Status.OK, "public, max-age=" + KEPT.toSeconds(),
                Templates.page(view(business, chat))));
    }

    private PublicView view(Business business, Optional<String> chat) {
        var path = "/s/" + business.slug();
        var address = config.publicUrl() + path;
        return new PublicView(business.publicName(), path, address, chat.isPresent() ? address + "/qr.png" : "",
                chat.orElse(""),
                PublicWords.about(business), PublicWords.menu(business), PublicWords.places(business, clock.instant()));
    }

    private static Uni<RestResponse<TemplateInstance>> missing() {
        return Uni.createFrom().item(answer(Status.NOT_FOUND, "no-store", Templates.missing()));
    }

    private static RestResponse<TemplateInstance> answer(Status status, String kept, TemplateInstance page) {
        return ResponseBuilder.create(status, page).header("Cache-Control", kept).header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "strict-origin-when-cross-origin").header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
