package mx.yume.scheduling.calendar;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.ID;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.calendar.Answer.What;
import mx.yume.scheduling.calendar.Deactivating.Request;
import mx.yume.scheduling.calendar.DeactivationOutcome.Done;
import mx.yume.scheduling.calendar.DeactivationOutcome.HasFuture;

/** Somebody leaves while others book and move. */
class LeavingAtOnceTest extends AtTheCounter {

    private static final Actor.Staff BY_LUPITA = new Actor.Staff(LUPITA);

    /** The customer's own hands are faster or slower; nothing is lost between. */
    @Test
    void aMoveThatRacesWithALeavingIsCancelledOrFindsItCancelled() {
        for (int round = 0; round < 15; round++) {
            execute("update staff_member set active = true where name = 'Beto'");
            var visit = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
            var answer = Optional.of(Answer.of(What.CANCEL, List.of(visit)));
            var outcomes = atOnce(Stream.of(
                    agenda.move(salon(), sofia, visit.id(), 0, at(1, 17, 0), Alongside.nothing()),
                    deactivating().staffMember(BETO, asked("staff_member", BETO.value(), answer))));
            assertThat(outcomes.getFirst()).isInstanceOfAny(MoveOutcome.Moved.class, MoveOutcome.Changed.class);
            assertThat(outcomes.get(1)).isEqualTo(new Done(List.of(new Fate.Cancelled(counter.kept(visit)))));
            assertThat(count("select count(*) from reservation")).isZero();
        }
    }

    @Test
    void askingWhoWouldBeLeftBehindNeverStopsAMove() {
        var visits = IntStream.range(0, 8).mapToObj(at -> counter.booked(request(sofia, CORTE,
                at(1 + at / 4, 10, 0).plusMinutes(45L * (at % 4)), BETO))).toList();
        for (int round = 0; round < 5; round++) {
            int week = 7 * (round + 1);
            var all = new ArrayList<Uni<?>>();
            visits.forEach(visit -> all.add(agenda.move(salon(), sofia, visit.id(), counter.kept(visit).version(),
                    visit.start().plusDays(week), Alongside.nothing())));
            IntStream.range(0, 4).forEach(each -> all.add(
                    deactivating().staffMember(BETO, asked("staff_member", BETO.value(), Optional.empty()))));
            assertThat(atOnce(all.stream()).stream().limit(8)).allMatch(MoveOutcome.Moved.class::isInstance);
        }
    }

    /** Whoever comes first: the booking is there to be listed, or refused because its person has left. */
    @Test
    void aBookingThatRacesWithALeavingIsListedOrRefused() {
        for (int round = 0; round < 30; round++) {
            execute("update staff_member set active = true where name = 'Beto'");
            var request = request(sofia, CORTE, at(1 + round % 2, 10, 0).plusMinutes(45L * (round / 2 % 4)), BETO);
            var before = count("select count(*) from appointment where status = 'confirmed'");
            var nobody = Optional.of(Answer.of(What.CANCEL, List.of()));
            var outcomes = atOnce(Stream.of(
                    agenda.book(salon(), request, "simulator", Alongside.nothing()),
                    deactivating().staffMember(BETO, asked("staff_member", BETO.value(), nobody))));
            var booked = count("select count(*) from appointment where status = 'confirmed'") - before;
            assertThat(outcomes.get(1)).isInstanceOf(booked == 1 ? HasFuture.class : Done.class);
            assertThat(count("select count(*) from staff_member where not active")).isEqualTo(1 - booked);
            execute("delete from reservation");
            execute("delete from appointment_part");
            execute("delete from appointment");
        }
    }

    private Deactivating deactivating() {
        return yume.the(Deactivating.class);
    }

    private Request asked(String table, UUID id, Optional<Answer> answer) {
        var version = count("select version from %s where id = '%s'".formatted(table, id));
        return new Request(ID, Math.toIntExact(version), BY_LUPITA, answer);
    }
}
