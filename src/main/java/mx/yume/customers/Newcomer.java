package mx.yume.customers;

import mx.yume.platform.PhoneNumber;

/**
 * Somebody as the staff write them down.
 *
 * @param name how they are called if nobody knows it yet; a name they gave themselves stays. Up to 80 characters of it
 */
public record Newcomer(PhoneNumber phone, String name) {}
