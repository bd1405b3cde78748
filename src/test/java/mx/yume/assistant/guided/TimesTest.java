package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.tools.Turns;
import mx.yume.assistant.tools.Wish;
import mx.yume.scheduling.Slot;
import mx.yume.testing.SalonLupita;

class TimesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 14);

    @Test
    void theStartThatWasWantedIsTakenWhenItIsFree() {
        assertThat(Times.match(quarters(DAY, 10, 20), on(DAY, at(17)))).isEqualTo(new Times.Found.Exactly(slot(DAY, "17:00")));
        assertThat(Times.match(quarters(DAY, 10, 16), on(DAY, at(17)))).isEqualTo(new Times.Found.NotThen());
    }

    @Test
    void aWholeDayIsShownByTenOfItsHours() {
        var shown = fitting(quarters(DAY, 10, 20), on(DAY, Optional.empty()));
        assertThat(shown).hasSize(10).isSorted().allMatch(time -> time.getMinute() == 0).startsWith(LocalTime.of(10, 0));
    }

    @Test
    void fewFreeTimesAreAllShown() {
        assertThat(fitting(List.of(slot(DAY, "10:15"), slot(DAY, "10:30"), slot(DAY, "18:45")), on(DAY, Optional.empty())))
                .hasSize(3);
        assertThat(fitting(quarters(DAY, 10, 12), on(DAY, Optional.empty()))).hasSize(4);
    }

    @Test
    void timesThatLeaveNoCrumbsAreShownWhenThereAreEnoughOfThem() {
        var free = List.of(crumbling("10:00"), slot(DAY, "10:15"), crumbling("11:00"), slot(DAY, "12:15"), slot(DAY, "13:15"));
        assertThat(fitting(free, on(DAY, Optional.empty()))).containsExactly(LocalTime.of(10, 15), LocalTime.of(12, 15),
                LocalTime.of(13, 15));
        assertThat(fitting(free.subList(0, 4), on(DAY, Optional.empty()))).hasSize(4);
    }

    @Test
    void aStretchShowsOnlyWhatIsInside() {
        var evening = Optional.of(new TimeReading(LocalTime.of(16, 0), LocalTime.of(18, 0)));
        assertThat(fitting(quarters(DAY, 10, 20), on(DAY, evening))).containsExactly(LocalTime.of(16, 0), LocalTime.of(17, 0),
                LocalTime.of(18, 0));
    }

    @Test
    void whereNothingFitsTheNearestAreShown() {
        var evening = Optional.of(new TimeReading(LocalTime.of(18, 0), LocalTime.of(20, 0)));
        assertThat(Times.match(quarters(DAY, 10, 12), on(DAY, evening))).isEqualTo(new Times.Found.OnlyNear(
                List.of(slot(DAY, "11:15"), slot(DAY, "11:30"), slot(DAY, "11:45"))));
    }

    @Test
    void severalDaysAreShownByAFewTimesOfEach() {
        var week = IntStream.range(0, 7).boxed().flatMap(day -> quarters(DAY.plusDays(day), 10, 20).stream()).toList();
        var shown = Times.shown(week);
        assertThat(shown).hasSize(10);
        assertThat(shown.stream().map(slot -> slot.start().toLocalDate()).distinct()).hasSize(5);
        assertThat(shown.getFirst()).isEqualTo(slot(DAY, "10:00"));
    }

    @Test
    void anHourWithoutADayIsShownOnTheNextDays() {
        var two = Stream.of(DAY, DAY.plusDays(1)).flatMap(day -> quarters(day, 10, 20).stream()).toList();
        var wish = Wish.NOTHING.when(Optional.empty(), at(17), Turns.NOW.getZone());
        assertThat(fitting(two, wish)).containsExactly(LocalTime.of(17, 0), LocalTime.of(17, 0));
    }

    private static List<LocalTime> fitting(List<Slot> free, Wish wish) {
        return ((Times.Found.Fitting) Times.match(free, wish)).slots().stream().map(slot -> slot.start().toLocalTime())
                .toList();
    }

    private static Wish on(LocalDate day, Optional<TimeReading> time) {
        return Wish.NOTHING.when(Optional.of(DayReading.of(day)), time, Turns.NOW.getZone());
    }

    private static Optional<TimeReading> at(int hour) {
        return Optional.of(TimeReading.at(LocalTime.of(hour, 0)));
    }

    private static List<Slot> quarters(LocalDate day, int from, int to) {
        return IntStream.range(from * 4, to * 4)
                .mapToObj(quarter -> slot(day, "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15))).toList();
    }

    private static Slot crumbling(String time) {
        var slot = slot(DAY, time);
        return new Slot(slot.start(), slot.end(), slot.staff(), true);
    }

    private static Slot slot(LocalDate day, String time) {
        var start = day.atTime(LocalTime.parse(time)).atZone(Turns.NOW.getZone());
        return new Slot(start, start.plusMinutes(45), List.of(SalonLupita.BETO), false);
    }
}
