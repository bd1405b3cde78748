package mx.yume.assistant.staff.setup;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.language.business.Phones;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.day.Members;
import mx.yume.business.Capability;
import mx.yume.business.Permission;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.team.Hiring;
import mx.yume.business.team.StaffDraft;
import mx.yume.business.team.TeamOutcome;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.platform.PhoneNumber;

/**
 * add_staff_member: with the hours of the business, and everything on the menu unless said otherwise. Whoever may not give
 * permissions adds people who attend.
 */
@ApplicationScoped
class AddStaffMember implements StaffTool<AddStaffMember.Newcomer> {

    static final String NAME = "add_staff_member";

    /** @param services what they give; everything when none was named */
    @RegisterForReflection
    record Newcomer(Optional<String> name, Optional<String> phone, Permission permission,
            List<ServiceId> services) implements Order {

        static final Newcomer NOTHING = new Newcomer(Optional.empty(), Optional.empty(), Permission.STAFF, List.of());

        Newcomer {
            services = List.copyOf(services);
        }

        Newcomer called(String as) {
            return new Newcomer(Optional.of(as), phone, permission, services);
        }

        Newcomer reachedAt(PhoneNumber number) {
            return new Newcomer(name, Optional.of(number.e164()), permission, services);
        }

        Newcomer may(Permission wanted) {
            return new Newcomer(name, phone, wanted, services);
        }

        Newcomer giving(List<ServiceId> those) {
            return new Newcomer(name, phone, permission, those);
        }
    }

    private final Hiring hiring;
    private final StaffWords people;
    private final PeopleTexts texts;

    AddStaffMember(Hiring hiring, StaffWords people, PeopleTexts texts) {
        this.hiring = hiring;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Agrega a alguien al equipo. El sistema enseña cómo queda y pide el sí",
                Sheet.required("name", "Cómo se llama"),
                Sheet.optional("phone", "Su WhatsApp, 10 dígitos; vacío si no lo dijeron"),
                Sheet.optional("permission",
                        "admin (administra), staff (atiende) o viewer (solo ve la agenda); staff si no lo dijeron"),
                Sheet.optional("services", Sheet.Type.TEXTS, "Los servicios que da, por su nombre; vacío si los da todos"));
    }

    @Override
    public Class<Newcomer> type() {
        return Newcomer.class;
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_STAFF;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.ADD_STAFF);
    }

    @Override
    public Newcomer read(StaffAsking asking, Written written) {
        var phone = written.text("phone").map(said -> Phones.in(said).stream().findFirst()
                .orElseThrow(() -> new Unclear("El argumento phone va con 10 dígitos.")));
        var services = written.texts("services").stream().map(said -> new ServiceId(Members.service(asking, said)))
                .toList();
        return new Newcomer(written.text("name"), phone.map(PhoneNumber::e164),
                written.text("permission").map(ChangeStaffPermission::permission).orElse(Permission.STAFF), services);
    }

    @Override
    public Uni<Proposal<Newcomer>> propose(StaffAsking asking, Newcomer order) {
        return Uni.createFrom().item(proposed(asking, allowed(asking, order)));
    }

    /** Permissions are the owner's to give. */
    private static Newcomer allowed(StaffAsking asking, Newcomer order) {
        return order.permission() == Permission.ADMIN && !asking.may(Capability.CHANGE_SETUP) ? order.may(Permission.STAFF)
                : order;
    }

    private Proposal<Newcomer> proposed(StaffAsking asking, Newcomer order) {
        if (order.name().isEmpty()) {
            return new Proposal.Ask<>(order, FlowState.COLLECTING_NAME, texts.askName());
        }
        var name = order.name().get();
        return order.phone().<Proposal<Newcomer>>map(phone -> new Proposal.Show<>(order, texts.adding(name, phone,
                people.permission(order.permission()), services(asking, order))))
                .orElseGet(() -> new Proposal.Ask<>(order, FlowState.COLLECTING_PHONE, texts.askPhone(name)));
    }

    private String services(StaffAsking asking, Newcomer order) {
        if (order.permission() == Permission.VIEWER) {
            return texts.noServices();
        }
        var given = order.services().isEmpty() ? asking.business().services()
                : order.services().stream().flatMap(id -> asking.business().service(id).stream()).toList();
        return SpanishWriter.list(given.stream().map(Service::name).toList());
    }

    @Override
    public Uni<Performed<Newcomer>> perform(StaffAsking asking, Newcomer order, Recording recording) {
        var name = order.name().orElseThrow();
        var draft = StaffDraft.of(name, order.phone().map(PhoneNumber::new), order.permission());
        var sentence = texts.added(name);
        return hiring.hire(asking.organization(), draft,
                order.services().isEmpty() ? Optional.empty() : Optional.of(order.services()),
                asking.turn().origin().sql(),
                recording.outcome(Optional.empty(),
                        outcome -> outcome instanceof TeamOutcome.Done ? Optional.of(sentence) : Optional.empty()))
                .map(outcome -> switch (outcome) {
                    case TeamOutcome.Refusal why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                    case TeamOutcome.Done _,TeamOutcome.Ordered _ -> new Performed.Done<>(sentence);
                });
    }
}
