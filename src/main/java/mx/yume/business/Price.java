package mx.yume.business;

import mx.yume.platform.Money;

/**
 * What a service costs.
 *
 * @param from whether that is only where it begins ("desde")
 */
public record Price(Money amount, boolean from) {

    public static Price of(Money amount) {
        return new Price(amount, false);
    }

    /** As Mexicans write it: {@code $250}, or {@code desde $600}. */
    @Override
    public String toString() {
        return from ? "desde " + amount : amount.toString();
    }
}
