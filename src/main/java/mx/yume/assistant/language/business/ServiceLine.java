package mx.yume.assistant.language.business;

import java.time.Duration;
import java.util.Optional;

import mx.yume.platform.Money;

/**
 * A service as an owner wrote it.
 *
 * @param name as written, tidied: begins with a capital letter and has no "el" before it
 * @param known the name of the service already on the menu that is meant, as it is there
 * @param from the price is the lowest: "desde $600"
 */
public record ServiceLine(String name, Optional<String> known, Optional<Duration> duration, Optional<Money> price,
        boolean from) {}
