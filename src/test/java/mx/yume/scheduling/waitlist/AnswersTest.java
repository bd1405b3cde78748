package mx.yume.scheduling.waitlist;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE_Y_BARBA;
import static mx.yume.testing.SalonLupita.MANICURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.customers.PersonId;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.attendance.Overrun;
import mx.yume.scheduling.attendance.OverrunOutcome;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.scheduling.waitlist.AnswerOutcome.AlreadyDeclined;
import mx.yume.scheduling.waitlist.AnswerOutcome.AlreadyTaken;
import mx.yume.scheduling.waitlist.AnswerOutcome.Booked;
import mx.yume.scheduling.waitlist.AnswerOutcome.Declined;
import mx.yume.scheduling.waitlist.AnswerOutcome.Refused;
import mx.yume.scheduling.waitlist.AnswerOutcome.TooLate;
import mx.yume.scheduling.waitlist.AnswerOutcome.UnknownOffer;
import mx.yume.testing.SalonLupita;

/** Yes, no, or nothing within a quarter of an hour. */
class AnswersTest extends InLine {

    @Test
    void aYesBooksWhatWasOffered() {
        var entry = offered(sofia);
        var appointment = accepted(sofia, offer(entry).orElseThrow());
        assertThat(appointment.start()).isEqualTo(at(1, 12, 0));
        assertThat(appointment.staff()).isEqualTo(BETO);
        assertThat(appointment.customer()).contains(sofia);
        assertThat(now(entry).status()).isEqualTo(EntryStatus.BOOKED);
        assertThat(await(waitlist.of(salon(), sofia))).isEmpty();
        assertThat(count("select count(*) from reservation where offer_id is not null")).isZero();
        clock.tick(TO_ANSWER);
        work();
        assertThat(now(entry).status()).as("what ends the offer finds it taken").isEqualTo(EntryStatus.BOOKED);
        assertThat(counter.kept(appointment).version()).isZero();
    }

    @Test
    void simplyBookingItIsAYesToo() {
        var entry = offered(sofia);
        counter.booked(request(sofia, BARBA, at(1, 12, 0)));
        assertThat(now(entry).status()).isEqualTo(EntryStatus.BOOKED);
    }

    @Test
    void bookingSomethingElseBesideItLeavesItOpen() {
        var entry = offered(sofia);
        counter.booked(request(sofia, BARBA, at(1, 12, 30)));
        assertThat(offer(entry)).isPresent();
    }

    @Test
    void movingAnAppointmentThereIsAYesToo() {
        var other = counter.booked(request(sofia, BARBA, at(2, 12, 0)));
        var entry = offered(sofia);
        assertThat(await(agenda.move(salon(), sofia, other.id(), 0, at(1, 12, 0), Alongside.nothing())))
                .isInstanceOf(MoveOutcome.Moved.class);
        assertThat(now(entry).status()).isEqualTo(EntryStatus.BOOKED);
    }

    @Test
    void whatABookingLeavesOfTheHeldTimeIsForTheNext() {
        var appointment = counter.booked(request(diego, CORTE_Y_BARBA, at(1, 11, 0), BETO));
        var entry = joined(wanting(sofia, new Wanted(CORTE_Y_BARBA, Optional.of(BETO)), at(1, 11, 0), at(1, 11, 15)));
        var next = waits(named("Paty"), at(1, 11, 30), at(1, 11, 45));
        cancel(appointment);
        work();
        assertThat(offer(entry)).isPresent();
        counter.booked(request(sofia, BARBA, at(1, 11, 0)));
        work();
        assertThat(now(entry).status()).as("another service is not what they wait for").isEqualTo(EntryStatus.WAITING);
        assertThat(count("select count(*) from waitlist_offer where status = 'declined'")).isOne();
        assertThat(offer(next)).isPresent();
    }

