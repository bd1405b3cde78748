package mx.yume.platform;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The only door to the database. Every transaction says first for whom it works: an organization, or a named {@link Scope} for
 * the few jobs that cross tenants. Row-level security refuses whatever was not announced.
 */
@ApplicationScoped
public class Database {

    /** Work that is allowed to see the rows of every tenant. Each policy lists the scopes it lets through. */
    public enum Scope {
        /** Finding out who a message is for, before an organization is known. */
        ROUTING,
        /** Claiming due turns, outbox rows and jobs. */
        CLAIMS,
        /** Closing what nobody will touch any more. */
        SWEEPS,
        /** How people are called, whichever business they write to. */
        SHARED_NAMES,
        /** Loading the demo. */
        SETUP
    }

    private static final String FOR_ORGANIZATION = "select set_config('app.organization', $1, true)";
    private static final String FOR_SCOPE = "select set_config('app.scope', $1, true)";

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** Runs the work in one transaction that sees only this organization's rows. Any failure rolls back. */
    public <T> Uni<T> inTenant(OrganizationId organization, Function<SqlConnection, Uni<T>> work) {
        return announced(FOR_ORGANIZATION, organization.value().toString(), work);
    }

    /** Runs the work in one transaction under a named scope. Any failure rolls back. */
    public <T> Uni<T> inScope(Scope scope, Function<SqlConnection, Uni<T>> work) {
        return announced(FOR_SCOPE, scope.name().toLowerCase(Locale.ROOT), work);
    }

    /** The same, seen by a witness: first before the work, then with what came of it. */
    public <T> Uni<T> inTenant(OrganizationId organization, Witness<? super T> witness, Function<SqlConnection, Uni<T>> work) {
        return inTenant(organization, connection -> witness.before(connection).chain(() -> work.apply(connection))
                .call(outcome -> witness.after(connection, outcome)));
    }

    /** One statement that is a transaction of its own, and announces itself for whom it works: one way there and back. */
    public Uni<RowSet<Row>> announcing(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }

    /**
     * Does a part of a transaction for another organization, and goes on for the first: staff who write to the central number
     * change their business in a conversation that is Yume's own.
     */
    public <T> Uni<T> lending(SqlConnection connection, OrganizationId lender, OrganizationId borrower, Supplier<Uni<T>> work) {
        return lender.equals(borrower) ? work.get()
                : announce(connection, borrower).chain(work::get).call(() -> announce(connection, lender));
    }

    /** Does a part of a tenant's transaction under a named scope, which is given back after it. */
    public <T> Uni<T> lending(SqlConnection connection, Scope scope, Supplier<Uni<T>> work) {
        return scoped(connection, scope.name().toLowerCase(Locale.ROOT)).chain(work::get).call(() -> scoped(connection, ""));
    }

    private static Uni<Void> scoped(SqlConnection connection, String scope) {
        return connection.preparedQuery(FOR_SCOPE).execute(Tuple.of(scope)).replaceWithVoid();
    }

    private static Uni<Void> announce(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(FOR_ORGANIZATION).execute(Tuple.of(organization.value().toString())).replaceWithVoid();
    }

    /** The announcement and the first statement travel together: they are queued on one connection, in this order. */
    private <T> Uni<T> announced(String announcement, String value, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> Uni.combine().all()
                .unis(connection.preparedQuery(announcement).execute(Tuple.of(value)), work.apply(connection))
                .with((announced, result) -> result));
    }
}
