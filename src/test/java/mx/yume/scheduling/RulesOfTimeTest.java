package mx.yume.scheduling;

import static mx.yume.scheduling.Shop.daily;
import static mx.yume.scheduling.Studio.CHAIR;
import static mx.yume.scheduling.Studio.DAY;
import static mx.yume.scheduling.Studio.DAYTIME;
import static mx.yume.scheduling.Studio.HUGO;
import static mx.yume.scheduling.Studio.OTHER_CHAIR;
import static mx.yume.scheduling.Studio.ROSA;
import static mx.yume.scheduling.Studio.at;
import static mx.yume.scheduling.Studio.id;
import static mx.yume.scheduling.Studio.range;
import static mx.yume.scheduling.Studio.wanted;
import static mx.yume.scheduling.Studio.wish;
import static mx.yume.scheduling.Studio.Sold.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.business.BreakId;
import mx.yume.business.Hours;
import mx.yume.business.Price;
import mx.yume.business.Skill;
import mx.yume.business.SpecialDays;
import mx.yume.business.WeeklyBreak;
import mx.yume.platform.Money;
import mx.yume.scheduling.Placement.Fits;

/** What a service takes of whose time, under which terms, and why a time cannot be had. */
class RulesOfTimeTest {

    private static final WeeklyBreak LUNCH = off(DayOfWeek.WEDNESDAY, "12:00", "13:00");

    @Test
    void processingLeavesTheStaffMemberFreeAndKeepsTheSpot() {
        var studio = new Studio().sells(service(1, 90).rests(30, 30).buffers(10, 20).on("silla"), service(2, 30))
                .with(ROSA, DAYTIME).spot(CHAIR, "silla").busy(ROSA.value(), "10:30-11:00");
        var seat = studio.fits("10:00", 1).seats().getFirst();
        assertThat(seat.visit()).isEqualTo(range("10:00-11:30"));
        assertThat(seat.staffBusy()).containsExactly(range("09:50-10:30"), range("11:00-11:50"));
        assertThat(seat.spotBusy()).isEqualTo(range("09:50-11:50"));
        assertThat(studio.busy(CHAIR.value(), "10:30-11:00").starts(1)).doesNotContain("10:00");
    }

    @Test
    void processingMayLieInTheBreakButHandsMayNot() {
        var studio = new Studio().sells(service(1, 120).rests(30, 60)).with(ROSA, DAYTIME, LUNCH);
        assertThat(studio.starts(1)).containsExactly("09:00", "09:30", "10:00", "11:30", "13:00", "13:30", "14:00", "14:30",
                "15:00");
    }

    @Test
    void processingMustStillLieInTheLocationsHours() {
        var studio = new Studio().open(daily("09:00-12:00", "13:00-17:00")).sells(service(1, 120).rests(30, 60)).with(ROSA,
                DAYTIME);
        assertThat(studio.starts(1)).doesNotContain("11:30").contains("10:00", "13:00");
    }

    @Test
    void bufferBeforeMustBeFreeButMayLieOutsideHours() {
        var studio = new Studio().sells(service(1, 60).buffers(30, 0)).with(ROSA, DAYTIME).busy(ROSA.value(), "11:00-12:00");
        assertThat(studio.starts(1)).startsWith("09:00", "09:30", "10:00").contains("12:30").doesNotContain("12:00");
    }

    @Test
    void breaksAreTheWallClocksAndMayCrossMidnight() {
        var night = daily("20:00-04:00");
        var nap = off(DayOfWeek.TUESDAY, "23:00", "01:00");
        var studio = new Studio().open(night).sells(service(1, 60)).with(ROSA, night, nap);
        assertThat(studio.starts(1)).startsWith("01:00", "01:30").contains("23:00");
    }

