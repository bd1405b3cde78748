package mx.yume.conversation;

import java.util.Locale;

public enum ChannelName {
    TWILIO, META, SIMULATOR;

    /** As the database writes it. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChannelName ofSql(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
