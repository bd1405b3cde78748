package mx.yume.assistant.staff.day.schedule;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.day.Members;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.Capability;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowKind;
import mx.yume.customers.Customers;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;

/** Who comes next: to whoever asks, or to anybody where the asker serves nobody. */
@ApplicationScoped
class WhatsNext implements StaffTool<NextOrder> {

    static final String NAME = "whats_next";

    private static final int DAYS = 14;
    private static final Duration SOON = Duration.ofHours(12);

    private final Agenda agenda;
    private final Customers customers;
    private final ScheduleTexts texts;

    WhatsNext(Agenda agenda, Customers customers, ScheduleTexts texts) {
        this.agenda = agenda;
        this.customers = customers;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "La cita que sigue de quien pregunta, y la que está en curso",
                Sheet.optional("staff", "La de esta persona del equipo, por su nombre"));
    }

    @Override
    public Class<NextOrder> type() {
        return NextOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.SEE_SCHEDULE;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    public NextOrder read(StaffAsking asking, Written written) {
        return new NextOrder(Members.staff(asking, written, "staff"));
    }

    @Override
    public Uni<Proposal<NextOrder>> propose(StaffAsking asking, NextOrder order) {
        var today = Visits.today(asking);
        var of = order.staff().map(StaffId::new).or(() -> asking.member().skills().isEmpty() ? Optional.empty()
                : Optional.of(asking.member().id()));
        return agenda.between(asking.business(), Visits.days(asking, today, today.plusDays(DAYS)))
                .map(visits -> visits.stream().filter(WhatsNext::expected).filter(visit -> of.isEmpty()
                        || visit.parts().stream().anyMatch(part -> part.staff().equals(of.get()))).toList())
                .chain(visits -> answer(asking, visits, of));
    }

    private static boolean expected(Appointment visit) {
        return visit.status() == AppointmentStatus.PENDING || visit.status() == AppointmentStatus.CONFIRMED;
    }

    private Uni<Proposal<NextOrder>> answer(StaffAsking asking, List<Appointment> visits, Optional<StaffId> of) {
        var now = asking.turn().localNow();
        var lines = new ArrayList<String>();
        visits.stream().filter(visit -> !visit.start().isAfter(now) && visit.end().isAfter(now))
                .forEach(visit -> lines.add(texts.now(line(visit, of), SpanishDates.time(visit.end().toLocalTime()))));
        var next = visits.stream().filter(visit -> visit.start().isAfter(now)).findFirst();
        if (next.isEmpty()) {
            lines.add(of.filter(asking.member().id()::equals).isPresent() ? texts.noneOfYours(DAYS) : texts.none(DAYS));
            return Uni.createFrom().item(new Proposal.Tell<>(String.join("\n", lines)));
        }
        lines.add(next(next.get(), now, of));
        return phone(asking, next.get()).map(phone -> {
            phone.ifPresent(number -> lines.add(texts.phone(number)));
            return new Proposal.Tell<>(String.join("\n", lines));
        });
    }

    private String next(Appointment visit, ZonedDateTime now, Optional<StaffId> of) {
        var wait = Duration.ofMinutes(Duration.between(now, visit.start()).toMinutes());
        var when = SpanishWriter.relative(visit.start(), now.toLocalDate());
        return wait.compareTo(SOON) > 0 || wait.isZero() ? texts.next(line(visit, of), when)
                : texts.soon(line(visit, of), when, texts.in(SpanishDates.duration(wait)));
    }

    private String line(Appointment visit, Optional<StaffId> of) {
        return of.isPresent() ? texts.line(visit.customerName(), visit.serviceName(), visit.price().toString())
                : texts.lineWith(visit.customerName(), visit.serviceName(), visit.staffName(), visit.price().toString());
    }

    private Uni<Optional<String>> phone(StaffAsking asking, Appointment visit) {
        return visit.customer().map(id -> customers.person(asking.organization(), id)
                .map(person -> person.phone().map(phone -> phone.e164())))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    @Override
    public Uni<Performed<NextOrder>> perform(StaffAsking asking, NextOrder order, Recording recording) {
        throw new IllegalStateException(NAME + " only reads");
    }
}
