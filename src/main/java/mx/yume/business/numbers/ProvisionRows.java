package mx.yume.business.numbers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Requests for numbers as rows: read whole, and changed only from what was read. */
final class ProvisionRows {

    private static final String FIND = """
            select r.conversation_id, r.errand_id, r.origin, r.status, r.attempt, r.provider, r.number, r.resource, r.sender, r.reason,
                   r.tries, r.state_since, o.name
            from number_request r join organization o on o.organization_id = r.organization_id where r.organization_id = $1
            """;
    private static final String FIND_AND_HOLD = FIND + " for update of r";
    /** Whoever was faster has changed the state or, asking anew, the attempt. */
    private static final String ADVANCE = """
            update number_request set status = $4, provider = $5, number = $6, resource = $7, sender = $8, reason = $9, tries = $10,
                   state_since = $11, provided_at = case $4 when 'provided' then $11::timestamptz when 'released' then provided_at end
            where organization_id = $1 and status = $2 and attempt = $3
            """;
    private static final String ANEW = """
            update number_request set status = 'requested', attempt = gen_random_uuid(), number = null, resource = null, sender = null,
                   reason = null, tries = 0, provider = null, state_since = $2, provided_at = null
            where organization_id = $1 and status in ('pending', 'released')
            """;
    private static final String ADDRESS = """
            insert into business_number (organization_id, provider, address, resource, sender) values ($1, $2, $3, $4, $5)
            on conflict (provider, address) do nothing
            """;

    private static final String HAS = """
            select 1 from business_number where organization_id = $1 and provider = $2 and address = $3
            """;

    private ProvisionRows() {}

    static Uni<Optional<Provision>> find(SqlConnection connection, OrganizationId organization) {
        return found(connection, FIND, organization);
    }

    /** The same, and nobody else changes it before the transaction ends. */
    static Uni<Optional<Provision>> hold(SqlConnection connection, OrganizationId organization) {
        return found(connection, FIND_AND_HOLD, organization);
    }

    private static Uni<Optional<Provision>> found(SqlConnection connection, String sql, OrganizationId organization) {
        return connection.preparedQuery(sql).execute(Tuple.of(organization.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(provision(organization, rows.iterator().next())));
    }

    /**
     * Whether it was still where it was read.
     *
     * @param provider empty where there is none for it
     */
    static Uni<Boolean> advance(SqlConnection connection, Provision before, String provider, Progress after) {
        return connection.preparedQuery(ADVANCE)
                .execute(Tuple.from(new Object[]{before.organization().value(), before.state().sql(), before.attempt(),
                        after.state().sql(), provider.isEmpty() ? null : provider,
                        after.held().map(held -> held.number().e164()).orElse(null),
                        after.held().flatMap(Held::resource).orElse(null), after.held().flatMap(Held::sender).orElse(null),
                        after.reason().orElse(null), after.tries(), utc(after.since())}))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whether it waited for a person, and is asked of a provider again. */
    static Uni<Boolean> anew(SqlConnection connection, OrganizationId organization, Instant now) {
        return connection.preparedQuery(ANEW).execute(Tuple.of(organization.value(), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whether nobody had this number: from now on it is this business's. */
    static Uni<Boolean> take(SqlConnection connection, OrganizationId organization, String provider, Held held) {
        return connection.preparedQuery(ADDRESS)
                .execute(Tuple.of(organization.value(), provider, held.number().e164(), held.resource().orElse(null),
                        held.sender().orElse(null)))
                .map(rows -> rows.rowCount() == 1);
    }

    static Uni<Boolean> has(SqlConnection connection, OrganizationId organization, String provider, PhoneNumber number) {
        return connection.preparedQuery(HAS).execute(Tuple.of(organization.value(), provider, number.e164()))
                .map(rows -> rows.size() == 1);
    }

    private static Provision provision(OrganizationId organization, Row row) {
        var request = new NumberRequest(row.getUUID("conversation_id"), row.getUUID("errand_id"), row.getString("origin"));
        var progress = new Progress(NumberState.of(row.getString("status")), held(row),
                Optional.ofNullable(row.getString("reason")), row.getInteger("tries"),
                row.getOffsetDateTime("state_since").toInstant());
        return new Provision(organization, row.getString("name"), request, row.getUUID("attempt"),
                Optional.ofNullable(row.getString("provider")), progress, Optional.empty());
    }

    private static Optional<Held> held(Row row) {
        return Optional.ofNullable(row.getString("number")).map(known -> new Held(new PhoneNumber(known),
                Optional.ofNullable(row.getString("resource")), Optional.ofNullable(row.getString("sender"))));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
