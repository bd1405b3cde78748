package mx.yume.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.measuring.EndToEnd;
import mx.yume.measuring.Measured;
import mx.yume.platform.Database;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SettableClock;

/**
 * The free times of ten people over thirty days, asked of the agenda and answered by PostgreSQL: with half a million past
 * appointments in the tables and with none, in turns. Prints times, CPU and the query plans.
 */
final class SlotsEndToEnd {

    private static final LocalDate FROM = SettableClock.START.toLocalDate();
    private static final int DAYS = 30;
    private static final int STAFF = 10;
    private static final double STAFF_WEEKS = STAFF * DAYS / 7.0;
    private static final int WARM_UP_ROUNDS = 30;
    private static final int ROUNDS = 60;
    private static final int CALLS = 10;

    private SlotsEndToEnd() {}

    public static void main(String[] arguments) {
        var none = SalonOfTen.opened(PlainYume.empty());
        var years = SalonOfTen.openedYearsAgo(PlainYume.beside("yume_years"));
        same(none, years);
        print(List.of(slots("none", none), slots("500,000", years)));
        print(List.of(businessAndSlots("none", none), businessAndSlots("500,000", years)));
        plan("no past appointments", none);
        plan("500,000 past appointments", years);
    }

    private static Measured slots(String name, PlainYume yume) {
        var agenda = yume.the(Agenda.class);
        var business = SalonOfTen.business(yume);
        var query = query(business);
        return new Measured("slots | " + name, yume, _ -> agenda.slots(business, query));
    }

    /** As a message is answered: what the owner set up is read anew each time. */
    private static Measured businessAndSlots(String name, PlainYume yume) {
        var agenda = yume.the(Agenda.class);
        var businesses = yume.the(Businesses.class);
        var id = SalonOfTen.business(yume).id();
        return new Measured("business and slots | " + name, yume, _ -> businesses.load(id).map(Optional::orElseThrow)
                .chain(business -> agenda.slots(business, query(business))));
    }

    private static void print(List<Measured> subjects) {
        Measured.inTurns(subjects, WARM_UP_ROUNDS, CALLS, 1);
        subjects.forEach(Measured::forget);
        Measured.inTurns(subjects, ROUNDS, CALLS, 1);
        System.out.println(
                "\n| asked | past appointments | median ms | p95 ms | application CPU ms | database CPU ms | CPU ms per staff-week |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var subject : subjects) {
            double cpu = subject.applicationMillis() + subject.databaseMillis();
            System.out.printf("| %s | %.2f | %.2f | %.2f | %.2f | %.3f |%n", subject.name(), subject.medianMillis(),
                    subject.percentile(95), subject.applicationMillis(), subject.databaseMillis(), cpu / STAFF_WEEKS);
        }
        System.out.printf("ratio of the medians: %.2f%n",
                subjects.getLast().medianMillis() / subjects.getFirst().medianMillis());
    }

    /** What is compared is the same answer. */
    private static void same(PlainYume one, PlainYume other) {
        var starts = starts(one);
        if (starts.isEmpty() || !starts.equals(starts(other))) {
            throw new IllegalStateException("The two salons differ");
        }
        System.out.println(starts.size() + " free starts");
    }

    private static List<Instant> starts(PlainYume yume) {
        var business = SalonOfTen.business(yume);
        return EndToEnd.await(yume.the(Agenda.class).slots(business, query(business))).stream()
                .map(slot -> slot.start().toInstant())
                .toList();
    }

    private static void plan(String title, PlainYume yume) {
        var business = SalonOfTen.business(yume);
        var query = query(business);
        var now = yume.clock().instant();
        var availability = new Availability(business, business.location(), Busy.NOTHING, now);
        var parameters = Reservations.busyParameters(business.id(), availability.resources(query.services()),
                availability.relevant(query).orElseThrow(), Optional.empty(), List.of(), now);
        Uni<String> plan = yume.the(Database.class).inTenant(business.id(), connection -> connection
                .preparedQuery("explain (analyze, buffers) " + Reservations.BUSY).execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"))));
        System.out.println("\n" + title + "\n" + EndToEnd.await(plan));
    }

    private static SlotQuery query(Business business) {
        return SlotQuery.online(business.location().id(), business.services().getFirst().id(), FROM, FROM.plusDays(DAYS - 1),
                Optional.empty());
    }
}
