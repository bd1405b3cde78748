package mx.yume.assistant.staff.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Listed;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.Team;
import mx.yume.business.team.TeamOutcome;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** change_staff_permission. An owner keeps theirs, and nobody becomes one by chat. */
@ApplicationScoped
class ChangeStaffPermission implements StaffTool<ChangeStaffPermission.Change> {

    static final String NAME = "change_staff_permission";

    /** @param version of the staff member as it was shown */
    @RegisterForReflection
    record Change(Optional<StaffId> staff, Optional<Permission> permission, Optional<Integer> version) implements Order {

        static final Change NOTHING = new Change(Optional.empty(), Optional.empty(), Optional.empty());

        Change of(StaffId who) {
            return staff.filter(who::equals).isPresent() ? this : new Change(Optional.of(who), permission, Optional.empty());
        }

        Change to(Permission wanted) {
            return new Change(staff, Optional.of(wanted), version);
        }

        Change seen(int now) {
            return new Change(staff, permission, Optional.of(now));
        }
    }

    private final Businesses businesses;
    private final Team team;
    private final StaffWords people;
    private final PeopleTexts texts;

    ChangeStaffPermission(Businesses businesses, Team team, StaffWords people, PeopleTexts texts) {
        this.businesses = businesses;
        this.team = team;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Cambia lo que puede hacer alguien del equipo. El sistema enseña el cambio y pide el sí",
                Sheet.required("staff", "Quién, por su nombre"),
                Sheet.required("permission", "admin (administra), staff (atiende) o viewer (solo ve la agenda)"));
    }

    @Override
    public Class<Change> type() {
        return Change.class;
    }

    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.CHANGE_PERMISSION);
    }

    @Override
    public Change read(StaffAsking asking, Written written) {
        var who = people.one(asking, written.text("staff").orElseThrow(() -> new Unclear("Falta el argumento staff.")));
        return new Change(Optional.of(who.id()), written.text("permission").map(ChangeStaffPermission::permission),
                Optional.empty());
    }

    static Permission permission(String said) {
        return Stream.of(Permission.ADMIN, Permission.STAFF, Permission.VIEWER)
                .filter(permission -> permission.name().toLowerCase(Locale.ROOT).equals(said.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Unclear("El argumento permission va como admin, staff o viewer."));
    }

    @Override
    public Uni<Proposal<Change>> propose(StaffAsking asking, Change order) {
        if (order.staff().isEmpty()) {
            return Uni.createFrom().item(people.askWho(NAME, order, asking.business().staff().stream()
                    .filter(member -> member.permission() != Permission.OWNER).toList()));
        }
        return businesses.inventory(asking.organization()).map(all -> all.staff().stream()
                .filter(listed -> listed.active() && listed.what().id().equals(order.staff().get())).findFirst()
                .map(listed -> proposed(order, listed))
                .orElseGet(() -> new Proposal.Refuse<>(new TeamOutcome.NotFound().sentence())));
    }

    private Proposal<Change> proposed(Change order, Listed<StaffMember> listed) {
        var member = listed.what();
        if (member.permission() == Permission.OWNER) {
            return new Proposal.Refuse<>(new TeamOutcome.OwnerStays().sentence());
        }
        if (order.permission().isEmpty()) {
            return new Proposal.Ask<>(order, FlowState.COLLECTING_PERMISSION, texts.askPermission(member.name()),
                    people.permissions(NAME));
        }
        var wanted = order.permission().get();
        return member.permission() == wanted
                ? new Proposal.Tell<>(texts.already(member.name(), people.permission(wanted)))
                : new Proposal.Show<>(order.seen(listed.version()), texts.changing(member.name(),
                        people.permission(member.permission()), people.permission(wanted)));
    }

    @Override
    public Uni<Performed<Change>> perform(StaffAsking asking, Change order, Recording recording) {
        var who = order.staff().orElseThrow();
        var name = asking.business().staffMember(who).map(StaffMember::name).orElse("");
        var sentence = texts.changed(name, people.permission(order.permission().orElseThrow()));
        return team.setPermission(asking.organization(), who, order.version().orElseThrow(), order.permission().orElseThrow(),
                recording.outcome(Optional.of(who.value()),
                        outcome -> outcome instanceof TeamOutcome.Done ? Optional.of(sentence) : Optional.empty()))
                .map(outcome -> switch (outcome) {
                    case TeamOutcome.Refusal why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                    case TeamOutcome.Done _,TeamOutcome.Ordered _ -> new Performed.Done<>(sentence);
                });
    }
}
