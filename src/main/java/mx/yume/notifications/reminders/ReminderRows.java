package mx.yume.notifications.reminders;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/** Which reminders were written: each once, whatever asks for it. */
final class ReminderRows {

    private static final String WRITE = """
            insert into reminder (organization_id, appointment_id, starts_at, which, written_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """;

    private ReminderRows() {}

    /** @return those of them that were not written before; none is named twice */
    static <T> Uni<List<T>> write(SqlConnection connection, OrganizationId organization, List<T> asked,
            Function<T, ReminderDue> reminder, Instant now) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var rows = asked.stream().map(reminder).map(it -> Tuple.of(organization.value(), it.appointment(), utc(it.start()),
                it.which().sql(), utc(now))).toList();
        return connection.preparedQuery(WRITE).executeBatch(rows).map(written -> {
            var fresh = new ArrayList<T>();
            var result = written;
            for (var each : asked) {
                if (result.rowCount() > 0) {
                    fresh.add(each);
                }
                result = result.next();
            }
            return List.copyOf(fresh);
        });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
