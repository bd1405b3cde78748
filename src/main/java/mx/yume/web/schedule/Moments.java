package mx.yume.web.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days and times as browsers send them. */
final class Moments {

    private static final Pattern DAY = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");

    private Moments() {}

    /** "2027-01-15", of this century; empty for what is none. */
    static Optional<LocalDate> day(String written) {
        try {
            return DAY.matcher(written).matches() ? Optional.of(LocalDate.parse(written)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** "15:30"; empty for what is none. */
    static Optional<LocalTime> time(String written) {
        try {
            return TIME.matcher(written).matches() ? Optional.of(LocalTime.parse(written)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
