package mx.yume.platform;

/**
 * An amount in Mexican pesos, kept in centavos.
 *
 * @param centavos zero or more
 */
public record Money(long centavos) {

    public Money {
        if (centavos < 0) {
            throw new IllegalArgumentException("Negative amount: " + centavos);
        }
    }

    public static Money pesos(long pesos) {
        return new Money(Math.multiplyExact(pesos, 100));
    }

    /** As Mexicans write it: {@code $1,500}, and {@code $99.50} only when there are centavos. */
    @Override
    public String toString() {
        var whole = new StringBuilder(Long.toString(centavos / 100));
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, ',');
        }
        long rest = centavos % 100;
        return rest == 0 ? "$" + whole : "$" + whole + "." + (rest < 10 ? "0" : "") + rest;
    }
}
