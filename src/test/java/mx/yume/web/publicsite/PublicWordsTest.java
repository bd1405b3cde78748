package mx.yume.web.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.SpecialDays;
import mx.yume.business.WeeklyHours;
import mx.yume.testing.SalonLupita;
import mx.yume.web.publicsite.PublicView.Line;

class PublicWordsTest {

    private static final Hours MORNING = new Hours(LocalTime.of(9, 0), LocalTime.of(14, 0));
    private static final Hours AFTERNOON = new Hours(LocalTime.of(16, 0), LocalTime.MIDNIGHT);

    @Test
    void daysThatAreAlikeShareALineAndBreaksAreTold() {
        var days = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.put(DayOfWeek.TUESDAY, List.of(MORNING, AFTERNOON));
        days.put(DayOfWeek.WEDNESDAY, List.of(MORNING, AFTERNOON));
        days.put(DayOfWeek.SATURDAY, List.of(MORNING));
        days.put(DayOfWeek.SUNDAY, List.of(MORNING));
        assertThat(PublicWords.week(at(new WeeklyHours(days))).stream()
                .map(line -> new Line(line.day(), line.hours().replace('\u00A0', ' ')))).containsExactly(
                        new Line("Lunes", "Cerrado"),
                        new Line("Martes y miércoles", "9:00 a.m. a 2:00 p.m. y 4:00 p.m. a 12:00 a.m."),
                        new Line("Jueves y viernes", "Cerrado"),
                        new Line("Sábado y domingo", "9:00 a.m. a 2:00 p.m."));
    }

    @Test
    void aWeekWithoutHoursIsOneLine() {
        assertThat(PublicWords.week(at(new WeeklyHours(Map.of())))).containsExactly(new Line("Lunes a domingo", "Cerrado"));
    }

    private static Location at(WeeklyHours hours) {
        var location = SalonLupita.business().location();
        return new Location(location.id(), location.name(), "", location.zone(), hours, SpecialDays.NONE,
                Duration.ofMinutes(15),
                Duration.ZERO, 60, true);
    }
}
