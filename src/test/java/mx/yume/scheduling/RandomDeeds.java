package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.Overrun;
import mx.yume.scheduling.blocks.ActionId;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.testing.PlainYume;

/** Whatever people do to an agenda, one thing after the other, each held to what was said of it before. */
final class RandomDeeds {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final PlainYume yume;
    private final OrganizationId id;
    private final PersonId customer;
    private final Random random;
    private final Agenda agenda;
    private final List<ActionId> blocks = new ArrayList<>();
    /** What happened, for whoever has to understand a failure. */
    private final List<Object> log = new ArrayList<>();

    RandomDeeds(PlainYume yume, OrganizationId id, Random random) {
        this.yume = yume;
        this.id = id;
        this.random = random;
        this.customer = yume.named(id, "Sofía");
        this.agenda = yume.the(Agenda.class);
    }

    void next() {
        log.add(yume.clock().instant());
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> bookWhatIsOffered();
            case 4, 5 -> bookAnything();
            case 6, 7, 8 -> change();
            case 9 -> cancel();
            case 10, 11 -> block();
            case 12 -> unblock();
            case 13 -> log(await(agenda.walkIn(salon(), staff(), WalkIn.now(pick(salon().services()).id()), "simulator",
                    Alongside.nothing())));
            case 14 -> afterTheVisit();
            default -> yume.clock().tick(Duration.ofMinutes(random.nextInt(300)));
        }
    }

    List<Object> log() {
        return List.copyOf(log);
    }

    private void bookWhatIsOffered() {
        var query = query();
        var offered = await(agenda.slots(salon(), query));
        if (!offered.isEmpty()) {
            assertThat(book(query, pick(offered).start())).as("offered: %s", query).isInstanceOf(Booked.class);
        }
    }

    private void bookAnything() {
        var query = query();
        var start = moment(location(query)).withMinute(random.nextInt(4) * 15);
        var offered = await(agenda.slots(salon(), query)).stream()
                .anyMatch(slot -> slot.start().toInstant().equals(start.toInstant()));
        switch (book(query, start)) {
            case Booked _ -> assertThat(offered).as("booked, so it was offered: %s at %s", query, start).isTrue();
            case Refused refused -> {
                assertThat(offered).as("refused, so it was not offered: %s at %s", query, start).isFalse();
                refused.why().alternatives().forEach(slot -> assertThat(await(agenda.check(salon(),
                        request(query, slot.start())))).as("alternative to %s at %s", query, start).isEmpty());
            }
        }
    }

    private BookingOutcome book(SlotQuery query, ZonedDateTime start) {
        return log(await(agenda.book(salon(), request(query, start), "simulator", Alongside.nothing())));
    }

    private BookingRequest request(SlotQuery query, ZonedDateTime start) {
        return new BookingRequest(Optional.of(customer), "Sofía", query.location(), query.services(), query.sideBySide(),
                start, Terms.ONLINE);
    }

    private void change() {
        appointment("pending', 'confirmed").ifPresent(now -> {
            var actor = random.nextBoolean() ? new Actor.Customer(customer) : staff();
            var change = change(now, actor.terms(pick(List.of(Terms.values()))));
            var expected = await(agenda.checkChange(salon(), now, change));
            var outcome = log(await(agenda.change(salon(), actor, now.id(), now.version(), change, Alongside.nothing())));
            if (outcome instanceof MoveOutcome.Moved || outcome instanceof MoveOutcome.Refused) {
                assertThat(outcome instanceof MoveOutcome.Refused).as("as checked: %s of %s, %s", change, now, expected)
                        .isEqualTo(expected.isPresent());
            }
        });
    }

    private Change change(Appointment now, Terms terms) {
        var change = Change.none(terms);
        return switch (random.nextInt(5)) {
            case 0, 1 -> change.start(moment(pick(salon().locations())).withMinute(0));
            case 2 -> change.services(wanted());
            case 3 -> change.staff(pick(salon().staff()).id()).start(now.start().plusMinutes(random.nextInt(9) * 15L));
            default -> change.length(Duration.ofMinutes(5L * random.nextInt(1, 40)));
        };
    }

    private void cancel() {
        appointment("pending', 'confirmed").ifPresent(now -> log(await(agenda.cancel(salon(), staff(), now.id(), now.version(),
                Optional.empty(), Alongside.nothing()))));
    }

    private void block() {
        var location = pick(salon().locations());
        var from = moment(location).toLocalDateTime();
        var when = random.nextInt(4) == 0
                ? new When.WholeDays(location.id(), from.toLocalDate(), from.toLocalDate())
                : new When.Stretch(location.id(), from, later(from));
        var who = random.nextInt(4) == 0 ? new Who.Everybody() : Who.only(pick(salon().staff()).id());
        var outcome = await(yume.the(Blocks.class).block(salon(), new BlockRequest(who, when, ""), random.nextBoolean()));
        if (log(outcome) instanceof BlockOutcome.Blocked blocked) {
            blocks.add(blocked.action());
        }
    }

    private LocalDateTime later(LocalDateTime from) {
        return from.plusMinutes(random.nextInt(1, 600));
    }

    private void unblock() {
        if (!blocks.isEmpty()) {
            log(await(yume.the(Blocks.class).unblock(salon(), pick(blocks), "simulator")));
        }
    }

    private void afterTheVisit() {
        appointment("pending', 'confirmed', 'completed', 'no_show").ifPresent(now -> log(switch (random.nextInt(3)) {
            case 0 -> await(yume.the(Attendance.class).complete(salon(), staff(), now.id(), now.version(),
                    Alongside.nothing()));
            case 1 -> await(yume.the(Attendance.class).noShow(salon(), staff(), now.id(), now.version(), Alongside.nothing()));
            default -> await(yume.the(Overrun.class).overrun(salon(), staff(), now.id(), now.version(),
                    Duration.ofMinutes(random.nextInt(-4, 20) * 5L), Alongside.nothing()));
        }));
    }

    private SlotQuery query() {
        var location = pick(salon().locations());
        var today = yume.clock().instant().atZone(location.zone()).toLocalDate();
        return new SlotQuery(location.id(), wanted(), random.nextBoolean(), today.minusDays(1), today.plusDays(6),
                Terms.ONLINE);
    }

    private List<Wanted> wanted() {
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(nth -> new Wanted(pick(salon().services()).id(),
                random.nextInt(3) == 0 ? Optional.of(pick(salon().staff()).id()) : Optional.<StaffId>empty())).toList();
    }

    private Location location(SlotQuery query) {
        return salon().location(query.location()).orElseThrow();
    }

    /** Some minute from a little ago to some days ahead. */
    private ZonedDateTime moment(Location location) {
        return yume.clock().instant().plus(Duration.ofMinutes(random.nextLong(-60, 4 * A_DAY.toMinutes())))
                .atZone(location.zone()).withSecond(0).withNano(0);
    }

    private Optional<Appointment> appointment(String statuses) {
        var ids = yume.superuser().rows("select id from appointment where status in ('" + statuses + "') order by id");
        return ids.isEmpty() ? Optional.empty()
                : await(agenda.appointment(salon(), new AppointmentId(java.util.UUID.fromString(pick(ids).getFirst()))));
    }

    private Actor.Staff staff() {
        return new Actor.Staff(salon().staff().getFirst().id());
    }

    /** As it is now: time off that comes back every week is part of it. */
    private Business salon() {
        return await(yume.the(Businesses.class).load(id)).orElseThrow();
    }

    private <T> T log(T outcome) {
        log.add(outcome);
        return outcome;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Instant now() {
        return yume.clock().instant();
    }
}
