package mx.yume.web.online;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import mx.yume.identity.CodeOutcome;
import mx.yume.identity.PhoneCode;
import mx.yume.identity.PhoneCodes;
import mx.yume.notifications.online.OnlineBookings;
import mx.yume.notifications.online.OnlineOutcome;
import mx.yume.platform.Money;
import mx.yume.platform.YumeConfig;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.board.BookingForms;
import mx.yume.scheduling.online.OnlineOrder;
import mx.yume.scheduling.online.OnlineOrders;
import mx.yume.web.online.OnlineViews.Code;
import mx.yume.web.online.OnlineViews.Ready;
import mx.yume.web.online.OnlineViews.Top;
import mx.yume.web.online.OnlineViews.Visit;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Phones;
import mx.yume.web.publicsite.Shops.Shop;
import mx.yume.web.signin.Caller;
import mx.yume.web.signin.Page;

/** An order on its way: the code, another time where the first is gone, and at the end what was booked. */
@Path("/s/{slug}/pedido/{pedido}")
@Produces(MediaType.TEXT_HTML)
public class OrderPage {

    @CheckedTemplate(basePath = "cita")
    static class Templates {

        private Templates() {}

        static native TemplateInstance code(Top top, Code code);

        static native TemplateInstance ready(Top top, Visit visit, Ready ready);

        static native TemplateInstance booked(Top top, Visit visit, boolean cancelled);
    }

    /** An order of this shop, and the code that was asked for with it. */
    private record Here(Shop shop, OnlineOrder order, PhoneCode code) {

        String path() {
            return path(order.id());
        }

        String path(UUID id) {
            return "/s/" + shop.business().slug() + "/pedido/" + id;
        }

        /** Of what was chosen some may be gone since. */
        Chosen chosen() {
            return Chosen.of(shop, order.wish().services().stream().map(id -> id.value().toString()).toList(),
                    order.wish().staff().map(id -> id.value().toString()).orElse(""),
                    order.wish().location().value().toString());
        }
    }

    private final Doorway doorway;
    private final OnlineOrders orders;
    private final OnlineBookings bookings;
    private final BookingForms forms;
    private final PhoneCodes codes;
    private final Agenda agenda;
    private final YumeConfig config;
    private final Caller caller;

