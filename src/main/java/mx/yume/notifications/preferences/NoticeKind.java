package mx.yume.notifications.preferences;

import java.util.Locale;

import mx.yume.business.Permission;

/** What staff are told without asking, each for themselves to mute or to want. */
public enum NoticeKind {
    NEW_BOOKINGS, MOVES, CANCELLATIONS, DAILY_SCHEDULE;

    /** Whether somebody is told who has never said anything about it: of the agenda all, of their day in the morning owners only. */
    public boolean usual(Permission permission) {
        return this != DAILY_SCHEDULE || permission == Permission.OWNER;
    }

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind ofSql(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
