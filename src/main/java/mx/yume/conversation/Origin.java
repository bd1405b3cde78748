package mx.yume.conversation;

import java.util.Locale;

/** Where a turn comes from. What is not real never reaches a provider. */
public enum Origin {
    REAL, SIMULATOR, PLAYGROUND;

    /** As the database writes it. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Origin ofSql(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
