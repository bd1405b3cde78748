package mx.yume.web.premises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import mx.yume.business.premises.LocationDraft;
import mx.yume.business.premises.Locations;
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
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Order;
import mx.yume.web.page.Section;
import mx.yume.web.page.Sending;
import mx.yume.web.premises.PremisesViews.Editing;

/** The locations: where they are, and how one books there. */
@Path(Premises.PATH)
@Produces(MediaType.TEXT_HTML)
public class Premises {

    static final String PATH = "/tablero/sucursales";

    @CheckedTemplate(basePath = "sucursales")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, PremisesViews.Listing listing, Filled said);

        static native TemplateInstance edit(Frame frame, Editing editing);
    }

    private final Gate gate;
    private final Businesses businesses;
    private final Locations locations;
    private final Deactivating deactivating;
    private final Clock clock;

    Premises(Gate gate, Businesses businesses, Locations locations, Deactivating deactivating, Clock clock) {
        this.gate = gate;
        this.businesses = businesses;
        this.locations = locations;
        this.deactivating = deactivating;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> listed(here, Filled.empty(), Answers::shown));
    }

    @GET
    @Path("/nueva")
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> Uni.createFrom().item(Answers.shown(fresh(here,
                LocationFields.of(LocationDraft.of("", ""), here.location().zone().getId())))));
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> one(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> found(here, id, Function.identity(), Answers::shown));
    }

    @POST
    @Path("/nueva")
    public Uni<RestResponse<TemplateInstance>> add(@BeanParam LocationForm form) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var filled = LocationFields.read(form);
            return filled.good()
                    ? locations.add(here.organization(), LocationFields.draft(filled), filled.value("zona"))
                            .map(outcome -> added(here, filled, outcome))
                    : Uni.createFrom().item(Answers.refused(fresh(here, filled)));
        });
    }

    /** It is closed all week as yet: its hours are next. */
    private static RestResponse<TemplateInstance> added(Here here, Filled filled, PremisesOutcome outcome) {
        return switch (outcome) {
            case PremisesOutcome.Refusal why -> Answers.refused(fresh(here, LocationFields.refused(filled, why)));
            case PremisesOutcome.LocationDone(var location, _) ->
                Answers.back(PATH + "/" + location.value() + "/horario", Done.ADDED);
            case PremisesOutcome.SpotDone _,PremisesOutcome.Ordered _ -> Answers.back(PATH, Done.ADDED);
        };
    }

    @POST
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam LocationForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var filled = LocationFields.read(form);
            int seen = Numbers.version(form.version);
            return filled.good()
                    ? location(id, location -> locations
                            .change(here.organization(), location, seen, LocationFields.draft(filled))
                            .chain(outcome -> changed(here, id, seen, filled, outcome)))
                    : again(here, id, seen, filled);
        });
    }

    private Uni<RestResponse<TemplateInstance>> changed(Here here, String id, int seen, Filled filled,
            PremisesOutcome outcome) {
        return switch (outcome) {
            case PremisesOutcome.UnknownLocation _ -> Uni.createFrom().item(Answers.missing());
            case PremisesOutcome.Changed why -> found(here, id,
                    now -> now.filled(LocationFields.refused(now.form(), why)), Answers::changed);
            case PremisesOutcome.Refusal why -> again(here, id, seen, LocationFields.refused(filled, why));
            case PremisesOutcome.LocationDone _,PremisesOutcome.SpotDone _,PremisesOutcome.Ordered _ ->
                Uni.createFrom().item(Answers.back(PATH + "/" + id, Done.SAVED));
        };
    }

    /** One place up or down: the first is the main one. */
    @POST
    @Path("/{id}/orden")
    public Uni<RestResponse<TemplateInstance>> move(@BeanParam Sending form, @RestPath String id,
            @RestForm("hacia") @Nullable String where) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .chain(inventory -> PremisesViews.find(inventory, id)
                        .map(found -> locations.reorder(here.organization(), Order.moved(inUse(inventory), found.what().id(),
                                where)).map(
                                        outcome -> Answers.back(PATH,
                                                outcome instanceof PremisesOutcome.Ordered ? Done.ORDERED : Done.ALREADY)))
                        .orElseGet(() -> Uni.createFrom().item(Answers.missing()))));
    }

    @POST
    @Path("/{id}/quitar")
    public Uni<RestResponse<TemplateInstance>> remove(@BeanParam LeavingForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> location(id, location -> deactivating
                .location(location, form.request(here)).map(outcome -> LeavingPage.answer(here, Section.PREMISES,
                        PATH + "/" + id + "/quitar", PATH, form, outcome))));
    }

    @POST
    @Path("/{id}/regresar")
    public Uni<RestResponse<TemplateInstance>> bringBack(@BeanParam LocationForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> location(id, location -> locations
                .reactivate(here.organization(), location, Numbers.version(form.version)).chain(outcome -> switch (outcome) {
                    case PremisesOutcome.UnknownLocation _ -> Uni.createFrom().item(Answers.missing());
                    case PremisesOutcome.Refusal why ->
                        listed(here, Filled.empty().with(Filled.WHOLE, why.sentence()), Answers::changed);
                    case PremisesOutcome.LocationDone _,PremisesOutcome.SpotDone _,PremisesOutcome.Ordered _ ->
                        Uni.createFrom().item(Answers.back(PATH, Done.BACK));
                })));
    }

    private Uni<RestResponse<TemplateInstance>> listed(Here here, Filled said,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).map(inventory -> answer.apply(Templates
                .list(here.frame(Section.PREMISES), PremisesViews.listing(inventory), said)));
    }

    private Uni<RestResponse<TemplateInstance>> again(Here here, String id, int seen, Filled filled) {
        return found(here, id, now -> now.filled(filled).seen(seen), Answers::refused);
    }

    private Uni<RestResponse<TemplateInstance>> found(Here here, String id, Function<Editing, Editing> how,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).map(inventory -> PremisesViews.find(inventory, id)
                .map(found -> answer.apply(Templates.edit(here.frame(Section.PREMISES),
                        how.apply(PremisesViews.editing(found, inventory,
                                LocalDate.ofInstant(clock.instant(), found.what().zone()))))))
                .orElseGet(Answers::missing));
    }

    private static TemplateInstance fresh(Here here, Filled filled) {
        return Templates.edit(here.frame(Section.PREMISES), PremisesViews.fresh(here.location(), filled));
    }

    private static List<LocationId> inUse(Inventory inventory) {
        return inventory.locations().stream().filter(Listed::active).map(one -> one.what().id()).toList();
    }

    private static Uni<RestResponse<TemplateInstance>> location(String id,
            Function<LocationId, Uni<RestResponse<TemplateInstance>>> work) {
        return PremisesViews.location(id).map(work).orElseGet(() -> Uni.createFrom().item(Answers.missing()));
    }
}