    @Test
    void breaksCountFromTheirFirstDayToTheirLast() {
        var ended = new WeeklyBreak(new BreakId(new UUID(5, 1)), DayOfWeek.WEDNESDAY, LUNCH.hours(), DAY.minusDays(30),
                Optional.of(DAY.minusDays(1)), "");
        var later = new WeeklyBreak(new BreakId(new UUID(5, 2)), DayOfWeek.WEDNESDAY, LUNCH.hours(), DAY.plusDays(1),
                Optional.empty(), "");
        assertThat(new Studio().sells(service(1, 60)).with(ROSA, DAYTIME, ended, later).starts(1)).contains("12:00");
        assertThat(new Studio().sells(service(1, 60)).with(ROSA, DAYTIME, LUNCH).starts(1)).doesNotContain("11:30", "12:00");
    }

    @Test
    void aSpecialDayReplacesTheWeeks() {
        var late = new SpecialDays(Map.of(DAY, List.of(new Hours(LocalTime.of(15, 0), LocalTime.of(19, 0)))));
        var studio = new Studio().special(late).sells(service(1, 60)).with(ROSA, daily("09:00-20:00"));
        assertThat(studio.starts(1)).startsWith("15:00").endsWith("18:00");
        assertThat(new Studio().special(new SpecialDays(Map.of(DAY, List.of()))).sells(service(1, 60)).with(ROSA, DAYTIME)
                .starts(1)).isEmpty();
    }

