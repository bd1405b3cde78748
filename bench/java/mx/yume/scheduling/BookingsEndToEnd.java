package mx.yume.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.measuring.Measured;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SettableClock;

/**
 * What one booking takes against PostgreSQL, alone and with 31 others under way; and one that is refused, with its three
 * alternatives. With half a million past appointments in the tables and with none, in turns.
 */
final class BookingsEndToEnd {

    /** The weeks after those that are full already. */
    private static final int FREE_FROM_DAY = 31;
    private static final int FREE_DAYS = 29;
    private static final int MINUTES = 30;
    private static final int A_DAY = 11 * 60 / MINUTES;
    private static final int IN_FLIGHT = 32;
    private static final int ROUNDS = 8;
    private static final int CALLS = 64;

    private BookingsEndToEnd() {}

    public static void main(String[] arguments) {
        var none = SalonOfTen.opened(PlainYume.empty());
        var years = SalonOfTen.openedYearsAgo(PlainYume.beside("yume_years"));
        System.out.println(
                "\n| asked | past appointments | in flight | median ms | p95 ms | application CPU ms | database CPU ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        var bookings = List.of(bookings("none", none), bookings("500,000", years));
        print(bookings, 1);
        print(bookings, IN_FLIGHT);
        var refusals = List.of(refusals("none", none), refusals("500,000", years));
        print(refusals, 1);
        print(refusals, IN_FLIGHT);
    }

    private static void print(List<Measured> subjects, int inFlight) {
        Measured.inTurns(subjects, ROUNDS, CALLS, inFlight);
        subjects.forEach(Measured::forget);
        Measured.inTurns(subjects, ROUNDS, CALLS, inFlight);
        for (var subject : subjects) {
            System.out.printf("| %s | %d | %.2f | %.2f | %.2f | %.2f |%n", subject.name(), inFlight, subject.medianMillis(),
                    subject.percentile(95), subject.applicationMillis(), subject.databaseMillis());
        }
        System.out.printf("| ratio of the medians | | %d | %.2f | | | |%n", inFlight,
                subjects.getLast().medianMillis() / subjects.getFirst().medianMillis());
    }

    /** Each another free time: one person after the other, then half an hour later. */
    private static Measured bookings(String name, PlainYume yume) {
        var free = free(yume);
        return new Measured("booked | " + name, yume, number -> ask(yume, free.get(number), BookingOutcome.Booked.class));
    }

    /** A time that somebody has. */
    private static Measured refusals(String name, PlainYume yume) {
        var taken = free(yume).getFirst();
        return new Measured("refused | " + name, yume, _ -> ask(yume, taken, BookingOutcome.Refused.class));
    }

    private static Uni<BookingOutcome> ask(PlainYume yume, Asking asking, Class<? extends BookingOutcome> expected) {
        return yume.the(Agenda.class).book(asking.business(), asking.request(), "real", Alongside.nothing())
                .invoke(outcome -> {
                    if (!expected.isInstance(outcome)) {
                        throw new IllegalStateException("Not as expected: " + outcome);
                    }
                });
    }

    private record Asking(Business business, BookingRequest request) {}

    private static List<Asking> free(PlainYume yume) {
        var business = SalonOfTen.business(yume);
        var customers = SalonOfTen.customers(yume);
        var free = new ArrayList<Asking>();
        var opens = SettableClock.START.plusDays(FREE_FROM_DAY).withHour(9);
        for (int at = 0; at < FREE_DAYS * A_DAY; at++) {
            var start = opens.plusDays(at / A_DAY).plusMinutes(at % A_DAY * (long) MINUTES);
            for (var member : business.staff()) {
                free.add(new Asking(business, BookingRequest.online(business.location().id(),
                        customers.get(free.size() % customers.size()), "Sofía", business.services().getFirst().id(), start,
                        Optional.of(member.id()))));
            }
        }
        return free;
    }
}
