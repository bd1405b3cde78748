package mx.yume.customers;

import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * Somebody who writes to a business, as that business knows them. Without a phone when the channel gave none.
 *
 * @param name as they told it; a profile name is never taken for it
 */
public record Person(PersonId id, Optional<String> name, Optional<PhoneNumber> phone) {}