    @Test
    void bookingSomethingElseWithSomebodyElseThenLeavesItOpen() {
        var entry = offered(sofia);
        counter.booked(request(sofia, MANICURE, at(1, 11, 30), ANA));
        assertThat(now(entry).status()).isEqualTo(EntryStatus.OFFERED);
        assertThat(accept(sofia, offer(entry).orElseThrow())).isInstanceOf(Booked.class);
    }

    @Test
    void whatOthersDoWithTheirOtherAppointmentTakesNothing() {
        var nails = counter.booked(request(sofia, MANICURE, at(1, 11, 15), ANA));
        var shave = counter.booked(request(sofia, BARBA, at(1, 11, 30)));
        var entry = offered(sofia);
        var staff = new Actor.Staff(BETO);
        assertThat(overrun(staff, nails)).isInstanceOf(OverrunOutcome.Resized.class);
        assertThat(overrun(staff, shave)).as("their own hold is in the way").isInstanceOf(OverrunOutcome.Hits.class);
        assertThat(now(entry).status()).isEqualTo(EntryStatus.OFFERED);
        assertThat(offer(entry)).isPresent();
    }

    private OverrunOutcome overrun(Actor.Staff by, Appointment appointment) {
        return await(yume.the(Overrun.class).overrun(salon(), by, appointment.id(), appointment.version(),
                Duration.ofMinutes(15), Alongside.nothing()));
    }

    @Test
    void untilTheLastMomentAYesCountsAndThenNoMore() {
        var entry = offered(sofia);
        var offer = offer(entry).orElseThrow();
        clock.tick(TO_ANSWER);
        assertThat(sentence(accept(sofia, offer))).startsWith("Ese lugar ya no está apartado");
        assertThat(decline(sofia, offer)).isEqualTo(new TooLate());
        assertThat(free(at(1, 12, 0))).contains(at(1, 12, 0).toLocalDateTime());
        work();
        assertThat(now(entry).status()).isEqualTo(EntryStatus.WAITING);
        assertThat(accept(sofia, offer)).isEqualTo(new TooLate());
        clock.set(offer.expires().minusMillis(1));
        assertThat(accept(sofia, offer)).as("and the clock set back changes nothing").isEqualTo(new TooLate());
    }

    @Test
    void aMillisecondBeforeItsEndItIsHeld() {
        var entry = offered(sofia);
        clock.tick(TO_ANSWER.minusMillis(1));
        work();
        assertThat(free(at(1, 12, 0))).doesNotContain(at(1, 12, 0).toLocalDateTime());
        assertThat(accept(sofia, offer(entry).orElseThrow())).isInstanceOf(Booked.class);
    }

    @Test
    void withoutAnAnswerTheNextGetsItAndNobodyTwice() {
        var paty = named("Paty");
        var first = offered(sofia);
        var second = waits(paty, at(1, 12, 0), at(1, 12, 15));
        clock.tick(TO_ANSWER);
        work();
        assertThat(offer(first)).isEmpty();
        assertThat(offer(second).orElseThrow().start()).isEqualTo(at(1, 12, 0));
        assertThat(accept(paty, offer(second).orElseThrow())).isInstanceOf(Booked.class);
        clock.tick(TO_ANSWER);
        work();
        assertThat(count("select count(*) from waitlist_offer")).isEqualTo(2);
    }

    @Test
    void whoLetsATimePassIsNotAskedForItAgain() {
        var entry = offered(sofia);
        clock.tick(TO_ANSWER);
        work();
        cancel(shave(at(1, 12, 0)));
        work();
        assertThat(now(entry).status()).isEqualTo(EntryStatus.WAITING);
        assertThat(offer(entry)).isEmpty();
        assertThat(free(at(1, 12, 0))).contains(at(1, 12, 0).toLocalDateTime());
    }

