package mx.yume.scheduling.clientele;

import java.time.ZonedDateTime;
import java.util.Optional;

import mx.yume.customers.PersonId;
import mx.yume.platform.PhoneNumber;

/**
 * One of the list.
 *
 * @param last the start of the latest visit that began and was not missed, on its own clocks
 * @param next the start of the next visit, on its own clocks
 */
public record Customer(PersonId id, Optional<String> name, Optional<PhoneNumber> phone, Optional<ZonedDateTime> last,
        Optional<ZonedDateTime> next) {}
