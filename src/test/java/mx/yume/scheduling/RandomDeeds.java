package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import mx.yume.customers.PersonId;
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

/** Whatever people do to an agenda, one thing after the other, each held to what was said of it before. */
final class RandomDeeds {

    private final Scene scene;
    private final Agenda agenda;
    private final List<ActionId> blocks = new ArrayList<>();

    RandomDeeds(Scene scene) {
        this.scene = scene;
        this.agenda = scene.the(Agenda.class);
    }

    void next() {
        switch (scene.number(14)) {
            case 0, 1 -> bookAnything();
            case 2, 3, 4 -> change();
            case 5, 6, 7, 8, 9 -> cancel();
            case 10 -> block();
            case 11 -> unblock();
            case 12 -> scene.log(await(agenda.walkIn(scene.salon(), scene.staff(),
                    WalkIn.now(scene.pick(scene.salon().services()).id()), "simulator", Alongside.nothing())));
            default -> afterTheVisit();
        }
    }

    /** Some of what these salons have on their menus is hardly ever to be had. */
    void bookWhatIsOffered() {
        for (int attempt = 0; attempt < 3; attempt++) {
            var query = scene.query();
            var offered = await(agenda.slots(scene.salon(), query));
            if (!offered.isEmpty()) {
                assertThat(book(scene.customer(), query, scene.pick(offered).start())).as("offered: %s", query)
                        .isInstanceOf(Booked.class);
                return;
            }
        }
    }

    /** Whoever has an offer may book what is offered to nobody else. */
    private void bookAnything() {
        var customer = scene.customer();
        var query = scene.query();
        var start = scene.moment(scene.location(query)).withMinute(scene.number(4) * 15);
        var offered = await(agenda.slots(scene.salon(), query)).stream()
                .anyMatch(slot -> slot.start().toInstant().equals(start.toInstant()));
        var holds = scene.has("""
                select 1 from waitlist_entry where status = 'offered' and customer_id = '%s'""".formatted(customer));
        switch (book(customer, query, start)) {
            case Booked _ -> assertThat(offered || holds).as("booked, so it was offered: %s at %s", query, start).isTrue();
            case Refused refused -> {
                assertThat(offered).as("refused, so it was not offered: %s at %s", query, start).isFalse();
                refused.why().alternatives().forEach(slot -> assertThat(await(agenda.check(scene.salon(),
                        Scene.request(customer, query, slot.start())))).as("alternative to %s at %s", query, start).isEmpty());
            }
        }
    }

    private BookingOutcome book(PersonId customer, SlotQuery query, ZonedDateTime start) {
        return scene.log(await(agenda.book(scene.salon(), Scene.request(customer, query, start), "simulator",
                Alongside.nothing())));
    }

    private void change() {
        scene.appointment("'pending', 'confirmed'").ifPresent(now -> {
            var actor = scene.chance() ? new Actor.Customer(now.customer().orElseGet(scene::customer)) : scene.staff();
            var change = change(now, actor.terms(scene.pick(List.of(Terms.values()))));
            var expected = await(agenda.checkChange(scene.salon(), now, change));
            var outcome = scene.log(await(agenda.change(scene.salon(), actor, now.id(), now.version(), change,
                    Alongside.nothing())));
            if (outcome instanceof MoveOutcome.Moved || outcome instanceof MoveOutcome.Refused) {
                assertThat(outcome instanceof MoveOutcome.Refused).as("as checked: %s of %s, %s", change, now, expected)
                        .isEqualTo(expected.isPresent());
            }
        });
    }

    private Change change(Appointment now, Terms terms) {
        var change = Change.none(terms);
        return switch (scene.number(5)) {
            case 0, 1 -> change.start(scene.moment(scene.pick(scene.salon().locations())).withMinute(0));
            case 2 -> change.services(scene.wanted());
            case 3 -> change.staff(scene.pick(scene.salon().staff()).id())
                    .start(now.start().plusMinutes(scene.number(9) * 15L));
            default -> change.length(Duration.ofMinutes(5L * (1 + scene.number(39))));
        };
    }

    /** Mostly what somebody waits for. */
    private void cancel() {
        var awaited = scene.number(4) == 0 ? Optional.<Appointment>empty()
                : scene.appointment(
                        """
                                'pending', 'confirmed') and exists (
                                    select 1 from waitlist_entry e where e.status = 'waiting' and starts_at >= e.earliest and starts_at < e.latest
                                """);
        awaited.or(() -> scene.appointment("'pending', 'confirmed'")).ifPresent(now -> scene.log(await(agenda.cancel(
                scene.salon(), scene.staff(), now.id(), now.version(), Optional.empty(), Alongside.nothing()))));
    }

    private void block() {
        var location = scene.pick(scene.salon().locations());
        var from = scene.moment(location).toLocalDateTime();
        var when = scene.number(4) == 0
                ? new When.WholeDays(location.id(), from.toLocalDate(), from.toLocalDate())
                : new When.Stretch(location.id(), from, scene.later(from));
        var who = scene.number(4) == 0 ? new Who.Everybody() : Who.only(scene.pick(scene.salon().staff()).id());
        var outcome = await(scene.the(Blocks.class).block(scene.salon(), new BlockRequest(who, when, ""), scene.chance()));
        if (scene.log(outcome) instanceof BlockOutcome.Blocked blocked) {
            blocks.add(blocked.action());
        }
    }

    private void unblock() {
        if (!blocks.isEmpty()) {
            scene.log(await(scene.the(Blocks.class).unblock(scene.salon(), scene.pick(blocks), "simulator")));
        }
    }

    private void afterTheVisit() {
        var attendance = scene.the(Attendance.class);
        var overrun = scene.the(Overrun.class);
        scene.appointment("'pending', 'confirmed', 'completed', 'no_show'").ifPresent(now -> scene.log(
                switch (scene.number(3)) {
                    case 0 -> await(attendance.complete(scene.salon(), scene.staff(), now.id(), now.version(),
                            Alongside.nothing()));
                    case 1 -> await(attendance.noShow(scene.salon(), scene.staff(), now.id(), now.version(),
                            Alongside.nothing()));
                    default -> await(overrun.overrun(scene.salon(), scene.staff(), now.id(), now.version(),
                            Duration.ofMinutes((scene.number(24) - 4) * 5L), Alongside.nothing()));
                }));
    }
}