    @Test
    void whoeverGivesItSetsDurationAndPrice() {
        var own = Map.of(id(1), new Skill(Optional.of(Duration.ofMinutes(45)), Optional.of(Price.of(Money.pesos(350))), true));
        var visit = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME, own, Optional.empty()).fits("09:00", 1);
        assertThat(visit.visit()).isEqualTo(range("09:00-09:45"));
        assertThat(visit.price()).isEqualTo(Money.pesos(350));
    }

    @Test
    void aLengthOfItsOwnIsTheLastServices() {
        var studio = new Studio().sells(service(1, 60), service(2, 60).rests(10, 20)).with(ROSA, DAYTIME);
        var longer = wish(at("2027-01-13T09:00"), Terms.COUNTER, wanted(1, 2), false, Optional.of(Duration.ofMinutes(95)));
        assertThat(((Fits) studio.place(longer)).visit()).isEqualTo(range("09:00-11:35"));
        for (int minutes : List.of(0, 4, 30, 721, -60)) {
            var bad = wish(at("2027-01-13T09:00"), Terms.COUNTER, wanted(1, 2), false,
                    Optional.of(Duration.ofMinutes(minutes)));
            assertThat(studio.refusal(bad)).as("%d minutes", minutes).isEqualTo(new Refusal.BadLength());
        }
        var seconds = wish(at("2027-01-13T09:00"), Terms.COUNTER, wanted(1, 2), false,
                Optional.of(Duration.ofMinutes(95).plusSeconds(1)));
        assertThat(studio.refusal(seconds)).isEqualTo(new Refusal.BadLength());
    }

    @Test
    void alternativesFitTheLengthAskedFor() {
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME).busy(ROSA.value(), "10:00-11:00", "13:00-17:00");
        var wish = wish(at("2027-01-13T10:00"), Terms.ONLINE, wanted(1), false, Optional.of(Duration.ofHours(2)));
        var query = new SlotQuery(Shop.PLACE, wanted(1), false, DAY, DAY, Terms.ONLINE);
        assertThat(studio.availability().nearest(wish, query, wish.start(), Duration.ofDays(1)))
                .extracting(slot -> slot.start().toLocalTime().toString()).containsExactly("11:00");
    }

    @Test
    void theLongestNoticeOfAVisitCounts() {
        var studio = new Studio().now("2027-01-13T09:00").notice(Duration.ofMinutes(30))
                .sells(service(1, 30).notice(Duration.ofHours(2)), service(2, 30), service(3, 30).notice(Duration.ZERO))
                .with(ROSA, DAYTIME);
        assertThat(studio.starts(1, 2)).startsWith("11:00");
        assertThat(studio.starts(2)).startsWith("09:30");
        assertThat(studio.starts(3)).startsWith("09:00");
        assertThat(studio.refusal(wish("10:00", Terms.ONLINE, wanted(1))))
                .isEqualTo(new Refusal.TooSoon(Duration.ofHours(2), List.of()));
    }

    @Test
    void atTheCounterAnyMinuteFromTwoBeforeTheOneThatIsRunning() {
        var studio = new Studio().now("2027-01-13T10:07:31").notice(Duration.ofHours(3)).sells(service(1, 60)).with(ROSA,
                DAYTIME);
        assertThat(studio.place(wish("10:07", Terms.COUNTER, wanted(1)))).isInstanceOf(Fits.class);
        assertThat(studio.place(wish("10:08", Terms.COUNTER, wanted(1)))).isInstanceOf(Fits.class);
        assertThat(studio.place(wish("10:05", Terms.COUNTER, wanted(1)))).isInstanceOf(Fits.class);
        assertThat(studio.place(wish("10:05", Terms.AFTER_HOURS, wanted(1)))).isInstanceOf(Fits.class);
        assertThat(studio.refusal(wish("10:04", Terms.AFTER_HOURS, wanted(1)))).isEqualTo(new Refusal.InThePast(List.of()));
        assertThat(studio.refusal(wish("10:07", Terms.ONLINE, wanted(1)))).isEqualTo(new Refusal.InThePast(List.of()));
        assertThat(studio.refusal(wish("10:04", Terms.COUNTER, wanted(1)))).isEqualTo(new Refusal.InThePast(List.of()));
        assertThat(studio.refusal(wish("10:08:30", Terms.COUNTER, wanted(1)))).isEqualTo(new Refusal.OutsideHours(List.of()));
        assertThat(studio.refusal(wish("16:01", Terms.COUNTER, wanted(1)))).isEqualTo(new Refusal.OutsideHours(List.of()));
        assertThat(studio.slots(Terms.COUNTER, false, 1)).first()
                .satisfies(slot -> assertThat(slot.start().toLocalTime()).isEqualTo(LocalTime.of(10, 30)));
    }

    @Test
    void atTheCounterAYearAhead() {
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME);
        assertThat(studio.place(wish(at("2028-01-11T10:00"), Terms.COUNTER, wanted(1), false, Optional.empty())))
                .isInstanceOf(Fits.class);
        assertThat(studio.refusal(wish(at("2028-01-12T10:00"), Terms.COUNTER, wanted(1), false, Optional.empty())))
                .isEqualTo(new Refusal.BeyondHorizon(DAY.minusDays(2).plusDays(365)));
    }

    @Test
    void afterHoursHoursDoNotMatterButOthersDo() {
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME, LUNCH).busy(ROSA.value(), "20:00-21:00");
        assertThat(studio.place(wish("18:13", Terms.AFTER_HOURS, wanted(1)))).isInstanceOf(Fits.class);
        assertThat(studio.place(wish("12:00", Terms.AFTER_HOURS, wanted(1)))).isInstanceOf(Fits.class);
        assertThat(studio.refusal(wish("19:30", Terms.AFTER_HOURS, wanted(1)))).isEqualTo(new Refusal.SlotTaken(List.of()));
        assertThat(studio.slots(Terms.AFTER_HOURS, false, 1)).hasSize(48 - 3);
    }

    @Test
    void whoIsNotBookedOnlineIsTheCounters() {
        var offline = Map.of(id(1), new Skill(Optional.empty(), Optional.empty(), false));
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME, offline, Optional.empty());
        assertThat(studio.starts(1)).isEmpty();
        assertThat(studio.refusal(wish("10:00", Terms.ONLINE, wanted(1)))).isEqualTo(new Refusal.NotOnline());
        assertThat(studio.place(wish("10:00", Terms.COUNTER, wanted(1)))).isInstanceOf(Fits.class);
        var both = studio.with(HUGO, DAYTIME);
        var rosa = wish("10:00", Terms.ONLINE, List.of(new Wanted(id(1), Optional.of(ROSA))));
        assertThat(both.refusal(rosa)).isEqualTo(new Refusal.NotOnline());
        assertThat(both.slots(Terms.ONLINE, false, 1)).allSatisfy(slot -> assertThat(slot.staff()).containsExactly(HUGO));
    }

    @Test
    void whatCannotBeHadAtAnyTimeSaysSoFirst() {
        var studio = new Studio().now("2027-01-14T00:00").sells(service(1, 60), service(2, 60).on("cabina"), service(3, 60))
                .with(ROSA, DAYTIME, Map.of(id(1), Skill.USUAL, id(2), Skill.USUAL), Optional.empty());
        assertThat(refusal(studio)).isEqualTo(new Refusal.UnknownService());
        assertThat(refusal(studio, 1, 9)).isEqualTo(new Refusal.UnknownService());
        assertThat(refusal(studio, 1, 1, 1, 1, 1, 1)).isEqualTo(new Refusal.TooMany());
        assertThat(refusal(studio, 3)).isEqualTo(new Refusal.NobodyCan());
        assertThat(studio.refusal(wish("10:00", Terms.ONLINE, List.of(new Wanted(id(1), Optional.of(HUGO))))))
                .isEqualTo(new Refusal.CannotServe());
        assertThat(refusal(studio, 2)).isEqualTo(new Refusal.NoSpot());
        assertThat(refusal(studio, 1)).isEqualTo(new Refusal.InThePast(List.of()));
    }

    @Test
    void longerThanAnybodyWorksIsTooLongAndNobodyWorkingIsNot() {
        var studio = new Studio().sells(service(1, 300), service(2, 300)).with(ROSA, daily("09:00-13:00"));
        assertThat(refusal(studio, 1)).isEqualTo(new Refusal.TooLong());
        assertThat(refusal(new Studio().sells(service(1, 300), service(2, 300)).with(ROSA, DAYTIME), 1, 2))
                .isEqualTo(new Refusal.TooLong());
        assertThat(refusal(new Studio().sells(service(1, 300)).with(ROSA, daily()), 1))
                .isEqualTo(new Refusal.OutsideHours(List.of()));
    }

    @Test
    void whoHasTheFewestMinutesThatDayServesAndTheOwnersOrderDecidesBetweenEquals() {
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME).with(HUGO, DAYTIME);
        assertThat(studio.fits("12:00", 1).seats().getFirst().staff().id()).isEqualTo(ROSA);
        studio.busy(ROSA.value(), "09:00-10:00").busy(HUGO.value(), "15:00-15:30");
        assertThat(studio.fits("12:00", 1).seats().getFirst().staff().id()).isEqualTo(HUGO);
        studio.busy(HUGO.value(), "15:00-15:30", "16:00-17:00");
        assertThat(studio.fits("12:00", 1).seats().getFirst().staff().id()).isEqualTo(ROSA);
    }

    @Test
    void aMembersOwnSpotIsTakenFirstButTheOneItHasBefore() {
        var studio = new Studio().sells(service(1, 60).on("silla"))
                .with(ROSA, DAYTIME, Map.of(id(1), Skill.USUAL), Optional.of(OTHER_CHAIR)).spot(CHAIR, "silla")
                .spot(OTHER_CHAIR, "silla");
        assertThat(spot(studio.fits("10:00", 1))).isEqualTo(OTHER_CHAIR);
        studio.busy(OTHER_CHAIR.value(), "10:30-11:00");
        assertThat(spot(studio.fits("10:00", 1))).isEqualTo(CHAIR);
    }

    private static mx.yume.business.SpotId spot(Fits fits) {
        return fits.seats().getFirst().spot().orElseThrow().id();
    }

    private static Refusal refusal(Studio studio, int... services) {
        return studio
                .refusal(wish("10:00", Terms.ONLINE, IntStream.of(services).mapToObj(Studio::id).map(Wanted::of).toList()));
    }

    private static WeeklyBreak off(DayOfWeek day, String from, String to) {
        return new WeeklyBreak(new BreakId(new UUID(5, 0)), day, new Hours(LocalTime.parse(from), LocalTime.parse(to)),
                DAY.minusDays(30), Optional.empty(), "Comida");
    }
}
