package mx.yume.scheduling;

import static mx.yume.scheduling.Shop.daily;
import static mx.yume.scheduling.Studio.CHAIR;
import static mx.yume.scheduling.Studio.DAYTIME;
import static mx.yume.scheduling.Studio.HUGO;
import static mx.yume.scheduling.Studio.OTHER_CHAIR;
import static mx.yume.scheduling.Studio.ROSA;
import static mx.yume.scheduling.Studio.at;
import static mx.yume.scheduling.Studio.id;
import static mx.yume.scheduling.Studio.range;
import static mx.yume.scheduling.Studio.told;
import static mx.yume.scheduling.Studio.wanted;
import static mx.yume.scheduling.Studio.wish;
import static mx.yume.scheduling.Studio.Sold.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.StaffId;
import mx.yume.scheduling.Placement.Fits;

/** Several services in one visit, one after the other or at once. */
class VisitsTest {

    @Test
    void servicesFollowEachOtherInTheOrderNamed() {
        var studio = new Studio().sells(service(1, 60), service(2, 30)).with(ROSA, DAYTIME);
        assertThat(told(studio.fits("09:00", 1, 2))).containsExactly("1 09:00-10:00 Rosa", "2 10:00-10:30 Rosa");
        assertThat(told(studio.fits("09:00", 2, 1))).containsExactly("2 09:00-09:30 Rosa", "1 09:30-10:30 Rosa");
        assertThat(studio.starts(1, 2)).startsWith("09:00").endsWith("15:30");
    }

    @Test
    void anotherOrderIsTakenWhenOnlyThatFits() {
        var studio = new Studio().sells(service(1, 60), service(2, 30)).with(ROSA, DAYTIME, of(1), Optional.empty())
                .with(HUGO, DAYTIME, of(2), Optional.empty()).busy(ROSA.value(), "09:00-09:30")
                .busy(HUGO.value(), "09:30-17:00");
        assertThat(told(studio.fits("09:00", 1, 2))).containsExactly("2 09:00-09:30 Hugo", "1 09:30-10:30 Rosa");
        assertThat(studio.starts(1, 2)).containsExactly("09:00");
    }

    @Test
    void onePersonsBuffersBetweenServicesOfOneVisitAreNotKept() {
        var studio = new Studio().open(daily("09:00-11:00")).sells(service(1, 60).buffers(0, 60), service(2, 60).buffers(60, 0))
                .with(ROSA, DAYTIME);
        var visit = studio.fits("09:00", 1, 2);
        assertThat(told(visit)).containsExactly("1 09:00-10:00 Rosa", "2 10:00-11:00 Rosa");
        assertThat(Claim.of(visit)).extracting(Claim::during).containsExactly(range("09:00-11:00"));
    }

    @Test
    void buffersOfTwoPeopleAreKeptForThemAlone() {
        var studio = new Studio().sells(service(1, 60).buffers(0, 60), service(2, 60))
                .with(ROSA, DAYTIME, of(1), Optional.empty())
                .with(HUGO, DAYTIME, of(2), Optional.empty()).busy(ROSA.value(), "11:00-17:00");
        assertThat(told(studio.fits("09:00", 1, 2))).containsExactly("1 09:00-10:00 Rosa", "2 10:00-11:00 Hugo");
        assertThat(studio.starts(1, 2)).contains("09:00").doesNotContain("09:30");
    }

    @Test
    void oneAfterTheOtherUnlessAskedForSideBySide() {
        var studio = beautyParlor();
        assertThat(studio.slots(Terms.ONLINE, false, 1, 2).getFirst().end()).isEqualTo("2027-01-13T10:45-06:00");
        assertThat(studio.slots(Terms.ONLINE, true, 1, 2).getFirst().end()).isEqualTo("2027-01-13T10:00-06:00");
        assertThat(told(together(studio, "09:00", 1, 2))).containsExactly("1 09:00-10:00 Rosa", "2 09:00-09:45 Hugo");
    }

    @Test
    void whatCannotBeAtOnceFollowsEachOther() {
        var studio = beautyParlor().busy(HUGO.value(), "09:00-10:00");
        assertThat(told(together(studio, "09:00", 1, 2))).containsExactly("1 09:00-10:00 Rosa", "2 10:00-10:45 Hugo");
    }

    @Test
    void theNextServiceMayBeginAsOneOfTwoAtOnceEnds() {
        var studio = beautyParlor();
        assertThat(told(together(studio, "09:00", 1, 2, 3)))
                .containsExactly("1 09:00-10:00 Rosa", "2 09:00-09:45 Hugo", "3 09:45-10:15 Hugo");
    }

    @Test
    void servicesOfOneCategoryOrNoneAreNeverAtOnce() {
        var same = new Studio().sells(service(1, 60).of("Cabello"), service(2, 45).of("Cabello")).with(ROSA, DAYTIME)
                .with(HUGO, DAYTIME);
        assertThat(together(same, "09:00", 1, 2).visit()).isEqualTo(range("09:00-10:45"));
        var none = new Studio().sells(service(1, 60), service(2, 45).of("Cabello")).with(ROSA, DAYTIME).with(HUGO, DAYTIME);
        assertThat(together(none, "09:00", 1, 2).visit()).isEqualTo(range("09:00-10:45"));
    }

