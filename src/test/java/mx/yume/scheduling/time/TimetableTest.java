package mx.yume.scheduling.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import mx.yume.testing.SalonLupita;

class TimetableTest {

    @Test
    void oneDayOfBetoIsHisHoursWithoutHisLunchAndWhatHeHas() {
        var salon = SalonLupita.business();
        var beto = salon.staffMember(SalonLupita.BETO).orElseThrow();
        var cut = salon.service(SalonLupita.CORTE).orElseThrow();
        var day = LocalDate.of(2027, 1, 14);
        long ten = day.atTime(10, 0).atZone(salon.location().zone()).toEpochSecond();
        var busy = Spans.of(ten + 3600, ten + 2 * 3600);

        var starts = new ArrayList<String>();
        var days = new Days(salon.location().zone(), day, day);
        var giver = new Giver(beto, 0, Shape.of(cut, cut.duration()));
        var timetable = new Timetable(salon.location(), days, id -> busy, false);
        days.cells(timetable.startsOf(giver), salon.location().grid(), start -> starts
                .add(Instant.ofEpochSecond(start).atZone(salon.location().zone()).toLocalTime().toString()));

        assertThat(starts).startsWith("10:00", "10:15", "12:00", "12:15", "14:00").endsWith("19:15");
    }
}
