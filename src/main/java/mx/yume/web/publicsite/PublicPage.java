package mx.yume.web.publicsite;

import java.time.Clock;
import java.time.Duration;

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
import mx.yume.platform.YumeConfig;
import mx.yume.web.publicsite.Shops.Shop;

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

    private final Shops shops;
    private final YumeConfig config;
    private final Clock clock;

    PublicPage(Shops shops, YumeConfig config, Clock clock) {
        this.shops = shops;
        this.config = config;
        this.clock = clock;
    }

    /** 404 for a business that is not there or is suspended. */
    @GET
    public Uni<RestResponse<TemplateInstance>> page(@RestPath String slug) {
        return shops.open(slug).map(found -> found.map(this::shown).orElseGet(PublicPage::missing));
    }

    private RestResponse<TemplateInstance> shown(Shop shop) {
        return answer(Status.OK, "public, max-age=" + KEPT.toSeconds(), Templates.page(view(shop)));
    }

    private PublicView view(Shop shop) {
        var business = shop.business();
        var chat = shop.chat();
        var path = "/s/" + business.slug();
        var address = config.publicUrl() + path;
        return new PublicView(business.publicName(), path, address, chat.isPresent() ? address + "/qr.png" : "",
                chat.orElse(""), shop.online() ? path + "/cita" : "",
                PublicWords.about(business), PublicWords.menu(business), PublicWords.places(business, clock.instant()));
    }

    /** There is no such business, or it is suspended. */
    public static RestResponse<TemplateInstance> missing() {
        return answer(Status.NOT_FOUND, "no-store", Templates.missing());
    }

    private static RestResponse<TemplateInstance> answer(Status status, String kept, TemplateInstance page) {
        return ResponseBuilder.create(status, page).header("Cache-Control", kept).header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "strict-origin-when-cross-origin").header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