    @Test
    void onePersonNeverGivesTwoServicesAtOnce() {
        var alone = new Studio().sells(service(1, 60).of("Cabello").rests(15, 30), service(2, 30).of("Uñas")).with(ROSA,
                DAYTIME);
        assertThat(together(alone, "09:00", 1, 2).visit()).isEqualTo(range("09:00-10:30"));
    }

    @Test
    void twoServicesAtOnceNeedTwoSpots() {
        var studio = new Studio().sells(service(1, 60).of("Cabello").on("silla"), service(2, 60).of("Uñas").on("silla"))
                .with(ROSA, DAYTIME).with(HUGO, DAYTIME).spot(CHAIR, "silla");
        assertThat(together(studio, "09:00", 1, 2).visit()).isEqualTo(range("09:00-11:00"));
        var visit = together(studio.spot(OTHER_CHAIR, "silla"), "09:00", 1, 2);
        assertThat(visit.visit()).isEqualTo(range("09:00-10:00"));
        assertThat(visit.seats()).extracting(seat -> seat.spot().orElseThrow().id()).containsExactly(CHAIR, OTHER_CHAIR);
    }

    @Test
    void whoeverCouldGiveTheFirstOneNamedIsListed() {
        var studio = beautyParlor().with(new StaffId(new java.util.UUID(0, 3)), DAYTIME, of(2), Optional.empty());
        assertThat(studio.slots(Terms.ONLINE, true, 2, 1).getFirst().staff()).containsExactly(HUGO,
                new StaffId(new java.util.UUID(0, 3)));
    }

    @Test
    void aPreferenceHoldsForItsServiceAlone() {
        var studio = new Studio().sells(service(1, 60), service(2, 30)).with(ROSA, DAYTIME).with(HUGO, DAYTIME);
        var wish = wish("09:00", Terms.ONLINE, List.of(new Wanted(id(1), Optional.of(HUGO)), Wanted.of(id(2))));
        assertThat(told((Fits) studio.place(wish))).containsExactly("1 09:00-10:00 Hugo", "2 10:00-10:30 Rosa");
    }

    @Test
    void whoNeedsLessTimeMakesAVisitOfSeveralShorterButDoesNotGetEverybodyElse() {
        var slow = Map.of(id(1), new Skill(Optional.of(Duration.ofMinutes(90)), Optional.empty(), true), id(2), Skill.USUAL);
        var studio = new Studio().sells(service(1, 60), service(2, 30)).with(ROSA, DAYTIME, slow, Optional.empty())
                .with(HUGO, DAYTIME);
        assertThat(told(studio.fits("09:00", 1, 2))).containsExactly("1 09:00-10:00 Hugo", "2 10:00-10:30 Rosa");
        assertThat(told(studio.fits("09:00", 1))).containsExactly("1 09:00-10:30 Rosa");
    }

    @Test
    void noVisitIsLongerThanSixteenHours() {
        var day = daily("00:00-00:00");
        var studio = new Studio().open(day).sells(service(1, 480), service(2, 480), service(3, 30)).with(ROSA, day);
        assertThat(studio.starts(1, 2)).isNotEmpty();
        assertThat(studio.starts(1, 2, 3)).isEmpty();
        assertThat(studio.refusal(wish("09:00", Terms.ONLINE, wanted(1, 2, 3)))).isEqualTo(new Refusal.TooLong());
        assertThat(studio.refusal(wish("09:00", Terms.AFTER_HOURS, wanted(1, 2, 3)))).isEqualTo(new Refusal.TooLong());
    }

    @Test
    void fiveServicesWithAsManyLengthsAsPeopleAreStillFound() {
        var studio = new Studio().sells(service(1, 30), service(2, 30), service(3, 30), service(4, 30), service(5, 30));
        for (int person = 0; person < 10; person++) {
            var skills = new HashMap<ServiceId, Skill>();
            for (int number = 1; number <= 5; number++) {
                skills.put(id(number), new Skill(Optional.of(Duration.ofMinutes(30 + person)), Optional.empty(), true));
            }
            studio.with(new StaffId(new java.util.UUID(0, 100 + person)), DAYTIME, skills, Optional.empty());
        }
        assertThat(studio.fits("09:00", 1, 2, 3, 4, 5).visit()).isEqualTo(range("09:00-11:30"));
        assertThat(studio.starts(1, 2, 3, 4, 5)).startsWith("09:00").endsWith("14:30");
    }

    /** Hair by Rosa, nails and brows by Hugo. */
    private static Studio beautyParlor() {
        return new Studio().sells(service(1, 60).of("Cabello"), service(2, 45).of("Uñas"), service(3, 30).of("Cejas"))
                .with(ROSA, DAYTIME, of(1), Optional.empty()).with(HUGO, DAYTIME, of(2, 3), Optional.empty());
    }

    private static Fits together(Studio studio, String time, int... services) {
        return (Fits) studio.place(
                wish(at(Studio.DAY + "T" + time), Terms.ONLINE, wanted(services), true, Optional.empty()));
    }

    private static Map<ServiceId, Skill> of(int... services) {
        var skills = new HashMap<ServiceId, Skill>();
        for (int service : services) {
            skills.put(id(service), Skill.USUAL);
        }
        return skills;
    }
}
