package mx.yume.business;

import java.time.Duration;
import java.util.Optional;

import mx.yume.platform.Money;

/**
 * What a salon sells.
 *
 * @param buffer kept free after it, for staff and spot alike
 * @param spotKind the kind of spot it needs, if it needs one
 */
public record Service(ServiceId id, String name, Duration duration, Duration buffer, Money price, Optional<String> spotKind) {}
