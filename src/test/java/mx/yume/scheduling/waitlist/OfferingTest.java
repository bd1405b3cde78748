package mx.yume.scheduling.waitlist;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.TimeFreed;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.waitlist.JoinOutcome.Joined;
import mx.yume.testing.SalonLupita;

/** What is given back goes to the first in line whom it suits, for a quarter of an hour. */
class OfferingTest extends InLine {

    @Test
    void freedTimeIsHeldForTheFirstInLine() {
        var appointment = shave(at(1, 12, 0));
        var first = waits(sofia, at(1, 11, 0), at(1, 13, 0));
        var second = waits(named("Paty"), at(1, 12, 0), at(1, 12, 15));
        cancel(appointment);
        work();
        var offer = offer(first).orElseThrow();
        assertThat(offer.start()).isEqualTo(at(1, 12, 0));
        assertThat(offer.end()).isEqualTo(at(1, 12, 30));
        assertThat(offer.parts()).containsExactly(new Wanted(BARBA, Optional.of(BETO)));
        assertThat(offer.expires()).isEqualTo(clock.instant().plus(TO_ANSWER));
        assertThat(now(first).status()).isEqualTo(EntryStatus.OFFERED);
        assertThat(offer(second)).isEmpty();
        assertThat(noting.kinds).containsOnlyOnce(OfferFact.OFFERED);
    }

    @Test
    void whoJoinsIsOfferedWhatIsFreeAlreadyAfterThoseWhoWaitedLonger() {
        var paty = named("Paty");
        var first = ((Joined) join(wanting(paty, Wanted.of(BARBA), at(1, 12, 0), at(1, 12, 45)))).entry();
        clock.tick(Duration.ofMinutes(1));
        var second = ((Joined) join(wanting(sofia, Wanted.of(BARBA), at(1, 12, 0), at(1, 12, 15)))).entry();
        work();
        assertThat(offer(first).orElseThrow().start()).isEqualTo(at(1, 12, 0));
        assertThat(offer(second)).isEmpty();
        decline(paty, offer(first).orElseThrow());
        work();
        assertThat(offer(second).orElseThrow().start()).isEqualTo(at(1, 12, 0));
    }

    @Test
    void whatIsHeldIsNobodyElsesByWhateverWay() {
        cancelledFor(at(1, 12, 0));
        assertThat(free(at(1, 12, 0))).doesNotContain(at(1, 12, 0).toLocalDateTime());
        var mario = named("Mario");
        assertThat(counter.refused(request(mario, BARBA, at(1, 12, 0)))).isInstanceOf(Refusal.SlotTaken.class);
        var atTheCounter = new BookingRequest(Optional.of(mario), "Mario", SalonLupita.LOCATION,
                List.of(new Wanted(CORTE, Optional.of(BETO))), false, at(1, 12, 10), Terms.COUNTER);
        assertThat(counter.refused(atTheCounter)).isInstanceOf(Refusal.SlotTaken.class);
        assertThat(await(agenda.check(salon(), request(sofia, BARBA, at(1, 12, 0))))).isEmpty();
    }

    @Test
    void nothingIsSaidWhenNobodyWaitsForIt() {
        var wednesday = waits(sofia, at(7, 10, 0), at(7, 20, 0));
        cancel(shave(at(1, 12, 0)));
        assertThat(count("select count(*) from job where kind = '" + TimeFreed.KIND + "'")).isZero();
        work();
        assertThat(offer(wednesday)).isEmpty();
    }

    @Test
    void thePastIsNeverOffered() {
        var appointment = shave(at(0, 11, 0));
        var entry = waits(sofia, at(0, 10, 0), at(0, 20, 0));
        clock.set(at(0, 10, 50));
        cancel(appointment);
        clock.set(at(0, 11, 31));
        work();
        assertThat(offer(entry)).isEmpty();
    }

