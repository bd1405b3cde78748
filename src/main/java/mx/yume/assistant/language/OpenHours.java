package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;

/**
 * Decides between morning and afternoon for an hour said bare, by when the business is open on that day, or on any day when
 * none was said: 1 to 7 are the afternoon if it is open then, 8 to 12 the morning (or midday), otherwise the other half if it
 * is open then, and the usual half if it is open at neither.
 */
record OpenHours(WeeklyHours hours, Optional<DayOfWeek> day) {
    private static final int FIRST_HOUR_OF_MORNING = 8;

    /** @param hour 1 to 12, as on a dial */
    LocalTime of(int hour, int minute) {
        LocalTime before = LocalTime.of(hour % 12, minute);
        LocalTime after = LocalTime.of(hour % 12 + 12, minute);
        boolean morningFirst = hour >= FIRST_HOUR_OF_MORNING && hour != 12;
        LocalTime usual = morningFirst ? before : after;
        LocalTime other = morningFirst ? after : before;
        return open(usual) || !open(other) ? usual : other;
    }

    private boolean open(LocalTime time) {
        return day.map(one -> open(one, time))
                .orElseGet(() -> Arrays.stream(DayOfWeek.values()).anyMatch(any -> open(any, time)));
    }

    private boolean open(DayOfWeek on, LocalTime time) {
        return hours.on(on).stream().anyMatch(stretch -> sameDay(stretch, time))
                || hours.on(on.minus(1)).stream()
                        .anyMatch(stretch -> stretch.crossesMidnight() && time.isBefore(stretch.closes()));
    }

    private static boolean sameDay(Hours stretch, LocalTime time) {
        return !time.isBefore(stretch.opens()) && (stretch.crossesMidnight() || time.isBefore(stretch.closes()));
    }
}
