package mx.yume.business;

import java.time.Duration;
import java.util.Optional;

import mx.yume.platform.Money;

/**
 * What a salon sells.
 *
 * @param category what it belongs to on the menu; services of one category, or of none, are never given side by side
 * @param duration from the customer's start to their end, {@code processing} included
 * @param bufferBefore kept free before it, for staff and spot alike
 * @param bufferAfter kept free after it, for staff and spot alike
 * @param spotKind the kind of spot it needs, if it needs one
 * @param minimumNotice instead of the location's, if it needs another
 */
public record Service(ServiceId id, String name, Optional<String> category, String description, Duration duration,
        Optional<Processing> processing, Duration bufferBefore, Duration bufferAfter, Price price, Optional<String> spotKind,
        Optional<Duration> minimumNotice) {

    public Service {
        if (!duration.isPositive() || processing.filter(rest -> rest.end().compareTo(duration) >= 0).isPresent()) {
            throw new IllegalArgumentException("Processing must end before the service does: " + name);
        }
    }

    /** Without buffers, processing, category or a notice of its own. */
    public static Service of(ServiceId id, String name, Duration duration, Money price, Optional<String> spotKind) {
        return new Service(id, name, Optional.empty(), "", duration, Optional.empty(), Duration.ZERO, Duration.ZERO,
                Price.of(price), spotKind, Optional.empty());
    }
}
