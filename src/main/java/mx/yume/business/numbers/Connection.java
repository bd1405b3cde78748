package mx.yume.business.numbers;

/**
 * What a number of its own account is used with.
 *
 * @param working whether the provider took it the last time; if not, an owner has to connect the number again
 */
public record Connection(OwnAccount account, boolean working) {}
