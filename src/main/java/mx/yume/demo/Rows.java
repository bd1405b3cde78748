package mx.yume.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/** Rows of one organization on their way into several tables: one batch per statement, in the order first used. */
final class Rows {

    private final OrganizationId organization;
    private final Map<String, List<Tuple>> batches = new LinkedHashMap<>();

    Rows(OrganizationId organization) {
        this.organization = organization;
    }

    /** @param statement has the organization as {@code $1}, then the values */
    void add(String statement, @Nullable Object... values) {
        var row = Stream.concat(Stream.of(organization.value()), Arrays.stream(values)).toArray();
        batches.computeIfAbsent(statement, first -> new ArrayList<>()).add(Tuple.from(row));
    }

    Uni<Void> insert(SqlConnection connection) {
        return Multi.createFrom().iterable(batches.entrySet())
                .onItem().transformToUniAndConcatenate(batch -> connection.preparedQuery(batch.getKey())
                        .executeBatch(batch.getValue()))
                .collect().last().replaceWithVoid();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