    @Test
    void aNoPassesItOnAtOnce() {
        var first = offered(sofia);
        var second = waits(named("Paty"), at(1, 12, 0), at(1, 12, 15));
        var offer = offer(first).orElseThrow();
        assertThat(decline(sofia, offer)).isEqualTo(new Declined());
        work();
        assertThat(now(first).status()).isEqualTo(EntryStatus.WAITING);
        assertThat(offer(second)).isPresent();
        assertThat(sentence(decline(sofia, offer))).isEqualTo("Ya habías dejado pasar ese lugar.");
        assertThat(accept(sofia, offer)).isEqualTo(new AlreadyDeclined());
    }

    @Test
    void theSecondYesIsToldOfTheFirst() {
        var offer = offer(offered(sofia)).orElseThrow();
        accepted(sofia, offer);
        assertThat(sentence(accept(sofia, offer))).isEqualTo("Ese lugar ya quedó agendado.");
        assertThat(decline(sofia, offer)).isEqualTo(new AlreadyTaken());
        assertThat(count("select count(*) from appointment where status = 'confirmed'")).isOne();
    }

    @Test
    void nobodyAnswersForAnother() {
        var offer = offer(offered(sofia)).orElseThrow();
        assertThat(sentence(accept(diego, offer))).isEqualTo("No encontré ese lugar apartado.");
        assertThat(decline(diego, offer)).isEqualTo(new UnknownOffer());
        assertThat(await(waitlist.accept(salon(), sofia, OfferId.next(), Alongside.nothing()))).isEqualTo(new UnknownOffer());
        assertThat(await(waitlist.decline(salon(), sofia, OfferId.next(), AlongsideEntry.nothing())))
                .isEqualTo(new UnknownOffer());
    }

