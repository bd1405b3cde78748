package mx.yume.web.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Where things stand on a day: in rows of five minutes on the wall clock, from the first hour that is shown.
 *
 * @param first hour that is shown, 0 to 29
 * @param hours how many are shown
 */
record Board(LocalDate day, int first, int hours) {

    /** The latest closing time is this hour of the next day. */
    static final int NIGHT_ENDS = 6;
    /** Minutes. */
    static final int STEP = 5;

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    /** The minute on the clock, counted from the midnight that begins the day; the next day's go on from there. */
    int minute(ZonedDateTime moment) {
        return (int) Duration.between(day.atStartOfDay(), moment.toLocalDateTime()).toMinutes();
    }

    /** Cut to what is shown. */
    int shown(int minute) {
        return Math.clamp(minute, first * HOUR, (first + hours) * HOUR);
    }

    boolean shows(int from, int to) {
        return shown(from) < shown(to);
    }

    /** The classes of a place from one minute to another: at least a quarter of an hour high, so that it can be read. */
    String place(int from, int to) {
        int start = (shown(from) - first * HOUR) / STEP;
        int span = Math.max(1, (shown(to) - shown(from) + STEP - 1) / STEP);
        return "r" + start + " s" + span;
    }

    static Board around(LocalDate day, int earliest, int latest) {
        int first = Math.clamp(earliest / HOUR, 0, DAY / HOUR - 1);
        int last = Math.clamp((latest + HOUR - 1) / HOUR, first + 1, DAY / HOUR + NIGHT_ENDS);
        return new Board(day, first, last - first);
    }
}
