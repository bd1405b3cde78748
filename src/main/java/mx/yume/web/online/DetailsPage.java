package mx.yume.web.online;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import mx.yume.notifications.online.OnlineBookings;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.online.OnlineOrder;
import mx.yume.web.online.OnlineViews.Details;
import mx.yume.web.online.OnlineViews.Top;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;
import mx.yume.web.signin.Caller;
import mx.yume.web.signin.Page;

/** Who comes. Asking for a code says nothing of whose phone it is, nor of whether it was asked for too often. */
@Path("/s/{slug}/cita/datos")
@Produces(MediaType.TEXT_HTML)
public class DetailsPage {

    @CheckedTemplate(basePath = "cita")
    static class Templates {

        private Templates() {}

        static native TemplateInstance details(Top top, Details details);
    }

    private final Doorway doorway;
    private final Agenda agenda;
    private final OnlineBookings bookings;
    private final Caller caller;

    DetailsPage(Doorway doorway, Agenda agenda, OnlineBookings bookings, Caller caller) {
        this.doorway = doorway;
        this.agenda = agenda;
        this.bookings = bookings;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> details(@BeanParam Choosing asked) {
        return doorway.see(asked.slug, shop -> {
            var chosen = Chosen.of(shop, asked.services, asked.staff.orElse(""), asked.place.orElse(""));
            return at(chosen, asked.start.orElse(""), (_, possible) -> Uni.createFrom()
                    .item(Page.of(Status.OK, page(chosen, Filled.empty(), possible, UUID.randomUUID()))));
        });
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> ask(@BeanParam DetailsForm form, @Context HttpServerRequest request) {
        return doorway.act(form, form.slug, shop -> {
            var chosen = Chosen.of(shop, form.services, Typed.text(form.staff), Typed.text(form.place));
            return at(chosen, Typed.text(form.start),
                    (start, possible) -> ask(chosen, form, start, possible, caller.of(request)));
        });
    }

    private Uni<RestResponse<TemplateInstance>> ask(Chosen chosen, DetailsForm form, Instant start, Preview.Possible possible,
            String address) {
        var key = Ids.parse(form.key).orElseGet(UUID::randomUUID);
        var filled = Typed.details(form);
        if (Typed.price(form.price).filter(possible.price()::equals).isEmpty()) {
            filled = filled.with(Filled.WHOLE, new Refusal.OtherPrice(possible.price()).sentence());
        }
        var phone = PhoneNumber.parse(filled.value(Typed.PHONE));
        if (!filled.good() || phone.isEmpty()) {
            return Uni.createFrom().item(Page.of(Status.BAD_REQUEST, page(chosen, filled, possible, key)));
        }
        var id = Typed.derived(key, String.join("\n", chosen.query(), start.toString(), filled.value(Typed.NAME),
                phone.get().e164()));
        var order = new OnlineOrder.Draft(id, filled.value(Typed.NAME), chosen.wish(), start, possible.price());
        return bookings.ask(chosen.shop().business(), order, phone.get(), address)
                .replaceWith(() -> Doorway.go(chosen.home() + "/pedido/" + id));
    }

    /** What is done with a start that can be had. */
    @FunctionalInterface
    private interface Having {
        Uni<RestResponse<TemplateInstance>> of(Instant start, Preview.Possible possible);
    }

    private Uni<RestResponse<TemplateInstance>> at(Chosen chosen, String typed, Having having) {
        if (!chosen.good()) {
            return Uni.createFrom().item(Page.of(Status.BAD_REQUEST, Choices.what(chosen)));
        }
        Optional<Instant> start = Typed.start(typed);
        if (start.isEmpty()) {
            return Uni.createFrom().item(Doorway.go(chosen.home() + "/cita/horas?" + chosen.query()));
        }
        var business = chosen.shop().business();
        return agenda.preview(business, chosen.wish().look(business, start.get())).chain(preview -> switch (preview) {
            case Preview.Possible possible -> having.of(start.get(), possible);
            case Preview.Impossible(var why) -> Uni.createFrom().item(Page.of(Status.CONFLICT,
                    Doorway.others(Drawing.top(chosen.shop(), chosen.home() + "/cita/horas?" + chosen.query()),
                            Drawing.others(chosen, why))));
        });
    }

    private static TemplateInstance page(Chosen chosen, Filled filled, Preview.Possible possible, UUID key) {
        var day = possible.parts().getFirst().start().toLocalDate();
        return Templates.details(
                Drawing.top(chosen.shop(), chosen.home() + "/cita/horas?" + chosen.query() + "&fecha=" + day),
                Drawing.details(chosen, filled, possible, key));
    }
}
