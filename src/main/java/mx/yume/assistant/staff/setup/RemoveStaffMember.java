package mx.yume.assistant.staff.setup;

import java.util.Optional;

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
import mx.yume.business.team.TeamOutcome;
import mx.yume.conversation.FlowKind;
import mx.yume.scheduling.calendar.Deactivating;
import mx.yume.scheduling.calendar.DeactivationOutcome;

/** remove_staff_member: deactivated, never deleted; what becomes of their appointments ahead is asked. */
@ApplicationScoped
class RemoveStaffMember implements StaffTool<RemoveStaffMember.Removal> {

    static final String NAME = "remove_staff_member";

    /** @param version of the staff member as it was shown */
    @RegisterForReflection
    record Removal(Optional<StaffId> staff, Optional<Integer> version, Ahead ahead) implements Order {

        static final Removal NOTHING = new Removal(Optional.empty(), Optional.empty(), Ahead.UNKNOWN);

        Removal of(StaffId who) {
            return staff.filter(who::equals).isPresent() ? this
                    : new Removal(Optional.of(who), Optional.empty(), Ahead.UNKNOWN);
        }

        Removal seen(int now) {
            return new Removal(staff, Optional.of(now), ahead);
        }

        Removal with(Ahead known) {
            return new Removal(staff, version, known);
        }
    }

    private final Businesses businesses;
    private final Deactivating deactivating;
    private final StaffWords people;
    private final PeopleTexts texts;
    private final AheadWords ahead;

    RemoveStaffMember(Businesses businesses, Deactivating deactivating, StaffWords people, PeopleTexts texts,
            AheadWords ahead) {
        this.businesses = businesses;
        this.deactivating = deactivating;
        this.people = people;
        this.texts = texts;
        this.ahead = ahead;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Quita a alguien del equipo. El sistema pregunta qué hacer con sus citas por venir y pide el sí",
                Sheet.required("staff", "Quién, por su nombre"), AheadWords.parameter(true));
    }

    @Override
    public Class<Removal> type() {
        return Removal.class;
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_STAFF;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.REMOVE_STAFF);
    }

    @Override
    public Removal read(StaffAsking asking, Written written) {
        var who = people.one(asking, written.text("staff").orElseThrow(() -> new Unclear("Falta el argumento staff.")));
        return Removal.NOTHING.of(who.id()).with(AheadWords.read(written));
    }

    @Override
    public Removal continued(Removal written, Removal underWay) {
        return underWay.staff().equals(written.staff()) ? written.ahead().what()
                .map(what -> underWay.with(underWay.ahead().answered(what))).orElse(underWay) : written;
    }

    @Override
    public Uni<Proposal<Removal>> propose(StaffAsking asking, Removal order) {
        if (order.staff().isEmpty()) {
            return Uni.createFrom().item(people.askWho(NAME, order, asking.business().staff().stream()
                    .filter(member -> member.permission() != Permission.OWNER).toList()));
        }
        return businesses.inventory(asking.organization()).map(all -> all.staff().stream()
                .filter(listed -> listed.active() && listed.what().id().equals(order.staff().get())).findFirst()
                .map(listed -> proposed(order, listed))
                .orElseGet(() -> new Proposal.Refuse<>(new TeamOutcome.NotFound().sentence())));
    }

    private Proposal<Removal> proposed(Removal order, Listed<StaffMember> listed) {
        var member = listed.what();
        return member.permission() == Permission.OWNER ? new Proposal.Refuse<>(new TeamOutcome.OwnerStays().sentence())
                : new Proposal.Show<>(order.seen(listed.version()), order.ahead().answer()
                        .map(given -> ahead.confirmFor(member.name(), given)).orElseGet(() -> texts.remove(member.name())));
    }

    @Override
    public Uni<Performed<Removal>> perform(StaffAsking asking, Removal order, Recording recording) {
        var id = order.staff().orElseThrow();
        var name = asking.business().staffMember(id).map(StaffMember::name).orElse("");
        var request = new Deactivating.Request(asking.organization(), order.version().orElseThrow(), asking.actor(),
                order.ahead().answer());
        return deactivating.staffMember(id, request, recording.outcome(Optional.of(id.value()), outcome -> said(name, outcome)))
                .map(outcome -> switch (outcome) {
                    case DeactivationOutcome.Done done -> new Performed.Done<>(sentence(name, done));
                    case DeactivationOutcome.HasFuture future ->
                        new Performed.Instead<>(ahead.ask(NAME, order.with(AheadWords.of(future)), future, true));
                    case DeactivationOutcome.CannotReassign why ->
                        new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                    case DeactivationOutcome.NotFound why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                    case DeactivationOutcome.Refused why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                });
    }

    private Optional<String> said(String name, DeactivationOutcome outcome) {
        return outcome instanceof DeactivationOutcome.Done done ? Optional.of(sentence(name, done)) : Optional.empty();
    }

    private String sentence(String name, DeactivationOutcome.Done done) {
        return ahead.with(texts.removed(name), done.fates());
    }
}
