package mx.yume.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * What was read a moment ago, so that it is not read again for each of many. No longer than that is something believed that has
 * changed; a failure is not remembered. Safe for use by any number of threads, which may read the same at once.
 */
public final class Remembered<K, V> {

    private record Read<V>(V value, Instant until) {}

    private final Duration howLong;
    private final int most;
    private final Clock clock;
    private final Map<K, Read<V>> read = new ConcurrentHashMap<>();

    /** @param most whoever makes keys up gains nothing but that others are read again */
    public Remembered(Duration howLong, int most, Clock clock) {
        this.howLong = howLong;
        this.most = most;
        this.clock = clock;
    }

    public Uni<V> of(K key, Supplier<Uni<V>> reader) {
        var now = clock.instant();
        var known = read.get(key);
        // A clock that was set back is no reason to remember longer.
        return known != null && now.isBefore(known.until()) && !now.plus(howLong).isBefore(known.until())
                ? Uni.createFrom().item(known.value())
                : reader.get().invoke(value -> remember(key, new Read<>(value, now.plus(howLong))));
    }

    private void remember(K key, Read<V> value) {
        if (read.size() >= most) {
            read.clear();
        }
        read.put(key, value);
    }
}
