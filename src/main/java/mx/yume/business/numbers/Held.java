package mx.yume.business.numbers;

import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * A number that was chosen, and perhaps bought, for a business.
 *
 * @param resource as the provider names it once it is bought
 * @param sender as the provider names its registration with WhatsApp
 */
public record Held(PhoneNumber number, Optional<String> resource, Optional<String> sender) {

    static Held chosen(PhoneNumber number) {
        return new Held(number, Optional.empty(), Optional.empty());
    }

    Held bought(String named) {
        return new Held(number, Optional.of(named), sender);
    }

    Held registering(String named) {
        return new Held(number, resource, Optional.of(named));
    }
}
