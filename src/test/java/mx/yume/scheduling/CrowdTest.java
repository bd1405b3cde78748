package mx.yume.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.SpecialDays;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SettableClock;

/**
 * Fifty at once for each of a thousand slots, while others move and cancel what they got: each slot is sold to one at a time, and
 * whoever comes late is told of times that are free at that moment.
 *
 * <p>What happened in which order is known from a counter that ticks when a call begins and when its answer is there: a slot is
 * certainly taken from the answer that said so until the call that gives it back.
 */
class CrowdTest {

    private static final int SLOTS = 1000;
    private static final int ATTEMPTS = 50;
    /** Some slots at a time: enough to keep every connection busy and each slot wanted by all of its fifty at once. */
    private static final int IN_FLIGHT = 250;
    private static final int SLOTS_A_DAY = 20;
    private static final Duration CUT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final LocationId PLACE = new LocationId(new UUID(1, 0));
    private static final ServiceId SERVICE = new ServiceId(new UUID(2, 0));

    private static final Uni<?> NOBODY = Uni.createFrom().item("Nobody has anything to give back, or somebody is about to.");

    private final AtomicLong order = new AtomicLong();
    private final Map<Time, Queue<Held>> held = new ConcurrentHashMap<>();
    private final Queue<Loss> losses = new ConcurrentLinkedQueue<>();
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(50_000);
    private PlainYume yume;
    private Agenda agenda;
    private Business salon;
    private PersonId sofia;

    record Time(StaffId staff, ZonedDateTime start) {}

    /** Certainly taken from the one moment to the other. */
    static final class Held {

        private final long from;
        private volatile long until = Long.MAX_VALUE;

        Held(long from) {
            this.from = from;
        }
    }

    record Visit(Appointment appointment, Held held) {}

    record Loss(long from, long until, StaffId staff, List<Slot> alternatives) {}

    @BeforeEach
    void tenPeopleEachWithAChair() {
        salon = salon();
        yume = PlainYume.empty().with(salon);
        agenda = yume.the(Agenda.class);
        sofia = yume.named(salon.id(), "Sofía");
    }

    @Test
    void eachOfAThousandSlotsWantedByFiftyAtOnceIsSoldToOneAtATime() {
        var times = new ArrayList<>(IntStream.range(0, SLOTS).mapToObj(CrowdTest::time).toList());
        Collections.shuffle(times, random);
        var outcomes = allAtOnce(times);
        assertThat(outcomes).filteredOn(BookingOutcome.class::isInstance).hasSize(SLOTS * ATTEMPTS);
        assertThat(outcomes).filteredOn(CancelOutcome.Cancelled.class::isInstance).hasSizeGreaterThan(SLOTS / 40);
        assertThat(outcomes).filteredOn(MoveOutcome.Moved.class::isInstance).hasSizeGreaterThan(SLOTS / 40);
        assertThat(outcomes).filteredOn(BlockOutcome.Blocked.class::isInstance).hasSizeGreaterThan(SLOTS / 200);
        assertThat(losses).hasSizeGreaterThan(SLOTS * (ATTEMPTS - 3));

        times.forEach(this::isHeldByOneAtATime);
        assertThat(losses.stream().filter(loss -> !wasOfferedWhatWasFree(loss))).isEmpty();
        assertThat(yume.superuser().count(AgendaState.OVERLAPS)).isZero();
        assertThat(yume.superuser().rows(AgendaState.MISHELD)).isEmpty();
        assertThat(yume.superuser().rows(AgendaState.MISBLOCKED)).isEmpty();
        losses.stream().skip(losses.size() - 20L).toList().forEach(this::canBookAnAlternative);
    }

    private List<?> allAtOnce(List<Time> times) {
        return Multi.createFrom().iterable(times)
                .onItem().transformToMultiAndConcatenate(time -> Multi.createFrom().items(wantedBy50(time, times)))
                .onItem().transformToUni(Supplier::get).merge(IN_FLIGHT).collect().asList().await().atMost(PATIENCE);
    }

    /** All fifty, and now and then among them somebody who gives up or moves what they have. */
    private Stream<Supplier<Uni<?>>> wantedBy50(Time time, List<Time> times) {
        var all = new ArrayList<Supplier<Uni<?>>>(Collections.nCopies(ATTEMPTS, () -> book(time)));
        switch (random.nextInt(10)) {
            case 0 -> all.add(random.nextInt(all.size()), this::cancel);
            case 1, 2 -> {
                var other = times.get(random.nextInt(times.size()));
                all.add(random.nextInt(all.size()), () -> move(other));
            }
            case 3 -> all.add(random.nextInt(all.size()), () -> block(time));
            default -> {
            }
        }
        return all.stream();
    }

    private Uni<BookingOutcome> book(Time time) {
        long from = order.incrementAndGet();
        var request = BookingRequest.online(PLACE, sofia, "Sofía", SERVICE, time.start(), Optional.of(time.staff()));
        return agenda.book(salon, request, "simulator", Alongside.nothing()).invoke(outcome -> {
            long until = order.incrementAndGet();
            switch (outcome) {
                case Booked booked -> taken(time, booked.appointment(), until);
                case Refused refused -> losses.add(new Loss(from, until, time.staff(), refused.why().alternatives()));
            }
        });
    }

