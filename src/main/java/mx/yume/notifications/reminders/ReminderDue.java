package mx.yume.notifications.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.scheduling.AppointmentId;

/**
 * Somebody is to be reminded, unless the visit was moved or cancelled meanwhile; payload of a job that is due then.
 *
 * @param start when it is to begin: a reminder of another time is none
 */
@RegisterForReflection
record ReminderDue(@JsonProperty("appointment") UUID appointment, @JsonProperty("start") Instant start,
        @JsonProperty("which") Which which) {

    static final String KIND = "reminder.due";
    private static final Duration SETTLED = Duration.ofHours(1);

    @RegisterForReflection
    enum Which {
        @JsonProperty("day_before")
        DAY_BEFORE(Duration.ofHours(24), Duration.ofHours(23)),
        /** Where the business wants it. */
        @JsonProperty("hours_before")
        HOURS_BEFORE(Duration.ofHours(2), Duration.ofHours(2));

        private final Duration ahead;
        private final Duration least;

        Which(Duration ahead, Duration least) {
            this.ahead = ahead;
            this.least = least;
        }

        String sql() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    AppointmentId id() {
        return new AppointmentId(appointment);
    }

    /** @param decided when the visit was booked or moved to this time: nobody is asked about it in the same breath */
    Instant due(Instant decided) {
        var usual = start.minus(which.ahead);
        var settled = decided.plus(SETTLED);
        return usual.isBefore(settled) ? settled : usual;
    }

    /** Whoever booked later than this knows it still. */
    boolean worthPlanning(Instant now) {
        return !start.minus(which.least).isBefore(now);
    }
}
