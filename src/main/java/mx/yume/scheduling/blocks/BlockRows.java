package mx.yume.scheduling.blocks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Claim;

/** The rows of blocks, and the reservations they hold. */
final class BlockRows {

    private static final String SELECT = """
            select id, action_id, staff_id, starts_at, ends_at, reason, created_at from block where organization_id = $1
            """;
    private static final String IN_ORDER = " order by starts_at, staff_id";
    /** Ends that touch count. */
    private static final String TOUCHING = SELECT + "and staff_id = any ($2) and starts_at <= $4 and ends_at >= $3" + IN_ORDER;
    private static final String OF_ACTION = SELECT + "and action_id = $2" + IN_ORDER;
    private static final String FIND = SELECT + "and id = $2";
    private static final String INSERT = """
            insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, reason, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String RELEASE = """
            delete from reservation where organization_id = $1 and block_id = any ($2)
            returning resource_id, kind, starts_at, ends_at
            """;
    private static final String DELETE = "delete from block where organization_id = $1 and id = any ($2)";

    private BlockRows() {}

    /** Of these people, those that overlap or touch the range. */
    static Uni<List<Block>> touching(SqlConnection connection, OrganizationId organization, Collection<StaffId> staff,
            TimeRange range) {
        return connection.preparedQuery(TOUCHING)
                .execute(Tuple.of(organization.value(), staff.stream().map(StaffId::value).toArray(UUID[]::new),
                        utc(range.start()), utc(range.end())))
                .map(BlockRows::blocks);
    }

    /** The same without those that only touch. */
    static Uni<List<Block>> overlapping(SqlConnection connection, OrganizationId organization, Collection<StaffId> staff,
            TimeRange range) {
        return touching(connection, organization, staff, range)
                .map(blocks -> blocks.stream().filter(block -> block.during().overlaps(range)).toList());
    }

    static Uni<List<Block>> ofAction(SqlConnection connection, OrganizationId organization, ActionId action) {
        return connection.preparedQuery(OF_ACTION).execute(Tuple.of(organization.value(), action.value()))
                .map(BlockRows::blocks);
    }

    /** One or none. */
    static Uni<List<Block>> find(SqlConnection connection, OrganizationId organization, BlockId id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), id.value())).map(BlockRows::blocks);
    }

    /** They reserve nothing yet. */
    static Uni<Void> insert(SqlConnection connection, OrganizationId organization, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = blocks.stream().map(block -> Tuple.from(new Object[]{organization.value(), block.id().value(),
                block.action().value(), block.staff().value(), utc(block.during().start()), utc(block.during().end()),
                block.reason(), utc(block.createdAt())})).toList();
        return connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    /** With all they reserved, which comes back. */
    static Uni<List<Claim>> delete(SqlConnection connection, OrganizationId organization, List<Block> blocks) {
        var ids = Tuple.of(organization.value(), blocks.stream().map(block -> block.id().value()).toArray(UUID[]::new));
        return connection.preparedQuery(RELEASE).execute(ids).map(BlockRows::claims)
                .call(() -> connection.preparedQuery(DELETE).execute(ids));
    }

    private static List<Block> blocks(RowSet<Row> rows) {
        var blocks = new ArrayList<Block>();
        rows.forEach(row -> blocks.add(new Block(new BlockId(row.getUUID("id")), new ActionId(row.getUUID("action_id")),
                new StaffId(row.getUUID("staff_id")), during(row), row.getString("reason"),
                row.getOffsetDateTime("created_at").toInstant())));
        return List.copyOf(blocks);
    }

    private static List<Claim> claims(RowSet<Row> rows) {
        var claims = new ArrayList<Claim>();
        rows.forEach(row -> claims.add(new Claim(row.getUUID("resource_id"), row.getString("kind"), during(row))));
        return List.copyOf(claims);
    }

    private static TimeRange during(Row row) {
        return new TimeRange(row.getOffsetDateTime("starts_at").toInstant(), row.getOffsetDateTime("ends_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
