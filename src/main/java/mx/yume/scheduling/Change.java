package mx.yume.scheduling;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import mx.yume.business.LocationId;
import mx.yume.business.StaffId;

/**
 * What is to be different about an appointment; what is left out stays as it is, with the same people.
 *
 * @param services instead of those it has now, in the order they were named; without a preference anyone free who can
 * @param staff who gives all of them
 * @param length of the last service, another than usual
 * @param terms for staff; customers change under {@link Terms#ONLINE}
 */
public record Change(Optional<ZonedDateTime> start, Optional<List<Wanted>> services, Optional<StaffId> staff,
        Optional<LocationId> location, Optional<Duration> length, Terms terms) {

    public Change {
        services = services.map(List::copyOf);
    }

    public static Change none(Terms terms) {
        return new Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), terms);
    }

    public static Change to(ZonedDateTime start, Terms terms) {
        return none(terms).start(start);
    }

    public Change start(ZonedDateTime wanted) {
        return new Change(Optional.of(wanted), services, staff, location, length, terms);
    }

    public Change services(List<Wanted> wanted) {
        return new Change(start, Optional.of(wanted), staff, location, length, terms);
    }

    public Change staff(StaffId wanted) {
        return new Change(start, services, Optional.of(wanted), location, length, terms);
    }

    public Change location(LocationId wanted) {
        return new Change(start, services, staff, Optional.of(wanted), length, terms);
    }

    public Change length(Duration wanted) {
        return new Change(start, services, staff, location, Optional.of(wanted), terms);
    }

    /** Whether the appointment is all of that already. */
    public boolean describes(Appointment now) {
        return start.map(wanted -> wanted.toInstant().equals(now.start().toInstant())).orElse(true)
                && services.map(wanted -> same(wanted, now.parts())).orElse(true)
                && staff.map(wanted -> now.parts().stream().allMatch(part -> part.staff().equals(wanted))).orElse(true)
                && location.map(now.location()::equals).orElse(true)
                && length.map(now.parts().getLast().length()::equals).orElse(true);
    }

    /** What it would then be, under these terms. */
    Wish wish(Terms allowed, Appointment now) {
        return new Wish(location.orElse(now.location()), wanted(now), now.sideBySide(),
                start.orElse(now.start()).toInstant(), allowed, length, Optional.of(now), now.customer());
    }

    private List<Wanted> wanted(Appointment now) {
        var wanted = services.orElseGet(() -> asBooked(now));
        return staff.isEmpty() ? wanted : wanted.stream().map(one -> new Wanted(one.service(), staff)).toList();
    }

    /** The same services by the same people. */
    static List<Wanted> asBooked(Appointment now) {
        return now.parts().stream().map(part -> new Wanted(part.service(), Optional.of(part.staff()))).toList();
    }

    private static boolean same(List<Wanted> wanted, List<Part> parts) {
        if (wanted.size() != parts.size()) {
            return false;
        }
        for (int at = 0; at < parts.size(); at++) {
            var part = parts.get(at);
            if (!wanted.get(at).service().equals(part.service())
                    || !wanted.get(at).staff().map(part.staff()::equals).orElse(true)) {
                return false;
            }
        }
        return true;
    }
}
