package mx.yume.scheduling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.Spot;
import mx.yume.business.StaffMember;
import mx.yume.platform.Money;
import mx.yume.platform.TimeRange;

/** Whether and where a visit fits. */
public sealed interface Placement {

    /** @param seats sorted by start, one for each service, never empty */
    record Fits(Location location, List<Seat> seats) implements Placement {

        public Fits {
            seats = List.copyOf(seats);
        }

        public TimeRange visit() {
            var end = seats.stream().map(seat -> seat.visit().end()).max(Comparator.naturalOrder()).orElseThrow();
            return new TimeRange(seats.getFirst().visit().start(), end);
        }

        Money price() {
            return new Money(seats.stream().mapToLong(seat -> seat.price().centavos()).sum());
        }
    }

    /**
     * One service of it: who gives it, where and when.
     *
     * @param visit what the customer is told
     * @param staffBusy when it keeps the staff member, buffers included and processing left out
     * @param spotBusy when it keeps the spot, buffers included
     */
    record Seat(Service service, StaffMember staff, Optional<Spot> spot, TimeRange visit, List<TimeRange> staffBusy,
            TimeRange spotBusy, Money price) {

        public Seat {
            staffBusy = List.copyOf(staffBusy);
        }
    }

    /** The refusal still lacks its alternatives. */
    record DoesNot(Refusal why) implements Placement {}
}
