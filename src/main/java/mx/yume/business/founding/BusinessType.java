package mx.yume.business.founding;

import java.util.Locale;

/** What kind of business it is. */
public enum BusinessType {
    BARBERSHOP("barbería"), HAIR_SALON("salón de belleza"), NAIL_SALON("salón de uñas"), SPA("spa"), OTHER(
            "negocio de belleza");

    private final String spanish;

    BusinessType(String spanish) {
        this.spanish = spanish;
    }

    /** As in "tu barbería". */
    public String spanish() {
        return spanish;
    }

    /** As the database writes it. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
