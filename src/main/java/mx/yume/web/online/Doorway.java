package mx.yume.web.online;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.platform.YumeConfig;
import mx.yume.web.online.OnlineViews.Others;
import mx.yume.web.online.OnlineViews.Top;
import mx.yume.web.publicsite.PublicPage;
import mx.yume.web.publicsite.Shops;
import mx.yume.web.publicsite.Shops.Shop;
import mx.yume.web.signin.Page;

/** Who gets to the pages of a shop: anybody, where it can be booked without the chat, with forms of ours. */
@ApplicationScoped
class Doorway {

    @CheckedTemplate(basePath = "cita")
    static class Templates {

        private Templates() {}

        static native TemplateInstance notice(String title, String text, String link, String label);

        static native TemplateInstance others(Top top, Others others);
    }

    private final Shops shops;
    private final YumeConfig config;

    Doorway(Shops shops, YumeConfig config) {
        this.shops = shops;
        this.config = config;
    }

    /** 404 where there is no such business, or nothing to be booked by oneself. */
    Uni<RestResponse<TemplateInstance>> see(String slug, Function<Shop, Uni<RestResponse<TemplateInstance>>> page) {
        return shops.open(slug).chain(found -> found.filter(Shop::online).map(page)
                .orElseGet(() -> Uni.createFrom().item(PublicPage.missing())));
    }

    /** 403 besides, for a form from elsewhere. */
    Uni<RestResponse<TemplateInstance>> act(Sender sender, String slug,
            Function<Shop, Uni<RestResponse<TemplateInstance>>> page) {
        return see(slug, shop -> sender.isOurs(config.publicUrl()) ? page.apply(shop)
                : Uni.createFrom().item(fromElsewhere(shop)));
    }

    private static RestResponse<TemplateInstance> fromElsewhere(Shop shop) {
        return Page.of(Status.FORBIDDEN, Templates.notice("No se pudo enviar",
                "Abre esta página directamente, sin otra de por medio.", "/s/" + shop.business().slug() + "/cita",
                "Empezar de nuevo"));
    }

    /** It was never here, or is older than a day. */
    static RestResponse<TemplateInstance> gone(Shop shop) {
        return Page.of(Status.NOT_FOUND, Templates.notice("Esto ya no está aquí",
                "Lo que pediste se guarda un día. Si ya agendaste, tu cita sigue en pie.",
                "/s/" + shop.business().slug() + "/cita", "Agendar otra cita"));
    }

    /** Instead of a time that cannot be had. */
    static TemplateInstance others(Top top, Others others) {
        return Templates.others(top, others);
    }

    static RestResponse<TemplateInstance> go(String path) {
        return ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER).header("Location", path)
                .header("Cache-Control", "no-store").build();
    }
}
