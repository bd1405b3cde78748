package mx.yume.conversation.outbox;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When people are not to be woken (SPEC 8). It may cross midnight.
 *
 * @param from local, included
 * @param to local, not included
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public static final String OFF = "off";

    private static final Pattern WRITTEN = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** "21:30-08:00", or "off" for none. */
    public static Optional<QuietHours> parse(String written) {
        if (written.equals(OFF)) {
            return Optional.empty();
        }
        var form = WRITTEN.matcher(written);
        if (!form.matches()) {
            throw new IllegalArgumentException("Quiet hours are written like 21:30-08:00, or off");
        }
        int dash = written.indexOf('-');
        var hours = new QuietHours(LocalTime.parse(written.substring(0, dash), HOUR),
                LocalTime.parse(written.substring(dash + 1), HOUR));
        return hours.from.equals(hours.to) ? Optional.empty() : Optional.of(hours);
    }

    /** When they end, if they are on; on a day that skips that hour, as soon as the clocks show a later one. */
    public Optional<Instant> until(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        boolean overnight = !from.isBefore(to);
        boolean evening = !time.isBefore(from);
        boolean morning = time.isBefore(to);
        if (overnight ? !evening && !morning : !evening || !morning) {
            return Optional.empty();
        }
        var day = overnight && evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(day.atTime(to).atZone(zone).toInstant()).filter(end -> end.isAfter(now));
    }
}
