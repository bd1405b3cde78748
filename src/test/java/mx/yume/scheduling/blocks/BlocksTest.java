package mx.yume.scheduling.blocks;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static mx.yume.testing.SalonLupita.TINTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.platform.UuidV7;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;
import mx.yume.scheduling.blocks.BlockOutcome.Overlaps;
import mx.yume.scheduling.blocks.BlockOutcome.Refused;

/** Time off, once. */
class BlocksTest extends WithBlocks {

    @Test
    void nobodyIsBookedInBlockedTimeByWhateverTerms() {
        assertThat(block(BETO, at(1, 11, 0), at(1, 13, 0)).sentence()).isEqualTo("Listo, ese tiempo queda bloqueado.");
        assertThat(counter.refused(request(sofia, CORTE, at(1, 11, 30), BETO))).isInstanceOf(Refusal.SlotTaken.class);
        for (var terms : List.of(Terms.COUNTER, Terms.AFTER_HOURS)) {
            var asked = new BookingRequest(Optional.of(sofia), "Sofía", LOCATION,
                    List.of(new Wanted(CORTE, Optional.of(BETO))), false, at(1, 11, 30), terms);
            assertThat(counter.refused(asked)).isInstanceOf(Refusal.SlotTaken.class);
        }
        counter.booked(request(sofia, CORTE, at(1, 10, 15), BETO));
        counter.booked(request(sofia, CORTE, at(1, 11, 30), LUPITA));
        assertThat(reserved()).containsExactly(List.of("14 11:00", "14 13:00"));
    }

