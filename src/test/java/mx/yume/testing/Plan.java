package mx.yume.testing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * How PostgreSQL went about a statement, as the application's role, so with row-level security. What the statement did is taken
 * back.
 */
public record Plan(String text) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SCANNED = Pattern.compile("Scan.* on ((?:inbound_message|turn_trace)_(?:\\d{8}|default))\\b");

    /**
     * @param generic the plan that a statement gets which was used often, made without knowing the values
     * @param values as literals
     */
    public static Plan of(Database database, OrganizationId organization, boolean generic, String statement, String... values) {
        return database.inTenant(organization, connection -> explain(connection, generic, statement, values))
                .map(Plan::new).await().atMost(PATIENCE);
    }

    /** Partitions that were looked into, not merely planned for. */
    public Set<String> partitions() {
        return text.lines().filter(line -> !line.contains("never executed")).map(SCANNED::matcher)
                .filter(matcher -> matcher.find()).map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Uni<String> explain(SqlConnection connection, boolean generic, String statement, String... values) {
        var execute = "execute looked_at (" + String.join(", ", values) + ")";
        return done(connection, "savepoint before")
                .chain(() -> done(connection,
                        "set local plan_cache_mode = force_" + (generic ? "generic" : "custom") + "_plan"))
                .chain(() -> done(connection, "prepare looked_at as " + statement))
                .chain(() -> connection.query("explain (analyze, costs off, timing off) " + execute).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .call(() -> done(connection, "deallocate looked_at"))
                .call(() -> done(connection, "rollback to savepoint before"));
    }

    private static Uni<Void> done(SqlConnection connection, String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }

    /** As literals of SQL. */
    public static String[] literals(Object... values) {
        return List.of(values).stream().map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
                .toArray(String[]::new);
    }
}