    @Test
    void nothingIsOfferedThatCouldNotBeBookedAtTheLastMoment() {
        var early = shave(at(0, 12, 0));
        var late = shave(at(0, 12, 30));
        var entry = waits(sofia, at(0, 12, 0), at(0, 12, 45));
        clock.set(at(0, 11, 16));
        cancel(early);
        work();
        assertThat(offer(entry)).as("44 minutes before it, of which 30 are notice and 15 to answer").isEmpty();
        clock.set(at(0, 11, 45));
        cancel(late);
        work();
        var offer = offer(entry).orElseThrow();
        assertThat(offer.start()).isEqualTo(at(0, 12, 30));
        clock.tick(TO_ANSWER.minusMillis(1));
        assertThat(accepted(sofia, offer).start()).isEqualTo(at(0, 12, 30));
    }

    @Test
    void onlyWhoSuitsThePersonAskedFor() {
        var withBeto = counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        var entry = joined(wanting(sofia, new Wanted(CORTE, Optional.of(ANA)), at(1, 12, 0), at(1, 12, 15)));
        var withAna = counter.booked(request(diego, CORTE, at(1, 12, 0), ANA));
        cancel(withBeto);
        work();
        assertThat(offer(entry)).isEmpty();
        cancel(withAna);
        work();
        assertThat(offer(entry).orElseThrow().parts()).containsExactly(new Wanted(CORTE, Optional.of(ANA)));
    }

    @Test
    void timeThatOnlyTogetherWithItsNeighboursIsLongEnoughIsOffered() {
        shave(at(1, 11, 0));
        var appointment = shave(at(1, 12, 15));
        var entry = joined(wanting(sofia, new Wanted(CORTE, Optional.of(BETO)), at(1, 11, 30), at(1, 12, 0)));
        cancel(appointment);
        work();
        assertThat(offer(entry).orElseThrow().start()).isEqualTo(at(1, 11, 45));
    }

    @Test
    void whoIsNotSuitedIsPassedOverAndKeepsTheirPlace() {
        var appointment = shave(at(1, 12, 0));
        var first = joined(wanting(sofia, new Wanted(CORTE, Optional.of(BETO)), at(1, 12, 0), at(1, 12, 15)));
        shave(at(1, 12, 30));
        var second = waits(named("Paty"), at(1, 12, 0), at(1, 12, 15));
        cancel(appointment);
        work();
        assertThat(offer(first)).isEmpty();
        assertThat(offer(second).orElseThrow().start()).isEqualTo(at(1, 12, 0));
        assertThat(await(waitlist.waiting(salon()))).extracting(WaitlistEntry::id).containsExactly(first.id(), second.id());
    }

    @Test
    void severalTimesAreOfferedToSeveralPeopleAtOnce() {
        var early = shave(at(1, 12, 0));
        var late = shave(at(1, 12, 30));
        var first = waits(sofia, at(1, 12, 0), at(1, 13, 0));
        var second = waits(named("Paty"), at(1, 12, 0), at(1, 13, 0));
        var third = waits(named("Rita"), at(1, 12, 0), at(1, 13, 0));
        cancel(early);
        cancel(late);
        work();
        // Both were given back in the same second: which is looked at first is nobody's promise.
        assertThat(List.of(offer(first).orElseThrow().start(), offer(second).orElseThrow().start()))
                .containsExactlyInAnyOrder(at(1, 12, 0), at(1, 12, 30));
        assertThat(offer(third)).isEmpty();
    }

    @Test
    void aLongLineIsThoughtOfToItsEnd() {
        var appointment = shave(at(1, 12, 0));
        for (int person = 0; person < Offering.AT_ONCE + 1; person++) {
            joined(wanting(named("Persona"), new Wanted(CORTE, Optional.of(LUPITA)), at(1, 12, 0), at(1, 12, 15)));
        }
        counter.booked(request(diego, CORTE, at(1, 12, 0), LUPITA));
        var last = waits(sofia, at(1, 12, 0), at(1, 12, 15));
        cancel(appointment);
        work();
        assertThat(offer(last)).isPresent();
    }

    @Test
    void whatTwoJobsFindAtOnceIsOfferedOnce() {
        var early = shave(at(1, 12, 0));
        var late = shave(at(1, 16, 0));
        var entry = waits(sofia, at(1, 12, 0), at(1, 18, 0));
        cancel(early);
        cancel(late);
        var other = yume.worker(List.of(yume.the(Offering.class), yume.the(Lapsing.class), noting));
        assertThat(atOnce(Stream.of(worker.loop().drain(), other.loop().drain()))).hasSize(2);
        assertThat(offer(entry)).isPresent();
        assertThat(count("select count(*) from waitlist_offer")).isOne();
    }