    @Test
    void nothingIsMovedIntoBlockedTime() {
        blocked(BETO, at(1, 11, 0), at(1, 13, 0));
        var booked = counter.booked(request(sofia, CORTE, at(1, 10, 0), BETO));
        assertThat(await(agenda.checkMove(salon(), booked, at(1, 11, 30)))).containsInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void aBlockMayLieAnywhereOffTheGridAndOutsideTheHours() {
        blocked(BETO, at(1, 7, 7), at(1, 10, 13));
        blocked(ANA, at(1, 23, 50), at(2, 0, 10));
        assertThat(reserved()).containsExactly(List.of("14 07:07", "14 10:13"), List.of("14 23:50", "15 00:10"));
    }

    @Test
    void whatHasBegunButIsNotOverCanBeBlocked() {
        assertThat(block(BETO, at(0, 9, 0), at(0, 12, 0))).isInstanceOf(Blocked.class);
    }

    @Test
    void everybodyIsWhoeverIsActive() {
        execute("update staff_member set active = false where name = 'Carla'");
        var outcome = (Blocked) block(new Who.Everybody(), from(at(1, 12, 0), at(1, 13, 0)), "Junta");
        assertThat(outcome.staff()).containsExactly(LUPITA, ANA, BETO);
        assertThat(timeOff()).extracting(TimeOff::staffName).containsExactlyInAnyOrder("Lupita", "Ana", "Beto");
        assertThat(timeOff()).extracting(TimeOff::action).containsOnly(outcome.action());
        assertThat(timeOff()).extracting(TimeOff::reason).containsOnly("Junta");
        assertThat(timeOff()).noneMatch(TimeOff::everyWeek);
    }

    @Test
    void wholeDaysGoFromMidnightToMidnight() {
        block(Who.only(BETO), new When.WholeDays(LOCATION, day(1), day(2)), "");
        assertThat(reserved()).containsExactly(List.of("14 00:00", "16 00:00"));
        assertThat(count("select count(*) from reservation")).isEqualTo(2);
    }

    @Test
    void aNightBelongsToTheDayItBeginsOn() {
        execute("update opening_hours set closes = '02:00' where weekday in (3, 4)");
        block(Who.only(BETO), new When.WholeDays(LOCATION, day(1), day(1)), "");
        assertThat(reserved()).containsExactly(List.of("14 02:00", "15 02:00"));
        block(Who.only(ANA), new When.WholeDays(LOCATION, day(2), day(2)), "");
        assertThat(reserved()).contains(List.of("15 02:00", "16 00:00"));
    }

    @Test
    void visitsInTheWayAreNamedAndNothingIsBlocked() {
        var second = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        var first = counter.booked(request(diego, CORTE, at(1, 11, 0), BETO));
        counter.booked(request(diego, CORTE, at(1, 11, 0), LUPITA));
        var outcome = block(BETO, at(1, 11, 30), at(1, 18, 0));
        assertThat(outcome).isEqualTo(new Overlaps(List.of(first, second)));
        assertThat(outcome.sentence())
                .isEqualTo("Hay 2 citas en ese tiempo. ¿Bloqueo lo demás y las citas se quedan?");
        assertThat(timeOff()).isEmpty();
        assertThat(reserved()).isEmpty();
    }

    @Test
    void despiteThemTheyStayAndTheTimeAroundThemIsBlocked() {
        var first = counter.booked(request(diego, CORTE, at(1, 11, 0), BETO));
        var second = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        var outcome = despite(BETO, at(1, 11, 30), at(1, 18, 0));
        assertThat(outcome.kept()).containsExactly(first, second);
        assertThat(outcome.sentence()).isEqualTo("Listo, ese tiempo queda bloqueado. Las 2 citas que había se quedan.");
        assertThat(reserved()).containsExactly(List.of("14 11:45", "14 12:00"), List.of("14 12:45", "14 18:00"));
        assertThat(counter.kept(first)).isEqualTo(first);
        await(agenda.cancel(salon(), sofia, second.id(), 0, Alongside.nothing()));
        assertThat(reserved()).containsExactly(List.of("14 11:45", "14 18:00"));
    }

    @Test
    void oneVisitIsSpokenOfAsOne() {
        counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        assertThat(block(BETO, at(1, 10, 0), at(1, 18, 0)).sentence())
                .isEqualTo("Hay una cita en ese tiempo. ¿Bloqueo lo demás y la cita se queda?");
        assertThat(despite(BETO, at(1, 10, 0), at(1, 18, 0)).sentence())
                .isEqualTo("Listo, ese tiempo queda bloqueado. La cita que había se queda.");
    }

    @Test
    void whatIsOverCancelledOrOnlyTouchesIsNotAskedAbout() {
        counter.booked(request(sofia, CORTE, at(0, 11, 0), BETO));
        counter.booked(request(sofia, CORTE, at(0, 16, 0), BETO));
        var cancelled = counter.booked(request(diego, CORTE, at(0, 14, 0), BETO));
        await(agenda.cancel(salon(), diego, cancelled.id(), 0, Alongside.nothing()));
        clock.set(at(0, 13, 0));
        assertThat(block(BETO, at(0, 9, 0), at(0, 16, 0))).isInstanceOf(Blocked.class);
    }

    @Test
    void aBufferIsKeptFreeWithoutAsking() {
        execute("update service set buffer_after_minutes = 15 where name = 'Corte de cabello'");
        counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        blocked(BETO, at(1, 11, 45), at(1, 13, 0));
        assertThat(reserved()).containsExactly(List.of("14 12:00", "14 13:00"));
    }

    @Test
    void handsThatAreFreeWhileATintRestsCanBeBlocked() {
        var tint = counter.booked(request(sofia, TINTE, at(1, 11, 0)));
        execute("""
                update reservation set during = tstzrange(starts_at, starts_at + interval '30 minutes') where kind = 'staff'""");
        blocked(tint.staff(), at(1, 11, 30), at(1, 12, 0));
        assertThat(reserved()).containsExactly(List.of("14 11:30", "14 12:00"));
    }

    @Test
    void whatOverlapsOrTouchesBecomesOneUnderTheNewAction() {
        blocked(BETO, at(1, 10, 0), at(1, 12, 0), "Doctor");
        blocked(BETO, at(1, 14, 0), at(1, 15, 0), "Escuela");
        blocked(ANA, at(1, 11, 0), at(1, 16, 0), "Curso");
        var bridge = blocked(BETO, at(1, 11, 0), at(1, 14, 0), "Banco");
        assertThat(timeOff()).filteredOn(off -> off.staff().equals(BETO)).singleElement().satisfies(off -> {
            assertThat(off.start()).isEqualTo(at(1, 10, 0));
            assertThat(off.end()).isEqualTo(at(1, 15, 0));
            assertThat(off.action()).isEqualTo(bridge.action());
            assertThat(off.reason()).isEqualTo("Banco; Doctor; Escuela");
        });
        assertThat(timeOff()).filteredOn(off -> off.staff().equals(ANA)).extracting(TimeOff::reason).containsExactly("Curso");
        assertThat(count("select count(*) from block")).isEqualTo(2);
    }

    @Test
    void aBlockInsideAnotherChangesItsReasonAlone() {
        blocked(BETO, at(1, 10, 0), at(1, 18, 0), "Doctor");
        blocked(BETO, at(1, 11, 0), at(1, 12, 0), "Doctor");
        assertThat(timeOff()).singleElement().satisfies(off -> assertThat(off.reason()).isEqualTo("Doctor"));
        assertThat(reserved()).containsExactly(List.of("14 10:00", "14 18:00"));
    }

    @Test
    void reasonsThatDoNotFitTogetherGiveWayToTheNewOne() {
        blocked(BETO, at(1, 10, 0), at(1, 12, 0), "x".repeat(120));
        blocked(BETO, at(1, 12, 0), at(1, 13, 0), "Banco");
        assertThat(timeOff()).extracting(TimeOff::reason).containsExactly("Banco");
    }

    @Test
    void twoOfADayStayTwo() {
        blocked(BETO, at(1, 10, 0), at(1, 11, 0), "Doctor");
        blocked(BETO, at(1, 16, 0), at(1, 17, 0), "Escuela");
        assertThat(timeOff()).extracting(TimeOff::reason).containsExactly("Doctor", "Escuela");
        assertThat(reserved()).hasSize(2);
    }

    @Test
    void aYearIsTheLongest() {
        assertThat(block(Who.only(BETO), new When.WholeDays(LOCATION, day(1), day(366)), "")).isInstanceOf(Blocked.class);
        assertThat(count("select count(*) from reservation")).isEqualTo(366);
        assertThat(block(Who.only(BETO), new When.WholeDays(LOCATION, day(1), day(367)), "")).isEqualTo(
                new Refused(new BlockRefusal.TooLong()));
    }

    @Test
    void whatMeansNothingIsRefused() {
        var later = from(at(1, 12, 0), at(1, 13, 0));
        var stranger = new StaffId(UuidV7.next());
        assertThat(block(new Who.These(Set.of()), later, "")).isEqualTo(new Refused(new BlockRefusal.Nobody()));
        assertThat(block(new Who.These(Set.of(BETO, stranger)), later, ""))
                .isEqualTo(new Refused(new BlockRefusal.UnknownStaff()));
        assertThat(block(BETO, at(1, 13, 0), at(1, 12, 0))).isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        assertThat(block(BETO, at(1, 13, 0), at(1, 13, 0))).isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        assertThat(block(Who.only(BETO), new When.WholeDays(LOCATION, day(2), day(1)), ""))
                .isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        assertThat(block(BETO, at(0, 8, 0), at(0, 10, 0))).isEqualTo(new Refused(new BlockRefusal.InThePast()));
        assertThat(block(Who.only(BETO), later, "x".repeat(121))).isEqualTo(new Refused(new BlockRefusal.ReasonTooLong()));
        assertThat(block(Who.only(BETO), elsewhere(), "")).isEqualTo(new Refused(new BlockRefusal.UnknownLocation()));
        execute("update staff_member set active = false where name = 'Beto'");
        assertThat(block(BETO, at(1, 12, 0), at(1, 13, 0))).isEqualTo(new Refused(new BlockRefusal.UnknownStaff()));
        assertThat(count("select count(*) from block")).isZero();
        assertThat(count("select count(*) from reservation")).isZero();
    }

    @Test
    void aBusinessThatIsNowhereBlocksNothing() {
        var salon = salon();
        execute("update location set active = false");
        var asked = new BlockRequest(Who.only(BETO), from(at(1, 12, 0), at(1, 13, 0)), "");
        assertThat(await(blocks.block(salon, asked, false))).isEqualTo(new Refused(new BlockRefusal.UnknownLocation()));
        assertThat(await(blocks.unblock(salon, BETO, from(at(1, 12, 0), at(1, 13, 0)), "real")))
                .isEqualTo(new UnblockOutcome.Refused(new BlockRefusal.UnknownLocation()));
    }

    @Test
    void everyRefusalIsASentenceInSpanish() {
        assertThat(List.of(new BlockRefusal.Nobody(), new BlockRefusal.UnknownStaff(), new BlockRefusal.UnknownLocation(),
                new BlockRefusal.EndsBeforeItStarts(), new BlockRefusal.InThePast(), new BlockRefusal.TooLong(),
                new BlockRefusal.NoDays(), new BlockRefusal.ReasonTooLong()))
                .extracting(why -> new Refused(why).sentence())
                .containsExactly("Falta decir de quién es el tiempo.", "Esa persona ya no está en el equipo.",
                        "Ese local ya no está disponible.", "La hora de fin debe ser después de la de inicio.",
                        "Ese tiempo ya pasó.", "Se pueden bloquear hasta 366 días seguidos.",
                        "En esas fechas no cae ninguno de esos días.", "El motivo puede tener hasta 120 letras.");
    }

    private static When elsewhere() {
        return new When.WholeDays(new LocationId(UuidV7.next()), day(1), day(1));
    }

    private static LocalDate day(int daysLater) {
        return at(daysLater, 0, 0).toLocalDate();
    }

    @Test
    void whatWasBookedSinceTheVisitsWereShownIsAskedAboutToo() {
        var shown = counter.booked(request(sofia, CORTE, at(2, 11, 0), BETO));
        var request = new BlockRequest(Who.only(BETO), from(at(2, 10, 0), at(2, 18, 0)), "");
        var booked = counter.booked(request(diego, CORTE, at(2, 13, 0).plusHours(2), BETO));
        assertThat(await(blocks.block(salon(), request, found -> found.equals(List.of(shown)))))
                .isEqualTo(new BlockOutcome.Overlaps(List.of(shown, booked)));
        assertThat(count("select count(*) from block")).isZero();
        assertThat(await(blocks.block(salon(), request, found -> found.equals(List.of(shown, booked)))))
                .isInstanceOfSatisfying(Blocked.class, done -> assertThat(done.kept()).containsExactly(shown, booked));
    }
}
