package mx.yume.conversation.handoff;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.business.Capability;
import mx.yume.business.Permission;

/** Who may answer customers: whoever was removed, or may no longer run the day, has let go of what they took. */
public final class Takers {

    /** That the staff member {@code s} of a query still may. */
    public static final String SQL = "s.active and s.permission in (%s)".formatted(Stream.of(Permission.values())
            .filter(permission -> permission.may(Capability.RUN_THE_DAY))
            .map(permission -> "'" + permission.name().toLowerCase(Locale.ROOT) + "'").collect(Collectors.joining(", ")));

    /** The name of whoever answers handoff {@code h}; null if nobody does. Read anew when the row was waited for, unlike a join. */
    public static final String NAME = """
            select s.name from staff_member s
            where s.organization_id = h.organization_id and s.id = h.staff_id and %s""".formatted(SQL);

    private Takers() {}
}
