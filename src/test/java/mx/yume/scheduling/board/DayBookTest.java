package mx.yume.scheduling.board;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.Hours;
import mx.yume.business.LocationId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.TimeOff;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.testing.SalonLupita;

/** What is in the book of a day, and whether it is still the same. */
class DayBookTest extends AtTheCounter {

    /** Friday. */
    private static final TimeRange DAY = new TimeRange(at(2, 0, 0).toInstant(), at(3, 0, 0).toInstant());

    private DayBook book;
    private Blocks blocks;

    @BeforeEach
    void book() {
        book = yume.the(DayBook.class);
        blocks = yume.the(Blocks.class);
    }

    @Test
    void theDaysAppointmentsAreThereCancelledOnesTooAndNoOthers() {
        var late = counter.booked(request(sofia, CORTE, at(2, 16, 0), ANA));
        var early = counter.booked(request(diego, CORTE, at(2, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(3, 11, 0), BETO));
        cancel(early);
        var page = page(LOCATION, DAY);
        assertThat(page.appointments()).extracting(Appointment::id).containsExactly(early.id(), late.id());
        assertThat(page.appointments().getFirst().status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(page.timeOff()).isEmpty();
        assertThat(page(LocationId.next(), DAY).appointments()).as("at another location").isEmpty();
    }

    @Test
    void whatIsGoingOnAsTheTimeBeginsBelongsToItAndWhatEndsThenDoesNot() {
        var visit = counter.booked(request(sofia, CORTE, at(2, 11, 0), ANA));
        var end = visit.end().toInstant();
        assertThat(page(LOCATION, new TimeRange(end.minusSeconds(1), end.plusSeconds(1))).appointments()).hasSize(1);
        assertThat(page(LOCATION, new TimeRange(end, end.plusSeconds(60))).appointments()).isEmpty();
        var start = visit.start().toInstant();
        assertThat(page(LOCATION, new TimeRange(start.minusSeconds(60), start)).appointments()).isEmpty();
    }

    @Test
    void timeOffIsInTheBookOnceAndEveryWeek() {
        block(new When.Stretch(LOCATION, at(2, 12, 0).toLocalDateTime(), at(2, 13, 0).toLocalDateTime()));
        block(new When.EveryWeek(Set.of(DayOfWeek.FRIDAY), new Hours(LocalTime.of(17, 0), LocalTime.of(18, 0)),
                at(0, 0, 0).toLocalDate(), Optional.empty()));
        assertThat(page(LOCATION, DAY).timeOff()).extracting(TimeOff::staff).contains(BETO, BETO);
        assertThat(page(LOCATION, DAY).timeOff().size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theFingerprintChangesWithWhateverIsShownAndWithNothingElse() {
        var empty = print();
        assertThat(print()).isEqualTo(empty);
        var visit = counter.booked(request(sofia, CORTE, at(2, 11, 0), ANA));
        var booked = print();
        assertThat(booked).isNotEqualTo(empty);
        counter.booked(request(diego, CORTE, at(1, 11, 0), BETO));
        assertThat(print()).as("another day's").isEqualTo(booked);
        execute("update appointment set confirmed_at = now() where id = '" + visit.id() + "'");
        var affirmed = print();
        assertThat(affirmed).isNotEqualTo(booked);
        cancel(visit);
        var cancelled = print();
        assertThat(cancelled).isNotEqualTo(affirmed);
        var blocked = block(new When.Stretch(LOCATION, at(2, 12, 0).toLocalDateTime(), at(2, 13, 0).toLocalDateTime()));
        var off = print();
        assertThat(off).isNotEqualTo(cancelled);
        await(blocks.unblock(salon(), blocked.action(), "simulator"));
        assertThat(print()).isEqualTo(cancelled);
        block(new When.EveryWeek(Set.of(DayOfWeek.FRIDAY), new Hours(LocalTime.of(17, 0), LocalTime.of(18, 0)),
                at(0, 0, 0).toLocalDate(), Optional.empty()));
        assertThat(print()).isNotEqualTo(cancelled);
    }

    @Test
    void anotherBusinessSeesNothingOfIt() {
        var nothing = await(book.fingerprint(OrganizationId.YUME, LOCATION, DAY));
        counter.booked(request(sofia, CORTE, at(2, 11, 0), ANA));
        assertThat(await(book.fingerprint(OrganizationId.YUME, LOCATION, DAY))).isEqualTo(nothing);
    }

    private BookPage page(LocationId location, TimeRange range) {
        return await(book.page(salon(), location, range));
    }

    private String print() {
        return await(book.fingerprint(SalonLupita.ID, LOCATION, DAY));
    }

    private Blocked block(When when) {
        return (Blocked) await(blocks.block(salon(), new BlockRequest(Who.only(BETO), when, "Dentista"), false));
    }

    private void cancel(Appointment visit) {
        await(agenda.cancel(salon(), visit.customer().orElseThrow(), visit.id(), visit.version(), Alongside.nothing()));
    }
}
