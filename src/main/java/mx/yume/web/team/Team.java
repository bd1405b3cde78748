package mx.yume.web.team;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.Hiring;
import mx.yume.business.team.Inviting;
import mx.yume.business.team.TeamOutcome;
import mx.yume.conversation.Origin;
import mx.yume.platform.Witness;
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
import mx.yume.web.signin.Notices;
import mx.yume.web.team.TeamViews.Person;

/** Who works here. Administrators bring people in and see them off; what anybody may, gives and works is the owner's to say. */
@Path(Team.PATH)
@Produces(MediaType.TEXT_HTML)
public class Team {

    static final String PATH = "/tablero/equipo";

    @CheckedTemplate(basePath = "equipo")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, TeamViews.Listing listing);

        static native TemplateInstance fresh(Frame frame, TeamViews.Newcomer newcomer);

        static native TemplateInstance person(Frame frame, Person person);
    }

    private final Gate gate;
    private final Businesses businesses;
    private final mx.yume.business.team.Team team;
    private final Hiring hiring;
    private final Inviting inviting;
    private final Deactivating deactivating;

    Team(Gate gate, Businesses businesses, mx.yume.business.team.Team team, Hiring hiring, Inviting inviting,
            Deactivating deactivating) {
        this.gate = gate;
        this.businesses = businesses;
        this.team = team;
        this.hiring = hiring;
        this.inviting = inviting;
        this.deactivating = deactivating;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking) {
        return gate.see(asking, Capability.MANAGE_STAFF, here -> listed(here, "", Answers::shown));
    }

    @GET
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam Asking asking) {
        return gate.see(asking, Capability.MANAGE_STAFF, here -> businesses.inventory(here.organization())
                .map(inventory -> Answers.shown(Templates.fresh(here.frame(Section.TEAM),
                        TeamViews.newcomer(here, inventory, Filled.empty(), inventory.services().stream()
                                .map(one -> one.what().id().value().toString()).collect(Collectors.toSet()))))));
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> one(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.MANAGE_STAFF, here -> found(here, id, Function.identity(), Answers::shown));
    }

    @POST
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> add(@BeanParam MemberForm form) {
        return gate.act(form, Capability.MANAGE_STAFF, here -> {
            var filled = MemberFields.read(form);
            var permission = MemberFields.permission(filled).orElse(Permission.STAFF);
            if (!here.member().permission().mayBringIn(permission)) {
                return now(Notices.notAllowed());
            }
            return filled.good() ? hiring.hire(here.organization(), MemberFields.draft(filled, permission, Optional.empty()),
                    Optional.of(form.given()), Origin.REAL.sql(), Witness.none())
                    .chain(outcome -> hired(here, form, filled, outcome)) : again(here, form, filled);
        });
    }

    private Uni<RestResponse<TemplateInstance>> hired(Here here, MemberForm form, Filled filled, TeamOutcome outcome) {
        return switch (outcome) {
            case TeamOutcome.Refusal why -> again(here, form, MemberFields.refused(filled, why));
            case TeamOutcome.Done(var staff, _) -> now(Answers.back(PATH + "/" + staff.value(), Done.ADDED));
            case TeamOutcome.Ordered _ -> now(Answers.back(PATH, Done.ADDED));
        };
    }

    private Uni<RestResponse<TemplateInstance>> again(Here here, MemberForm form, Filled filled) {
        return businesses.inventory(here.organization()).map(inventory -> Answers.refused(Templates
                .fresh(here.frame(Section.TEAM), TeamViews.newcomer(here, inventory, filled, new HashSet<>(form.services)))));
    }

    @POST
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam MemberForm form, @RestPath String id) {
        return gate.act(form, Capability.MANAGE_STAFF, here -> member(here, id, (inventory, found) -> {
            var member = found.what();
            if (!TeamViews.edits(here, member)) {
                return now(Notices.notAllowed());
            }
            var filled = MemberFields.read(form);
            int seen = Numbers.version(form.version);
            return filled.good() ? edit(here, member, seen, filled)
                    : now(Answers.refused(page(here, inventory, found, Set.of(), filled, seen)));
        }));
    }

    /** What only the owner may say stays as it is when somebody else edits. */
    private Uni<RestResponse<TemplateInstance>> edit(Here here, StaffMember member, int seen, Filled filled) {
        var setup = TeamViews.orders(here);
        var permission = !setup || member.permission() == Permission.OWNER ? member.permission()
                : MemberFields.permission(filled).orElse(member.permission());
        var spot = setup ? MemberFields.spot(filled) : member.defaultSpot();
        var id = member.id().value().toString();
        return team.edit(here.organization(), member.id(), seen, MemberFields.draft(filled, permission, spot))
                .chain(outcome -> switch (outcome) {
                    case TeamOutcome.NotFound _ -> now(Answers.missing());
                    case TeamOutcome.Changed why -> found(here, id,
                            there -> there.filled(MemberFields.refused(there.form(), why), there.version()), Answers::changed);
                    case TeamOutcome.Refusal why -> found(here, id,
                            there -> there.filled(MemberFields.refused(filled, why), seen), Answers::refused);
                    case TeamOutcome.Done _,TeamOutcome.Ordered _ -> now(Answers.back(PATH + "/" + id, Done.SAVED));
                });
    }

    /** One place up or down: the order in which customers see them. */
    @POST
    @Path("/{id}/orden")
    public Uni<RestResponse<TemplateInstance>> move(@BeanParam Sending form, @RestPath String id,
            @RestForm("hacia") @Nullable String where) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> member(here, id,
                (inventory, found) -> team.reorder(here.organization(), Order.moved(inUse(inventory), found.what().id(), where))
                        .map(outcome -> Answers.back(PATH,
                                outcome instanceof TeamOutcome.Ordered ? Done.ORDERED : Done.ALREADY))));
    }

    @POST
    @Path("/{id}/invitar")
    public Uni<RestResponse<TemplateInstance>> invite(@BeanParam Sending form, @RestPath String id) {
        return gate.act(form, Capability.MANAGE_STAFF, here -> member(here, id, (_, found) -> inviting
                .inviteAgain(here.organization(), found.what().id(), Origin.REAL.sql())
                .map(awaited -> Answers.back(PATH, awaited ? Done.INVITED : Done.ALREADY))));
    }

    @POST
    @Path("/{id}/quitar")
    public Uni<RestResponse<TemplateInstance>> remove(@BeanParam LeavingForm form, @RestPath String id) {
        return gate.act(form, Capability.MANAGE_STAFF, here -> member(here, id, (_, found) -> deactivating
                .staffMember(found.what().id(), form.request(here)).map(outcome -> LeavingPage.answer(here, Section.TEAM,
                        PATH + "/" + id + "/quitar", PATH, form, outcome))));
    }

    /** Whoever comes back may what they did before. */
    @POST
    @Path("/{id}/regresar")
    public Uni<RestResponse<TemplateInstance>> bringBack(@BeanParam MemberForm form, @RestPath String id) {
        return gate.act(form, Capability.MANAGE_STAFF, here -> businesses.inventory(here.organization())
                .chain(inventory -> TeamViews.any(inventory, id).map(found -> !here.member().permission()
                        .mayBringIn(found.what().permission()) ? now(Notices.notAllowed())
                                : team.reactivate(here.organization(), found.what().id(), Numbers.version(form.version))
                                        .chain(outcome -> outcome instanceof TeamOutcome.Refusal why
                                                ? listed(here, why.sentence(), Answers::changed)
                                                : now(Answers.back(PATH, Done.BACK))))
                        .orElseGet(() -> now(Answers.missing()))));
    }

    private Uni<RestResponse<TemplateInstance>> listed(Here here, String problem,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).chain(inventory -> inviting.awaited(here.organization())
                .map(awaited -> answer.apply(Templates.list(here.frame(Section.TEAM),
                        TeamViews.listing(here, inventory, Set.copyOf(awaited), problem)))));
    }

    private Uni<RestResponse<TemplateInstance>> found(Here here, String id, Function<Person, Person> how,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return member(here, id, (inventory, found) -> inviting.awaited(here.organization())
                .map(awaited -> answer.apply(Templates.person(here.frame(Section.TEAM), how.apply(TeamViews.person(here,
                        inventory, found, Set.copyOf(awaited), MemberFields.of(found.what())))))));
    }

    private static TemplateInstance page(Here here, Inventory inventory, Listed<StaffMember> found, Set<StaffId> awaited,
            Filled filled, int seen) {
        return Templates.person(here.frame(Section.TEAM),
                TeamViews.person(here, inventory, found, awaited, filled).filled(filled, seen));
    }

    private Uni<RestResponse<TemplateInstance>> member(Here here, String id,
            BiFunction<Inventory, Listed<StaffMember>, Uni<RestResponse<TemplateInstance>>> work) {
        return businesses.inventory(here.organization()).chain(inventory -> TeamViews.find(inventory, id)
                .map(found -> work.apply(inventory, found)).orElseGet(() -> now(Answers.missing())));
    }

    private static List<StaffId> inUse(Inventory inventory) {
        return inventory.staff().stream().filter(Listed::active).map(one -> one.what().id()).toList();
    }

    private static Uni<RestResponse<TemplateInstance>> now(RestResponse<TemplateInstance> answer) {
        return Uni.createFrom().item(answer);
    }
}
