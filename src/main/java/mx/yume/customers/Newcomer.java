package mx.yume.customers;

import mx.yume.platform.PhoneNumber;

/**
 * Somebody who is to be known.
 *
 * @param name how they are called if nobody knows it yet; a name they gave themselves stays. Up to 80 characters of it
 */
public record Newcomer(PhoneNumber phone, String name) {}
