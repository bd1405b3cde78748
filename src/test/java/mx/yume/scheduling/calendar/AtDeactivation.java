package mx.yume.scheduling.calendar;

import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.calendar.Deactivating.Request;

/** Whoever takes something out of the calendar, and what they need for it. */
abstract class AtDeactivation extends AtTheCounter {

    static final Actor.Staff BY_LUPITA = new Actor.Staff(LUPITA);
    static final String INACTIVE = """
            select (select count(*) from staff_member where not active) + (select count(*) from service where not active)
                 + (select count(*) from spot where not active) + (select count(*) from location where not active)""";

    final Appointment booked(ZonedDateTime start, Wanted... services) {
        return counter.booked(new BookingRequest(Optional.of(sofia), "Sofía", LOCATION, List.of(services), false, start,
                Terms.ONLINE));
    }

    /** By somebody who sees how it is now. */
    final Request asked(String table, UUID id, Optional<Answer> answer) {
        var version = count("select version from %s where id = '%s'".formatted(table, id));
        return new Request(ID, Math.toIntExact(version), BY_LUPITA, answer);
    }

    final Deactivating deactivating() {
        return yume.the(Deactivating.class);
    }

    static Request first(int seenVersion) {
        return new Request(ID, seenVersion, BY_LUPITA, Optional.empty());
    }
}
