package mx.yume.assistant.staff.day;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.customers.CustomerSearch;
import mx.yume.customers.NameWords;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;

/** Finds the visits of the asker's business that somebody may mean. */
@ApplicationScoped
public class Visits {

    private final Agenda agenda;
    private final CustomerSearch customers;

    Visits(Agenda agenda, CustomerSearch customers) {
        this.agenda = agenda;
        this.customers = customers;
    }

    /**
     * Those that can be meant, sorted by start: the one that was chosen, or all that fit what was said. A name is first looked
     * for among customers, then among who gives the visit.
     *
     * @param from without a day, from this one on
     * @param to the last day, included
     * @param open which of them are of any use
     */
    public Uni<List<Appointment>> find(StaffAsking asking, Which which, LocalDate from, LocalDate to,
            Predicate<Appointment> open) {
        if (which.appointment().isPresent()) {
            return agenda.appointment(asking.business(), new AppointmentId(which.appointment().get()))
                    .map(found -> found.stream().toList());
        }
        var first = which.day().orElse(from);
        var last = which.day().orElse(to);
        return agenda.between(asking.business(), days(asking, first, last))
                .map(all -> all.stream().filter(open).filter(which::startsThen).filter(which::givenByThem).toList())
                .chain(all -> of(asking, which, all));
    }

    private Uni<List<Appointment>> of(StaffAsking asking, Which which, List<Appointment> all) {
        var named = which.customer().map(name -> named(name, all)).orElse(all);
        return which.phone().map(PhoneNumber::new).map(phone -> customers.withPhone(asking.organization(), phone)
                .map(found -> found.map(person -> named.stream().filter(visit -> visit.of(person.id())).toList())
                        .orElse(List.of())))
                .orElseGet(() -> Uni.createFrom().item(named));
    }

    private static List<Appointment> named(String name, List<Appointment> all) {
        var theirs = all.stream().filter(visit -> NameWords.match(name, visit.customerName())).toList();
        return theirs.isEmpty() ? all.stream().filter(visit -> visit.parts().stream()
                .anyMatch(part -> NameWords.match(name, part.staffName()))).toList() : theirs;
    }

    /** Whole days on the clocks of the main location, both included. */
    public static TimeRange days(StaffAsking asking, LocalDate first, LocalDate last) {
        ZoneId zone = asking.turn().zone();
        return new TimeRange(first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public static LocalDate today(StaffAsking asking) {
        return asking.turn().localNow().toLocalDate();
    }

    /** The customer's first name, for a sentence about them. */
    public static String firstName(Appointment visit) {
        return Arrays.stream(visit.customerName().split(" ")).findFirst().orElse(visit.customerName());
    }

    /** Somebody of the staff gives a part of it. */
    public static boolean isOf(StaffAsking asking, Appointment visit) {
        return visit.parts().stream().anyMatch(part -> part.staff().equals(asking.member().id()));
    }

    /** Those of the asker where there are any: who works at a chair means their own. */
    public static List<Appointment> ownFirst(StaffAsking asking, List<Appointment> visits) {
        var own = visits.stream().filter(visit -> isOf(asking, visit)).toList();
        return own.isEmpty() ? visits : own;
    }

    public static Optional<Appointment> only(List<Appointment> visits) {
        return visits.size() == 1 ? Optional.of(visits.getFirst()) : Optional.empty();
    }
}
