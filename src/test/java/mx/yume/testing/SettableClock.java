package mx.yume.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Business time that only moves when a test says so. Begins on a Wednesday at ten in the morning, as the salon opens. */
@Alternative
@Priority(1)
@Singleton
public class SettableClock extends Clock {

    public static final ZoneId MEXICO_CITY = ZoneId.of("America/Mexico_City");
    public static final ZonedDateTime START = ZonedDateTime.of(2027, 1, 13, 10, 0, 0, 0, MEXICO_CITY);

    private volatile Instant now = START.toInstant();

    public void set(Instant instant) {
        now = instant;
    }

    public void set(ZonedDateTime time) {
        set(time.toInstant());
    }

    public synchronized void tick(Duration duration) {
        now = now.plus(duration);
    }

    public void reset() {
        set(START);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