    @Test
    void nobodyIsOfferedWhatTheirOtherEntryHolds() {
        cancelledFor(at(1, 12, 0));
        var other = joined(wanting(sofia, new Wanted(CORTE, Optional.of(BETO)), at(1, 12, 0), at(1, 12, 15)));
        cancel(shave(at(1, 12, 30)));
        work();
        assertThat(offer(other)).isEmpty();
    }

    @Test
    void theDemosPeopleAreNotAsked() {
        var appointment = shave(at(1, 12, 0));
        var request = wanting(sofia, Wanted.of(BARBA), at(1, 12, 0), at(1, 12, 15));
        var entry = joined(new JoinRequest(sofia, "Sofía", request.location(), request.services(), request.from(), request.to(),
                "demo"));
        execute("update appointment set origin = 'demo'");
        cancel(appointment);
        work();
        assertThat(offer(entry)).isEmpty();
        var real = waits(named("Paty"), at(1, 12, 0), at(1, 12, 15));
        cancelledFrom(at(1, 12, 0), "demo");
        work();
        assertThat(offer(real)).as("the time of a demo's visit is as good as any").isPresent();
    }

    @Test
    void whoseTimeIsOverWaitsNoLonger() {
        var entry = waits(sofia, at(1, 10, 0), at(1, 12, 0));
        var other = waits(named("Paty"), at(2, 10, 0), at(2, 12, 0));
        var appointment = shave(at(2, 11, 0));
        clock.set(at(1, 12, 0));
        assertThat(await(waitlist.waiting(salon()))).extracting(WaitlistEntry::id).containsExactly(other.id());
        assertThat(await(waitlist.of(salon(), sofia))).isEmpty();
        cancel(appointment);
        work();
        assertThat(now(entry).status()).isEqualTo(EntryStatus.LAPSED);
        assertThat(offer(other)).isPresent();
    }

    @Test
    void aServiceNotSoldAnyMoreIsNotOffered() {
        var appointment = shave(at(1, 12, 0));
        var entry = waits(sofia, at(1, 12, 0), at(1, 12, 15));
        execute("update service set active = false where name = 'Barba'");
        cancel(appointment);
        work();
        assertThat(offer(entry)).isEmpty();
    }

    @Test
    void aVisitOfSeveralServicesIsHeldWhole() {
        var appointment = counter.booked(request(diego, CORTE, at(1, 12, 0), BETO));
        var together = List.of(new Wanted(BARBA, Optional.empty()), new Wanted(CORTE, Optional.of(BETO)));
        var entry = joined(new JoinRequest(sofia, "Sofía", SalonLupita.LOCATION, together, at(1, 11, 30).toLocalDateTime(),
                at(1, 11, 45).toLocalDateTime(), "simulator"));
        cancel(appointment);
        work();
        var offer = offer(entry).orElseThrow();
        assertThat(offer.parts()).containsExactly(new Wanted(BARBA, Optional.of(BETO)), new Wanted(CORTE, Optional.of(BETO)));
        assertThat(Duration.between(offer.start(), offer.end())).isEqualTo(Duration.ofMinutes(75));
        var booked = accepted(sofia, offer);
        assertThat(booked.parts()).hasSize(2);
        assertThat(Collections.max(booked.parts().stream().map(part -> part.end().toInstant()).toList()))
                .isEqualTo(offer.end().toInstant());
    }

    private void cancelledFor(ZonedDateTime start) {
        var appointment = shave(start);
        var entry = waits(sofia, start, start.plusMinutes(15));
        cancel(appointment);
        work();
        assertThat(offer(entry)).isPresent();
    }

    private void cancelledFrom(ZonedDateTime start, String origin) {
        var booked = (BookingOutcome.Booked) await(agenda.book(salon(), request(diego, BARBA, start), origin,
                Alongside.nothing()));
        cancel(booked.appointment());
    }
}
