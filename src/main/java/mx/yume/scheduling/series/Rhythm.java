package mx.yume.scheduling.series;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import mx.yume.scheduling.series.SeriesOutcome.BadRhythm;
import mx.yume.scheduling.series.SeriesOutcome.NotSoManyTimes;
import mx.yume.scheduling.series.SeriesOutcome.NotSoManyWeeks;

/**
 * How often somebody comes back.
 *
 * @param everyWeeks 1 to 8, or it is refused
 * @param times 2 to 26, the first included, or it is refused
 */
public record Rhythm(int everyWeeks, int times) {

    static final int MOST_WEEKS = 8;
    static final int FEWEST_TIMES = 2;
    static final int MOST_TIMES = 26;

    Optional<BadRhythm> refusal() {
        if (everyWeeks < 1 || everyWeeks > MOST_WEEKS) {
            return Optional.of(new NotSoManyWeeks(MOST_WEEKS));
        }
        return times < FEWEST_TIMES || times > MOST_TIMES ? Optional.of(new NotSoManyTimes(FEWEST_TIMES, MOST_TIMES))
                : Optional.empty();
    }

    /** The same time on the clocks of a zone, whatever they did in between. */
    List<ZonedDateTime> starts(ZonedDateTime first, ZoneId zone) {
        var local = first.withZoneSameInstant(zone).toLocalDateTime();
        return IntStream.range(0, times).mapToObj(time -> local.plusWeeks((long) time * everyWeeks).atZone(zone)).toList();
    }
}
