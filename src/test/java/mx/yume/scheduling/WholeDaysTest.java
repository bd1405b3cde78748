package mx.yume.scheduling;

import static mx.yume.scheduling.Studio.DAYTIME;
import static mx.yume.scheduling.Studio.HUGO;
import static mx.yume.scheduling.Studio.ROSA;
import static mx.yume.scheduling.Studio.Sold.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Which slots leave a gap too short to sell, and which are offered first. */
class WholeDaysTest {

    @Test
    void aGapTooShortForTheShortestServiceIsACrumb() {
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME).busy(ROSA.value(), "12:00-13:00");
        assertThat(crumbs(studio, 1)).containsExactly("09:30", "10:30", "13:30", "15:30");
    }

    @Test
    void theShortestServiceIsTheirOwnWithItsBuffers() {
        var fits = new Studio().sells(service(1, 60), service(2, 30)).with(ROSA, DAYTIME);
        assertThat(crumbs(fits, 1)).isEmpty();
        var buffered = new Studio().sells(service(1, 60), service(2, 20).buffers(10, 5)).with(ROSA, DAYTIME);
        assertThat(crumbs(buffered, 1)).containsExactly("09:30", "15:30");
    }

    @Test
    void buffersOfTheVisitAreNoGap() {
        var studio = new Studio().sells(service(1, 60).buffers(30, 0)).with(ROSA, DAYTIME);
        assertThat(crumbs(studio, 1)).containsExactly("10:00", "10:30", "15:00", "15:30");
    }

    @Test
    void onlyWhoWouldServeCounts() {
        var studio = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME).with(HUGO, DAYTIME)
                .busy(ROSA.value(), "09:00-09:30").busy(HUGO.value(), "11:00-12:00", "16:00-17:00");
        var slots = studio.slots(Terms.ONLINE, false, 1);
        assertThat(slots).filteredOn(slot -> slot.start().toLocalTime().toString().equals("09:30"))
                .singleElement().satisfies(slot -> {
                    assertThat(slot.staff()).containsExactly(ROSA, HUGO);
                    assertThat(slot.leavesCrumbs()).isFalse();
                });
    }

    @Test
    void everyoneOfAVisitCounts() {
        var studio = new Studio().sells(service(1, 60).of("Cabello"), service(2, 60).of("Uñas")).with(ROSA, DAYTIME)
                .with(HUGO, DAYTIME).busy(HUGO.value(), "11:30-17:00");
        assertThat(studio.slots(Terms.ONLINE, true, 1, 2)).filteredOn(slot -> !slot.leavesCrumbs())
                .extracting(slot -> slot.start().toLocalTime().toString()).doesNotContain("09:30", "10:00");
    }

    @Test
    void offersAreTheEarliestThatKeepTheDayWholeThenTheOthers() {
        var slots = new Studio().sells(service(1, 60)).with(ROSA, DAYTIME).slots(Terms.ONLINE, false, 1);
        assertThat(starts(Ranking.best(slots, true, 3))).containsExactly("09:00", "10:00", "10:30");
        assertThat(starts(Ranking.best(slots, false, 3))).containsExactly("09:00", "09:30", "10:00");
        assertThat(Ranking.best(slots, true, 100)).isEqualTo(slots);
        assertThat(Ranking.best(slots, true, 0)).isEmpty();
    }

    private static List<String> crumbs(Studio studio, int wanted) {
        return starts(studio.slots(Terms.ONLINE, false, wanted).stream().filter(Slot::leavesCrumbs).toList());
    }

    private static List<String> starts(List<Slot> slots) {
        return slots.stream().map(slot -> slot.start().toLocalTime().toString()).toList();
    }
}
