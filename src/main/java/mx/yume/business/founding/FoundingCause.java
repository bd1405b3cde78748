package mx.yume.business.founding;

import java.util.UUID;

/**
 * The chat in which a business is founded.
 *
 * @param conversation of Yume's own, where the owner is told of the number
 * @param errand the flow of that conversation: it founds one business
 * @param origin as the database writes it: what is not real never reaches a provider
 */
public record FoundingCause(UUID conversation, UUID errand, String origin) {}
