package mx.yume.assistant.staff.day.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.day.Members;
import mx.yume.assistant.staff.day.VisitLines;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.assistant.staff.day.Which;
import mx.yume.conversation.FlowState;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.VisitOutcome;

/** Says of a visit how it went. It is done at once where it is clear which one is meant: the opposite takes it back. */
@ApplicationScoped
class Marking {

    private static final int DAYS_BACK = 7;
    private static final Set<AppointmentStatus> UNMARKED = Set.of(AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED);

    private final Visits visits;
    private final Attendance attendance;
    private final VisitTexts texts;

    Marking(Visits visits, Attendance attendance, VisitTexts texts) {
        this.visits = visits;
        this.attendance = attendance;
        this.texts = texts;
    }

    static Sheet sheet(String name, String description) {
        return Sheet.of(name, description, Sheet.optional("time", "Hora de inicio de la cita, HH:MM"),
                Sheet.optional("date", "Día de la cita, AAAA-MM-DD; sin él, hoy"),
                Sheet.optional("customer", "Nombre de quien tenía la cita"), Sheet.optional("phone", "Su teléfono"),
                Sheet.optional("staff", "Con quién era, por su nombre"));
    }

    static MarkOrder read(StaffAsking asking, Written written) {
        return new MarkOrder(which(asking, written), Optional.empty());
    }

    static Which which(StaffAsking asking, Written written) {
        return new Which(written.date("date"), written.time("time"), written.text("customer"),
                written.text("phone").flatMap(PhoneNumber::parse).map(PhoneNumber::e164),
                Members.staff(asking, written, "staff"), Optional.empty());
    }

    /** @param as how it is to be marked */
    Uni<Proposal<MarkOrder>> propose(StaffAsking asking, MarkOrder order, String tool, AppointmentStatus as) {
        var today = Visits.today(asking);
        var which = order.which();
        var back = which.day().isEmpty() && which.at().isEmpty() && !which.vague() ? today.minusDays(DAYS_BACK) : today;
        return visits.find(asking, which, back, today, visit -> true)
                .map(found -> proposed(asking, order, tool, as, found));
    }

    private Proposal<MarkOrder> proposed(StaffAsking asking, MarkOrder order, String tool, AppointmentStatus as,
            List<Appointment> found) {
        var now = asking.turn().localNow();
        var begun = found.stream().filter(visit -> !visit.start().isAfter(now)).toList();
        if (begun.isEmpty()) {
            return new Proposal.Refuse<>(found.isEmpty() ? texts.none()
                    : VisitLines
                            .sentence(texts.notYet(SpanishWriter.relative(found.getFirst().start(), now.toLocalDate()))));
        }
        var others = begun.stream().filter(visit -> visit.status() != as).toList();
        if (others.isEmpty()) {
            return new Proposal.Tell<>(
                    VisitLines.sentence(texts.alreadySo(VisitLines.full(begun.getLast(), now.toLocalDate()))));
        }
        var unmarked = others.stream().filter(visit -> UNMARKED.contains(visit.status())).toList();
        var meant = narrowed(asking, order.which(), unmarked.isEmpty() ? others : unmarked);
        return Visits.only(meant).map(visit -> chosen(order, visit, as, now.toLocalDate()))
                .orElseGet(() -> ask(order, tool, meant, now.toLocalDate()));
    }

    /** Without a word of which: theirs, and of those the one under way. */
    private static List<Appointment> narrowed(StaffAsking asking, Which which, List<Appointment> found) {
        var own = Visits.ownFirst(asking, found);
        var now = asking.turn().localNow();
        var underWay = own.stream().filter(visit -> visit.end().isAfter(now)).toList();
        return which.vague() && underWay.size() == 1 ? underWay : own;
    }

    private Proposal<MarkOrder> chosen(MarkOrder order, Appointment visit, AppointmentStatus as, LocalDate today) {
        var line = VisitLines.full(visit, today);
        return new Proposal.Do<>(new MarkOrder(order.which().chosen(visit.id().value()), Optional.of(visit.version())),
                Optional.of(as == AppointmentStatus.COMPLETED ? texts.confirmCompleted(line) : texts.confirmMissed(line)));
    }

    private Proposal<MarkOrder> ask(MarkOrder order, String tool, List<Appointment> meant, LocalDate today) {
        return new Proposal.Ask<>(new MarkOrder(order.which(), Optional.empty()), FlowState.IDENTIFYING_BOOKING, texts.which(),
                VisitLines.options(tool, meant, today));
    }

    Uni<Performed<MarkOrder>> perform(StaffAsking asking, MarkOrder order, Recording recording, AppointmentStatus as) {
        var by = new Actor.Staff(asking.member().id());
        var id = new AppointmentId(order.which().appointment().orElseThrow());
        int seen = order.version().orElseThrow();
        var record = recording.appointment(visit -> sentence(asking, visit, as));
        var marked = as == AppointmentStatus.COMPLETED ? attendance.complete(asking.business(), by, id, seen, record)
                : attendance.noShow(asking.business(), by, id, seen, record);
        return marked.map(outcome -> switch (outcome) {
            case VisitOutcome.Done(var _, var after) -> new Performed.Done<>(sentence(asking, after, as));
            case VisitOutcome.NotNow why -> refused(why.sentence());
            case VisitOutcome.TooEarly why -> refused(why.sentence());
            case VisitOutcome.TooLate why -> refused(why.sentence());
            case VisitOutcome.BadRating why -> refused(why.sentence());
            case VisitOutcome.LongComment why -> refused(why.sentence());
            case VisitOutcome.OnlyTheOwner why -> refused(why.sentence());
            case VisitOutcome.Changed why -> refused(why.sentence());
            case VisitOutcome.NotFound why -> refused(why.sentence());
        });
    }

    private static Performed<MarkOrder> refused(String why) {
        return new Performed.Instead<>(new Proposal.Refuse<>(why));
    }

    private String sentence(StaffAsking asking, Appointment visit, AppointmentStatus as) {
        var line = VisitLines.full(visit.in(asking.turn().zone()), Visits.today(asking));
        return VisitLines.sentence(as == AppointmentStatus.COMPLETED ? texts.completed(line)
                : texts.missed(line, Visits.firstName(visit)));
    }
}
