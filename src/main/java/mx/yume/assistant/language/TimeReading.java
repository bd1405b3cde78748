package mx.yume.assistant.language;

import java.time.LocalTime;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A time of day, or a stretch of it: an exact time has {@code from} equal to {@code to}. Both are included. */
@RegisterForReflection
public record TimeReading(LocalTime from, LocalTime to) {

    public static TimeReading at(LocalTime time) {
        return new TimeReading(time, time);
    }

    public boolean exact() {
        return from.equals(to);
    }

    public boolean includes(LocalTime time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }
}