    private void taken(Time time, Appointment appointment, long from) {
        var now = new Held(from);
        holders(time).add(now);
        visits.add(new Visit(appointment, now));
    }

    private Uni<?> cancel() {
        var visit = visits.poll();
        if (visit == null) {
            return NOBODY;
        }
        long from = order.incrementAndGet();
        return agenda.cancel(salon, sofia, visit.appointment().id(), visit.appointment().version(), Alongside.nothing())
                .invoke(outcome -> {
                    assertThat(outcome).isInstanceOf(CancelOutcome.Cancelled.class);
                    visit.held().until = from;
                });
    }

    private Uni<?> move(Time wanted) {
        var visit = visits.poll();
        if (visit == null) {
            return NOBODY;
        }
        long from = order.incrementAndGet();
        var start = wanted.start();
        return agenda.move(salon, sofia, visit.appointment().id(), visit.appointment().version(), start, Alongside.nothing())
                .invoke(outcome -> {
                    if (outcome instanceof MoveOutcome.Moved moved) {
                        visit.held().until = from;
                        taken(new Time(moved.after().staff(), start), moved.after(), order.incrementAndGet());
                    } else {
                        visits.add(visit);
                    }
                });
    }

    /** One at a time, as its owner does: a second one would wait for as long as others book without a pause. */
    private Uni<?> block(Time time) {
        var stretch = new When.Stretch(PLACE, time.start().toLocalDateTime(), time.start().plus(CUT).toLocalDateTime());
        return yume.the(Blocks.class).block(salon, new BlockRequest(Who.only(time.staff()), stretch, ""), true)
                .invoke(outcome -> {
                    if (outcome instanceof BlockOutcome.Blocked blocked && blocked.kept().isEmpty()) {
                        holders(time).add(new Held(order.incrementAndGet()));
                    }
                }).onFailure().transform(failure -> new AssertionError("block", failure));
    }

    private Queue<Held> holders(Time time) {
        return held.computeIfAbsent(time, each -> new ConcurrentLinkedQueue<>());
    }

    private void isHeldByOneAtATime(Time time) {
        var holders = holders(time).stream()
                .sorted((one, other) -> Long.compare(one.from, other.from)).toList();
        assertThat(holders).as("somebody had %s", time).isNotEmpty();
        for (int next = 1; next < holders.size(); next++) {
            assertThat(holders.get(next - 1).until).as("%s was given back before it was sold again", time)
                    .isLessThan(holders.get(next).from);
        }
    }

    /** Three each, of which none was certainly somebody's while the answer was made. */
    private boolean wasOfferedWhatWasFree(Loss loss) {
        return loss.alternatives().size() == Availability.ALTERNATIVES && loss.alternatives().stream()
                .allMatch(alternative -> holders(new Time(loss.staff(), alternative.start())).stream()
                        .noneMatch(holder -> holder.from < loss.from() && holder.until > loss.until()));
    }

    /** Nothing happens any more: whoever asks again is offered what can be booked. */
    private void canBookAnAlternative(Loss loss) {
        var taken = held.keySet().stream().filter(time -> time.staff().equals(loss.staff()))
                .filter(time -> holders(time).stream().anyMatch(holder -> holder.until == Long.MAX_VALUE)).findFirst();
        var refused = (Refused) book(taken.orElseThrow()).await().atMost(PATIENCE);
        assertThat(refused.why().alternatives()).as("%s", refused).isNotEmpty();
        var next = new Time(loss.staff(), refused.why().alternatives().getFirst().start());
        assertThat(book(next).await().atMost(PATIENCE)).isInstanceOf(Booked.class);
    }

    private static Time time(int nth) {
        int ofMember = nth / 10;
        var start = SettableClock.START.plusDays(1L + ofMember / SLOTS_A_DAY)
                .plus(CUT.multipliedBy(ofMember % SLOTS_A_DAY));
        return new Time(member(nth % 10), start);
    }

    private static StaffId member(int nth) {
        return new StaffId(new UUID(4, nth));
    }

    private static Business salon() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, List.of(new Hours(LocalTime.of(10, 0), LocalTime.of(20, 0))));
        }
        var hours = new WeeklyHours(week);
        var place = new Location(PLACE, "Local", "", SettableClock.MEXICO_CITY, hours, SpecialDays.NONE, CUT, Duration.ZERO, 60,
                true);
        var cut = Service.of(SERVICE, "Corte", CUT, Money.pesos(250), Optional.of("silla"));
        var staff = IntStream.range(0, 10).mapToObj(nth -> new StaffMember(member(nth), "Persona " + nth, Optional.empty(),
                Permission.STAFF, Map.of(PLACE, hours), Map.of(), List.of(), Map.of(SERVICE, Skill.USUAL), Optional.empty()))
                .toList();
        var chairs = IntStream.range(0, 10).mapToObj(nth -> new Spot(new SpotId(new UUID(5, nth)), PLACE, "Silla " + nth,
                "silla")).toList();
        return new Business(new OrganizationId(new UUID(9, 9)), "Diez", "diez", List.of(place), List.of(cut), staff, chairs);
    }
}