    @Test
    void whatTheCalendarNoLongerAllowsIsNotBooked() {
        var offer = offer(offered(sofia)).orElseThrow();
        execute("insert into staff_special_day select organization_id, id, '2027-01-14' from staff_member where name = 'Beto'");
        assertThat(accept(sofia, offer)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).isInstanceOf(Refusal.OutsideHours.class);
            assertThat(refused.sentence()).isEqualTo(refused.why().sentence());
        });
    }

    @Test
    void aYesWhoseRecordFailsBooksNothing() {
        var entry = offered(sofia);
        var failing = new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection,
                    Appointment appointment) {
                return Uni.createFrom().failure(new IllegalStateException("not recorded"));
            }
        };
        var yes = waitlist.accept(salon(), sofia, offer(entry).orElseThrow().id(), failing);
        assertThatThrownBy(() -> await(yes)).hasMessage("not recorded");
        assertThat(offer(entry)).isPresent();
    }

    @Test
    void ofFiftyAtOnceOneHasIt() {
        var offer = offer(offered(sofia)).orElseThrow();
        var salon = salon();
        var yes = IntStream.range(0, 25)
                .<Uni<?>>mapToObj(each -> waitlist.accept(salon, sofia, offer.id(), Alongside.nothing()));
        var others = IntStream.range(0, 25).mapToObj(each -> book(diego));
        var outcomes = atOnce(Stream.concat(yes, others));
        assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new AlreadyTaken()::equals).hasSize(24);
        assertThat(outcomes).filteredOn(BookingOutcome.Refused.class::isInstance).hasSize(25);
        assertThat(count("select count(*) from appointment where status = 'confirmed'")).isOne();
    }

    @Test
    void onTheStrokeOfItsEndOneOfFiftyHasItAndNotByAYes() {
        var first = offered(sofia);
        var offer = offer(first).orElseThrow();
        waits(named("Paty"), at(1, 12, 0), at(1, 12, 15));
        var salon = salon();
        clock.set(offer.expires());
        var yes = IntStream.range(0, 25)
                .<Uni<?>>mapToObj(each -> waitlist.accept(salon, sofia, offer.id(), Alongside.nothing()));
        var others = IntStream.range(0, 25).mapToObj(each -> book(diego));
        var outcomes = atOnce(Stream.concat(Stream.concat(yes, others), Stream.of(worker.loop().drain())));
        work();
        assertThat(outcomes).filteredOn(new TooLate()::equals).hasSize(25);
        long booked = outcomes.stream().filter(BookingOutcome.Booked.class::isInstance).count();
        assertThat(booked + count("select count(*) from waitlist_offer where status = 'open'")).isOne();
        assertThat(count("select count(*) from appointment where status = 'confirmed'")).isEqualTo(booked);
    }

    @Test
    void yesesNoesAndTheEndOfManyAtOnceLeaveNothingTwice() {
        var salon = salon();
        var people = IntStream.range(0, 6).mapToObj(each -> named("Persona " + each)).toList();
        var entries = people.stream().map(person -> waits(person, at(1, 12, 0), at(1, 13, 0))).toList();
        cancel(shave(at(1, 12, 0)));
        cancel(shave(at(1, 12, 30)));
        work();
        for (int round = 0; round < 4; round++) {
            var all = new ArrayList<Uni<?>>();
            for (int at = 0; at < people.size(); at++) {
                var person = people.get(at);
                var offer = offer(entries.get(at));
                offer.ifPresent(open -> {
                    all.add(waitlist.decline(salon, person, open.id(), AlongsideEntry.nothing()));
                    all.add(waitlist.accept(salon, person, open.id(), Alongside.nothing()));
                    all.add(book(person));
                });
                all.add(waitlist.leave(salon, Optional.of(person), entries.get((at + 1) % people.size()).id(),
                        AlongsideEntry.nothing()));
            }
            clock.tick(TO_ANSWER.dividedBy(2));
            all.add(worker.loop().drain());
            assertThat(atOnce(all.stream())).hasSize(all.size());
        }
    }

    @Test
    void withNobodyAtWorkTimeThatRanOutIsStillEverybodys() {
        offered(sofia);
        clock.tick(TO_ANSWER);
        counter.booked(request(diego, BARBA, at(1, 12, 0)));
        work();
        assertThat(count("select count(*) from reservation where held_until is not null")).isZero();
    }

    @Test
    void aBlockLaidOverItLeavesItToWhoeverHasIt() {
        var entry = offered(sofia);
        block();
        assertThat(free(at(1, 12, 0))).doesNotContain(at(1, 12, 0).toLocalDateTime());
        assertThat(accepted(sofia, offer(entry).orElseThrow()).start()).isEqualTo(at(1, 12, 0));
    }

    @Test
    void whatRanOutUnderABlockIsOfferedToNobody() {
        offered(sofia);
        var next = waits(named("Paty"), at(1, 12, 0), at(1, 12, 15));
        block();
        clock.tick(TO_ANSWER);
        assertThat(counter.refused(request(diego, BARBA, at(1, 12, 0)))).isInstanceOf(Refusal.SlotTaken.class);
        work();
        assertThat(offer(next)).isEmpty();
        assertThat(free(at(1, 12, 0))).doesNotContain(at(1, 12, 0).toLocalDateTime());
    }

    private void block() {
        var noon = new BlockRequest(new Who.These(Set.of(BETO)), new When.Stretch(SalonLupita.LOCATION,
                at(1, 11, 0).toLocalDateTime(), at(1, 12, 45).toLocalDateTime()), "dentista");
        assertThat(await(yume.the(Blocks.class).block(salon(), noon, false))).isInstanceOf(BlockOutcome.Blocked.class);
    }

    private WaitlistEntry offered(PersonId customer) {
        var appointment = shave(at(1, 12, 0));
        var entry = waits(customer, at(1, 12, 0), at(1, 12, 15));
        cancel(appointment);
        work();
        return now(entry);
    }

    private Uni<BookingOutcome> book(PersonId customer) {
        BookingRequest request = request(customer, BARBA, at(1, 12, 0));
        return agenda.book(SalonLupita.business(), request, "simulator", Alongside.nothing());
    }

    private static String sentence(AnswerOutcome outcome) {
        return ((Explained) outcome).sentence();
    }
}
