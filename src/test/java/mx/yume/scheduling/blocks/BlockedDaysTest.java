package mx.yume.scheduling.blocks;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.scheduling.blocks.BlockOutcome.Refused;

/** Days of 23 and 25 hours, and many at once, in Tijuana. */
class BlockedDaysTest extends WithBlocks {

    private static final LocalDate SHORT = LocalDate.of(2027, 3, 14);
    private static final LocalDate LONG = LocalDate.of(2027, 11, 7);
    private static final String HOURS = "select extract(epoch from sum(upper(during) - lower(during)))::bigint / 3600 from reservation";

    @BeforeEach
    void inTijuana() {
        execute("update location set zone = 'America/Tijuana'");
    }

    @Test
    void eachDayIsBlockedAsLongAsItIs() {
        days(SHORT, SHORT);
        assertThat(count(HOURS)).isEqualTo(23);
        days(LONG, LONG);
        assertThat(count(HOURS)).isEqualTo(23 + 25);
    }

    @Test
    void noReservationLastsOverADayAroundTheChangesOfTheClocks() {
        days(SHORT.minusDays(1), SHORT.plusDays(1));
        assertThat(count("select count(*) from reservation")).isEqualTo(3);
        assertThat(count(HOURS)).isEqualTo(71);
        days(LONG.minusDays(1), LONG.plusDays(1));
        assertThat(count("select count(*) from reservation")).isEqualTo(3 + 4);
        assertThat(count(HOURS)).isEqualTo(71 + 73);
        assertThat(count("select count(*) from block")).isEqualTo(2);
    }

    @Test
    void anHourThatTheClocksSkipCannotBeBlocked() {
        assertThat(block(Who.only(BETO), stretch(SHORT.atTime(2, 15), SHORT.atTime(2, 45)), ""))
                .isEqualTo(new Refused(new BlockRefusal.EndsBeforeItStarts()));
        block(Who.only(BETO), stretch(SHORT.atTime(1, 0), SHORT.atTime(2, 30)), "");
        assertThat(count(HOURS)).isEqualTo(1);
    }

    @Test
    void anHourThatHappensTwiceIsBlockedTwice() {
        block(Who.only(BETO), stretch(LONG.atTime(1, 0), LONG.atTime(2, 0)), "");
        assertThat(count(HOURS)).isEqualTo(2);
    }

    @Test
    void aPartOfManyDaysIsGivenBackToTheMinute() {
        days(LONG.minusDays(2), LONG.plusDays(2));
        var middle = stretch(LONG.minusDays(1).atTime(15, 0), LONG.plusDays(1).atTime(9, 30));
        assertThat(await(blocks.unblock(salon(), BETO, middle, "real")))
                .isInstanceOf(UnblockOutcome.Unblocked.class);
        assertThat(count("select extract(epoch from sum(upper(during) - lower(during)))::bigint / 60 from reservation"))
                .isEqualTo((24 + 15 + 14 + 24) * 60 + 30);
        assertThat(count("select count(*) from block")).isEqualTo(2);
    }

    @Test
    void theDayIsThatOfTheLocation() {
        assertThat(at(0, 10, 0).toLocalDate()).isEqualTo(LocalDate.of(2027, 1, 13));
        days(LocalDate.of(2027, 1, 13), LocalDate.of(2027, 1, 13));
        assertThat(
                count("select count(*) from block where starts_at = '2027-01-13 00:00-08' and ends_at = '2027-01-14 00:00-08'"))
                .isOne();
    }

    private void days(LocalDate first, LocalDate last) {
        assertThat(block(Who.only(BETO), new When.WholeDays(LOCATION, first, last), ""))
                .isInstanceOf(BlockOutcome.Blocked.class);
    }

    private static When.Once stretch(LocalDateTime from, LocalDateTime to) {
        return new When.Stretch(LOCATION, from, to);
    }
}