    OrderPage(Doorway doorway, OnlineOrders orders, OnlineBookings bookings, BookingForms forms, PhoneCodes codes,
            Agenda agenda, YumeConfig config, Caller caller) {
        this.doorway = doorway;
        this.orders = orders;
        this.bookings = bookings;
        this.forms = forms;
        this.codes = codes;
        this.agenda = agenda;
        this.config = config;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> order(@PathParam("slug") String slug, @PathParam("pedido") String id) {
        return doorway.see(slug, shop -> found(shop, id, (here, booked) -> booked.map(it -> booked(here, it))
                .orElseGet(() -> standing(here))));
    }

    /** The code: it books what was ordered, once. */
    @POST
    public Uni<RestResponse<TemplateInstance>> confirm(@BeanParam OrderForm form) {
        return doorway.act(form, form.slug, shop -> found(shop, form.order, (here, booked) -> {
            var filled = Typed.code(form.code);
            if (booked.isPresent()) {
                return Uni.createFrom().item(Doorway.go(here.path()));
            }
            return filled.good() ? bookings.confirm(shop.business(), here.order(), Typed.digits(filled))
                    .chain(outcome -> answered(here, filled, outcome))
                    : Uni.createFrom().item(Page.of(Status.BAD_REQUEST, code(here, filled)));
        }));
    }

    /** Another time, for whoever typed the code before. */
    @POST
    @Path("/hora")
    public Uni<RestResponse<TemplateInstance>> instead(@BeanParam OrderForm form) {
        return doorway.act(form, form.slug, shop -> found(shop, form.order, (here, booked) -> {
            var start = Typed.start(form.start);
            if (booked.isPresent() || start.isEmpty()) {
                return Uni.createFrom().item(Doorway.go(here.path()));
            }
            var other = here.order().at(start.get(), Typed.price(form.price).orElse(here.order().price()));
            return bookings.instead(shop.business(), other)
                    .chain(outcome -> answered(new Here(shop, other, here.code()), Filled.empty(), outcome));
        }));
    }

    /** One more code, for the same. */
    @POST
    @Path("/otro")
    public Uni<RestResponse<TemplateInstance>> again(@BeanParam OrderForm form, @Context HttpServerRequest request) {
        return doorway.act(form, form.slug, shop -> found(shop, form.order, (here, booked) -> {
            if (booked.isPresent()) {
                return Uni.createFrom().item(Doorway.go(here.path()));
            }
            var next = here.order().again(Typed.derived(here.order().id(), "otro"));
            return bookings.ask(shop.business(), next, here.code().phone(), caller.of(request))
                    .replaceWith(() -> Doorway.go(here.path(next.id())));
        }));
    }

    private Uni<RestResponse<TemplateInstance>> found(Shop shop, String id,
            BiFunction<Here, Optional<AppointmentId>, Uni<RestResponse<TemplateInstance>>> then) {
        var key = Ids.parse(id);
        if (key.isEmpty()) {
            return Uni.createFrom().item(Doorway.gone(shop));
        }
        var organization = shop.business().id();
        return orders.find(organization, key.get()).chain(order -> codes.find(organization, key.get())
                .chain(code -> order.isEmpty() || code.isEmpty() ? Uni.createFrom().item(Doorway.gone(shop))
                        : forms.booked(shop.business(), key.get())
                                .chain(booked -> then.apply(new Here(shop, order.get(), code.get()), booked))));
    }

    private Uni<RestResponse<TemplateInstance>> answered(Here here, Filled filled, OnlineOutcome outcome) {
        return switch (outcome) {
            case OnlineOutcome.Booked _ -> Uni.createFrom().item(Doorway.go(here.path()));
            case OnlineOutcome.NotProven(var why) -> codes.find(here.shop().business().id(), here.order().id())
                    .map(now -> Page.of(Status.BAD_REQUEST, code(new Here(here.shop(), here.order(),
                            now.orElse(here.code())), with(filled, why))));
            case OnlineOutcome.NotFree(Refusal.OtherPrice(var price)) ->
                proven(here, Status.CONFLICT, Optional.of(new Refusal.OtherPrice(price)));
            case OnlineOutcome.NotFree(var why) -> Uni.createFrom().item(others(here, Status.CONFLICT, why));
        };
    }

    /** Next to the code, where one was typed. */
    private static Filled with(Filled filled, CodeOutcome why) {
        return switch (why) {
            case CodeOutcome.Proven _ -> filled;
            case CodeOutcome.Wrong wrong -> filled.value(Typed.CODE).isEmpty() ? filled
                    : filled.with(Typed.CODE, wrong.sentence());
            case CodeOutcome.Spent spent -> filled.with(Filled.WHOLE, spent.sentence());
            case CodeOutcome.Expired expired -> filled.with(Filled.WHOLE, expired.sentence());
            case CodeOutcome.Unknown unknown -> filled.with(Filled.WHOLE, unknown.sentence());
        };
    }

    private Uni<RestResponse<TemplateInstance>> standing(Here here) {
        return codes.standing(here.shop().business().id(), here.order().id()).chain(outcome -> switch (outcome) {
            case CodeOutcome.Proven _ -> proven(here, Status.OK, Optional.empty());
            case CodeOutcome.Wrong _ -> Uni.createFrom().item(Page.of(Status.OK, code(here, Filled.empty())));
            case CodeOutcome.Spent _,CodeOutcome.Expired _,CodeOutcome.Unknown _ ->
                Uni.createFrom().item(Page.of(Status.OK, code(here, with(Filled.empty(), outcome))));
        });
    }

    /** The phone is theirs: one tap is missing, or another time. */
    private Uni<RestResponse<TemplateInstance>> proven(Here here, Status status, Optional<Refusal> why) {
        var business = here.shop().business();
        return agenda.preview(business, here.order().look(business)).map(preview -> switch (preview) {
            case Preview.Possible possible -> Page.of(status, Templates.ready(top(here),
                    Drawing.visit(business, here.chosen().place().name(), possible),
                    new Ready(why.map(Refusal::sentence).orElse(""), here.path() + "/hora",
                            Long.toString(here.order().start().getEpochSecond()),
                            Long.toString(possible.price().centavos()))));
            case Preview.Impossible(var now) -> others(here, status, why.orElse(now));
        });
    }

    private static RestResponse<TemplateInstance> others(Here here, Status status, Refusal why) {
        Money price = here.order().price();
        return Page.of(status, Doorway.others(top(here), Drawing.others(here.chosen(), why, here.path() + "/hora", price)));
    }

    private Uni<RestResponse<TemplateInstance>> booked(Here here, AppointmentId id) {
        var business = here.shop().business();
        return agenda.appointment(business, id).map(found -> found.map(appointment -> Page.of(Status.OK,
                Templates.booked(Drawing.top(here.shop(), ""), Drawing.visit(business, appointment),
                        appointment.status() == AppointmentStatus.CANCELLED)))
                .orElseGet(() -> Doorway.gone(here.shop())));
    }

    private TemplateInstance code(Here here, Filled filled) {
        var order = here.order();
        var open = here.code().triesLeft() > 0 && filled.problem().isEmpty();
        return Templates.code(top(here), new Code(Drawing.visit(here.chosen(), order.start(), order.price()),
                Phones.shown(here.code().phone()), filled, open, here.path(), simulator(here)));
    }

    private String simulator(Here here) {
        var number = here.shop().chat().map(address -> address.replaceAll(".*\\D", "")).orElse("");
        return config.simulator() ? "/simulador?de=%s&para=%s".formatted(here.code().phone().e164().substring(1), number) : "";
    }

    private static Top top(Here here) {
        return Drawing.top(here.shop(), "");
    }
}
