package mx.yume.web.services;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Inventory;
import mx.yume.business.Listed;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.menu.Menu;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.scheduling.calendar.Deactivating;
import mx.yume.web.leaving.LeavingForm;
import mx.yume.web.leaving.LeavingPage;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;
import mx.yume.web.page.Sending;
import mx.yume.web.services.ServiceViews.Editing;

/** The menu: what is sold, how long it takes, what it costs, in which order. */
@Path(Services.PATH)
@Produces(MediaType.TEXT_HTML)
public class Services {

    static final String PATH = "/tablero/servicios";

    @CheckedTemplate(basePath = "servicios")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, ServiceViews.Menu menu);

        static native TemplateInstance edit(Frame frame, Editing editing);
    }

    private final Gate gate;
    private final Businesses businesses;
    private final Menu menu;
    private final Deactivating deactivating;

    Services(Gate gate, Businesses businesses, Menu menu, Deactivating deactivating) {
        this.gate = gate;
        this.businesses = businesses;
        this.menu = menu;
        this.deactivating = deactivating;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .map(inventory -> Answers.shown(Templates.list(here.frame(Section.SERVICES), ServiceViews.menu(inventory)))));
    }

    @GET
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .map(inventory -> Answers.shown(edit(here, new Editing("", "Servicio nuevo", 0, Filled.empty(), false,
                        ServiceViews.kinds(inventory))))));
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> one(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .map(inventory -> find(inventory, id).map(found -> Answers.shown(edit(here, editing(found, inventory))))
                        .orElseGet(Answers::missing)));
    }

    @POST
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> add(@BeanParam ServiceForm form) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var filled = ServiceFields.read(form);
            return filled.good()
                    ? menu.add(here.organization(), ServiceFields.draft(filled), form.longer != null)
                            .chain(outcome -> came(here, "", 0, filled, outcome, Done.ADDED))
                    : again(here, "", 0, filled, false);
        });
    }

    @POST
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam ServiceForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var seen = version(form.version);
            var filled = ServiceFields.read(form);
            return !filled.good() ? again(here, id, seen, filled, false)
                    : service(id).map(service -> menu.change(here.organization(), service, seen, ServiceFields.draft(filled),
                            form.longer != null).chain(outcome -> came(here, id, seen, filled, outcome, Done.SAVED)))
                            .orElseGet(() -> Uni.createFrom().item(Answers.missing()));
        });
    }

    /** One place up or down: the order in which customers see them. */
    @POST
    @Path("/{id}/orden")
    public Uni<RestResponse<TemplateInstance>> move(@BeanParam Sending form, @RestPath String id,
            @RestForm("hacia") @Nullable String where) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .chain(inventory -> find(inventory, id).map(found -> found.what().id()).map(service -> menu.reorder(here.organization(),
                        moved(inventory, service, "arriba".equals(where) ? -1 : 1)).map(outcome -> switch (outcome) {
                            case MenuOutcome.Ordered _ -> Answers.back(PATH, Done.ORDERED);
                            // It changed meanwhile: whoever ordered sees how it is now.
                            default -> Answers.back(PATH, Done.ALREADY);
                        })).orElseGet(() -> Uni.createFrom().item(Answers.missing()))));
    }

    @POST
    @Path("/{id}/quitar")
    public Uni<RestResponse<TemplateInstance>> remove(@BeanParam LeavingForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> service(id)
                .map(service -> deactivating.service(service, form.request(here)).map(outcome -> LeavingPage.answer(here,
                        Section.SERVICES, PATH + "/" + id + "/quitar", PATH, form, outcome)))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    @POST
    @Path("/{id}/regresar")
    public Uni<RestResponse<TemplateInstance>> bringBack(@BeanParam ServiceForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> service(id)
                .map(service -> menu.reactivate(here.organization(), service, version(form.version))
                        .chain(outcome -> outcome instanceof MenuOutcome.Refusal why ? shown(here, id, why)
                                : Uni.createFrom().item(Answers.back(PATH, Done.BACK))))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    private Uni<RestResponse<TemplateInstance>> came(Here here, String id, int seen, Filled filled, MenuOutcome outcome,
            Done done) {
        return switch (outcome) {
            case MenuOutcome.NotFound _ -> Uni.createFrom().item(Answers.missing());
            case MenuOutcome.Changed why -> shown(here, id, why);
            case MenuOutcome.LongerThanAnyDay why -> again(here, id, seen, ServiceFields.refused(filled, why), true);
            case MenuOutcome.Refusal why -> again(here, id, seen, ServiceFields.refused(filled, why), false);
            default -> Uni.createFrom().item(Answers.back(PATH, done));
        };
    }

    private Uni<RestResponse<TemplateInstance>> again(Here here, String id, int seen, Filled filled, boolean longer) {
        return businesses.inventory(here.organization()).map(inventory -> Answers.refused(edit(here, new Editing(id,
                id.isEmpty() ? "Servicio nuevo" : "Servicio", seen, filled, longer, ServiceViews.kinds(inventory)))));
    }

    /** As it is now, and why what was asked for was not done. */
    private Uni<RestResponse<TemplateInstance>> shown(Here here, String id, MenuOutcome.Refusal why) {
        return businesses.inventory(here.organization()).map(inventory -> find(inventory, id).map(found -> {
            var now = editing(found, inventory);
            return Answers.changed(edit(here, new Editing(now.id(), now.title(), now.version(),
                    ServiceFields.refused(now.form(), why), false, now.kinds())));
        }).orElseGet(Answers::missing));
    }

    private static TemplateInstance edit(Here here, Editing editing) {
        return Templates.edit(here.frame(Section.SERVICES), editing);
    }

    private static Editing editing(Listed<Service> found, Inventory inventory) {
        return new Editing(found.what().id().value().toString(), found.what().name(), found.version(),
                ServiceFields.of(found.what()), false, ServiceViews.kinds(inventory));
    }

    private static List<ServiceId> moved(Inventory inventory, ServiceId service, int by) {
        var order = new ArrayList<>(inventory.services().stream().filter(Listed::active).map(one -> one.what().id()).toList());
        int from = order.indexOf(service);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
        }
        return order;
    }

    private static Optional<Listed<Service>> find(Inventory inventory, String id) {
        return service(id).flatMap(service -> inventory.services().stream()
                .filter(one -> one.what().id().equals(service)).findFirst());
    }

    private static Optional<ServiceId> service(String id) {
        return Ids.parse(id).map(ServiceId::new);
    }

    private static int version(@Nullable String typed) {
        return Numbers.whole(typed == null ? "" : typed).orElse(-1);
    }
}
