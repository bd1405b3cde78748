package mx.yume.web.spots;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
import mx.yume.business.LocationId;
import mx.yume.business.SpotId;
import mx.yume.business.premises.PremisesOutcome;
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
import mx.yume.web.page.Order;
import mx.yume.web.page.Section;
import mx.yume.web.page.Sending;
import mx.yume.web.spots.SpotViews.Editing;

/** Where people sit while they are attended, and what is given where. */
@Path(Spots.PATH)
@Produces(MediaType.TEXT_HTML)
public class Spots {

    static final String PATH = "/tablero/lugares";

    @CheckedTemplate(basePath = "lugares")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, SpotViews.Listing listing);

        static native TemplateInstance edit(Frame frame, Editing editing);
    }

    private final Gate gate;
    private final Businesses businesses;
    private final mx.yume.business.premises.Spots spots;
    private final Deactivating deactivating;

    Spots(Gate gate, Businesses businesses, mx.yume.business.premises.Spots spots, Deactivating deactivating) {
        this.gate = gate;
        this.businesses = businesses;
        this.spots = spots;
        this.deactivating = deactivating;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> listed(here, "", Answers::shown));
    }

    @GET
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> fresh(here,
                Filled.of(Map.of("donde", here.location().id().value().toString())), Answers::shown));
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> one(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> found(here, id, Function.identity(), Answers::shown));
    }

    @POST
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> add(@BeanParam SpotForm form) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var filled = form.typed();
            var place = Ids.parse(filled.value("donde")).map(LocationId::new).orElse(here.location().id());
            return spots.add(here.organization(), place, filled.value("nombre"), filled.value("tipo"))
                    .chain(outcome -> outcome instanceof PremisesOutcome.Refusal why
                            ? fresh(here, refused(filled, why), Answers::refused)
                            : now(Answers.back(PATH, Done.ADDED)));
        });
    }

    @POST
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam SpotForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> spot(id, spot -> {
            var filled = form.typed();
            int seen = Numbers.version(form.version);
            return spots.change(here.organization(), spot, seen, filled.value("nombre"), filled.value("tipo"))
                    .chain(outcome -> switch (outcome) {
                        case PremisesOutcome.UnknownSpot _ -> now(Answers.missing());
                        case PremisesOutcome.Changed why -> found(here, id,
                                there -> there.filled(refused(there.form(), why), there.version()), Answers::changed);
                        case PremisesOutcome.Refusal why -> found(here, id,
                                there -> there.filled(refused(filled, why), seen), Answers::refused);
                        case PremisesOutcome.SpotDone _,PremisesOutcome.LocationDone _,PremisesOutcome.Ordered _ ->
                            now(Answers.back(PATH, Done.SAVED));
                    });
        }));
    }

    /** One place up or down: the first that is free is taken. */
    @POST
    @Path("/{id}/orden")
    public Uni<RestResponse<TemplateInstance>> move(@BeanParam Sending form, @RestPath String id,
            @RestForm("hacia") @Nullable String where) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .chain(inventory -> SpotViews.find(inventory, id)
                        .map(found -> spots
                                .reorder(here.organization(), Order.moved(inUse(inventory), found.what().id(), where))
                                .map(outcome -> Answers.back(PATH,
                                        outcome instanceof PremisesOutcome.Ordered ? Done.ORDERED : Done.ALREADY)))
                        .orElseGet(() -> now(Answers.missing()))));
    }

    @POST
    @Path("/{id}/quitar")
    public Uni<RestResponse<TemplateInstance>> remove(@BeanParam LeavingForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> spot(id, spot -> deactivating.spot(spot, form.request(here))
                .map(outcome -> LeavingPage.answer(here, Section.SPOTS, PATH + "/" + id + "/quitar", PATH, form, outcome))));
    }

    @POST
    @Path("/{id}/regresar")
    public Uni<RestResponse<TemplateInstance>> bringBack(@BeanParam SpotForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> spot(id, spot -> spots
                .reactivate(here.organization(), spot, Numbers.version(form.version)).chain(outcome -> switch (outcome) {
                    case PremisesOutcome.UnknownSpot _ -> now(Answers.missing());
                    case PremisesOutcome.Refusal why -> listed(here, why.sentence(), Answers::changed);
                    case PremisesOutcome.SpotDone _,PremisesOutcome.LocationDone _,PremisesOutcome.Ordered _ ->
                        now(Answers.back(PATH, Done.BACK));
                })));
    }

    private static Filled refused(Filled filled, PremisesOutcome.Refusal why) {
        var field = why instanceof PremisesOutcome.BadName || why instanceof PremisesOutcome.NameTaken ? "nombre"
                : why instanceof PremisesOutcome.BadKind ? "tipo" : Filled.WHOLE;
        return filled.with(field, why.sentence());
    }

    private Uni<RestResponse<TemplateInstance>> listed(Here here, String problem,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).map(inventory -> answer.apply(
                Templates.list(here.frame(Section.SPOTS), SpotViews.listing(inventory, problem))));
    }

    private Uni<RestResponse<TemplateInstance>> fresh(Here here, Filled form,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).map(inventory -> answer.apply(
                Templates.edit(here.frame(Section.SPOTS), SpotViews.fresh(inventory, form))));
    }

    private Uni<RestResponse<TemplateInstance>> found(Here here, String id, Function<Editing, Editing> how,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).map(inventory -> SpotViews.find(inventory, id)
                .map(found -> answer.apply(Templates.edit(here.frame(Section.SPOTS),
                        how.apply(SpotViews.editing(found, inventory)))))
                .orElseGet(Answers::missing));
    }

    private static List<SpotId> inUse(Inventory inventory) {
        return inventory.spots().stream().filter(Listed::active).map(one -> one.what().id()).toList();
    }

    private static Uni<RestResponse<TemplateInstance>> spot(String id,
            Function<SpotId, Uni<RestResponse<TemplateInstance>>> work) {
        return SpotViews.spot(id).map(work).orElseGet(() -> now(Answers.missing()));
    }

    private static Uni<RestResponse<TemplateInstance>> now(RestResponse<TemplateInstance> answer) {
        return Uni.createFrom().item(answer);
    }
}
