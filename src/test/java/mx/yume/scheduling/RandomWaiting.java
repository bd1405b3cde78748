package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.AnswerOutcome;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.EntryStatus;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.LeaveOutcome;
import mx.yume.scheduling.waitlist.Offer;
import mx.yume.scheduling.waitlist.OfferId;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/** Whatever people who wait do: what is held for them they can have, until the very moment it ends. */
final class RandomWaiting {

    private static final String OPEN = "select id from waitlist_offer where status = 'open'";

    private final Scene scene;
    private final Waitlist waitlist;
    private final Agenda agenda;

    RandomWaiting(Scene scene) {
        this.scene = scene;
        this.waitlist = scene.the(Waitlist.class);
        this.agenda = scene.the(Agenda.class);
    }

    void next() {
        switch (scene.has(OPEN) ? scene.number(10) : scene.number(5)) {
            case 0, 1, 2, 3 -> join();
            case 4 -> leave();
            case 5, 6 -> offered().ifPresent(this::accept);
            case 7, 8 -> offered().ifPresent(this::simplyBook);
            default -> offered().ifPresent(this::decline);
        }
    }

    private void join() {
        var request = scene.number(8) == 0 ? anyTime()
                : scene.appointment("'pending', 'confirmed'").map(this::thatTime).orElseGet(this::anyTime);
        scene.log(await(waitlist.join(scene.salon(), request, AlongsideEntry.nothing())));
    }

    private JoinRequest anyTime() {
        var location = scene.pick(scene.salon().locations());
        var day = scene.moment(location).toLocalDate();
        return JoinRequest.onDays(scene.customer(), "Sofía", location.id(), scene.wanted(), day,
                day.plusDays(scene.number(3)), "simulator");
    }

    /** What somebody else has, or something else then. */
    private JoinRequest thatTime(Appointment taken) {
        var services = scene.number(6) == 0 ? scene.wanted()
                : taken.parts().stream().map(part -> scene.chance() ? Wanted.of(part.service())
                        : new Wanted(part.service(), Optional.of(part.staff()))).toList();
        var from = taken.start().toLocalDateTime().minusMinutes(scene.number(60));
        return new JoinRequest(scene.customer(), "Sofía", taken.location(), services, from, scene.later(from), "simulator");
    }

    private void leave() {
        scene.any("select id from waitlist_entry order by id").ifPresent(id -> {
            boolean inLine = scene.has("""
                    select 1 from waitlist_entry where id = '%s' and status in ('waiting', 'offered')""".formatted(id));
            assertThat(scene.log(await(waitlist.leave(scene.salon(), Optional.empty(), new EntryId(id),
                    AlongsideEntry.nothing())))).isInstanceOf(inLine ? LeaveOutcome.Left.class : LeaveOutcome.NotWaiting.class);
        });
    }

    /** Mostly one that is open. */
    private Optional<WaitlistEntry> offered() {
        return scene.any((scene.number(6) == 0 ? "select id from waitlist_offer" : OPEN) + " order by id")
                .flatMap(id -> await(waitlist.offered(scene.salon(), new OfferId(id))));
    }

    private void accept(WaitlistEntry entry) {
        var offer = offer(entry);
        var answer = scene.log(await(waitlist.accept(scene.salon(), entry.customer(), offer.id(), Alongside.nothing())));
        if (!offer.stands(scene.now())) {
            assertThat(answer).as("too late: %s", entry).isInstanceOf(AnswerOutcome.NotCounted.class);
        } else if (answer instanceof AnswerOutcome.Booked(var appointment)) {
            assertHasWhatWasHeld(entry, appointment);
        } else {
            assertThat(answer).as("held, so it can be had: %s", entry).isInstanceOf(AnswerOutcome.Refused.class);
            assertThat(scene.isCalendarTouched()).as("held, so it can be had: %s, %s", entry, answer).isTrue();
        }
    }

    private void decline(WaitlistEntry entry) {
        var offer = offer(entry);
        var answer = scene.log(await(waitlist.decline(scene.salon(), entry.customer(), offer.id(), AlongsideEntry.nothing())));
        assertThat(answer instanceof AnswerOutcome.Declined).as("%s to %s", answer, entry)
                .isEqualTo(offer.stands(scene.now()));
    }

    /** As if they had not read that it is held for them. */
    private void simplyBook(WaitlistEntry entry) {
        var offer = offer(entry);
        var request = new BookingRequest(Optional.of(entry.customer()), entry.customerName(), entry.location(), offer.parts(),
                false, offer.start(), Terms.ONLINE);
        var outcome = scene.log(await(agenda.book(scene.salon(), request, "simulator", Alongside.nothing())));
        if (offer.stands(scene.now()) && !scene.isCalendarTouched()) {
            assertThat(outcome).as("held, so it can be had: %s", entry).isInstanceOf(BookingOutcome.Booked.class);
        }
        if (offer.stands(scene.now()) && outcome instanceof BookingOutcome.Booked(var appointment)) {
            assertHasWhatWasHeld(entry, appointment);
        }
    }

    private void assertHasWhatWasHeld(WaitlistEntry entry, Appointment appointment) {
        var offer = offer(entry);
        assertThat(appointment.start().toInstant()).isEqualTo(offer.start().toInstant());
        assertThat(appointment.parts()).extracting(part -> new Wanted(part.service(), Optional.of(part.staff())))
                .containsExactlyInAnyOrderElementsOf(offer.parts());
        assertThat(await(waitlist.offered(scene.salon(), offer.id())).orElseThrow().status()).isEqualTo(EntryStatus.BOOKED);
    }

    private static Offer offer(WaitlistEntry entry) {
        return entry.offer().orElseThrow();
    }

    /** Sometimes to the very end of an offer. */
    void tick() {
        scene.tick(switch (scene.number(4)) {
            case 0 -> Duration.ofMinutes(15);
            case 1 -> Duration.ofMinutes(scene.number(15));
            default -> Duration.ofMinutes(scene.number(240));
        });
    }
}
