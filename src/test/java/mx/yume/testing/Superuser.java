package mx.yume.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;

/** Past row-level security: for setting a scene and for looking at what happened, never for what the application does. */
public final class Superuser {

    private static final String RESERVED_ORGANIZATION = """
            insert into organization (organization_id, name, slug, created_at)
            values ('00000000-0000-7000-8000-000000000000', 'Yume', 'yume', now())
            """;

    /**
     * Most tables are empty already, and deleting a few rows costs a tenth of a truncation's new files. What has grown is truncated:
     * rows that are gone must not be waded through by the tests that come after.
     */
    private static final String EMPTY = """
            do $$
            declare
                it regclass;
                filled boolean;
            begin
                perform set_config('session_replication_role', 'replica', true);
                for it in
                    select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                        and relname <> 'flyway_schema_history'
                loop
                    execute format('select exists (select 1 from %s)', it) into filled;
                    if pg_relation_size(it) > 262144 then
                        execute format('truncate %s cascade', it);
                    elsif filled then
                        execute format('delete from %s', it);
                    end if;
                end loop;
            end $$
            """;
    /** An administrator ended it, the server went, or the line broke. */
    private static final Set<String> CONNECTION_LOST = Set.of("57P01", "57P02", "57P03", "08003", "08006");
    /** One for each database: to connect anew costs more than most of what is asked. */
    private static final Map<String, Connection> CONNECTIONS = new ConcurrentHashMap<>();

    private final String database;

    Superuser(String database) {
        this.database = database;
    }

    /** Nothing but Yume's own organization. */
    void empty() {
        execute(EMPTY);
        execute(RESERVED_ORGANIZATION);
    }

    /** Somebody known by name, without a phone. */
    PersonId person(OrganizationId organization, String name) {
        var person = PersonId.next();
        execute("""
                insert into person (organization_id, id, name, name_confirmed_at, created_at)
                values ('%s', '%s', '%s', now(), now())""".formatted(organization, person, name));
        return person;
    }

    /** One of the caller's own, for a transaction that is to stay open a while. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(PostgresResource.superuserUrl(database));
    }

    public void execute(String sql) {
        asked(statement -> statement.execute(sql));
    }

    /** The one number that a query gives: for counting what happened, and what did not. */
    public long count(String sql) {
        return asked(statement -> {
            try (var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** The rows that a query gives, each value as text. */
    public List<List<String>> rows(String sql) {
        return asked(statement -> {
            try (var rows = statement.executeQuery(sql)) {
                var found = new ArrayList<List<String>>();
                while (rows.next()) {
                    var row = new ArrayList<String>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(String.valueOf(rows.getString(column)));
                    }
                    found.add(List.copyOf(row));
                }
                return List.copyOf(found);
            }
        });
    }

    private interface Question<T> {

        T ask(Statement statement) throws SQLException;
    }

    /** One at a time. A test may have ended all connections: then it is asked again by a new one. */
    private <T> T asked(Question<T> question) {
        synchronized (CONNECTIONS) {
            try {
                return ask(question);
            } catch (SQLException failure) {
                if (!CONNECTION_LOST.contains(String.valueOf(failure.getSQLState()))) {
                    throw new IllegalStateException(failure);
                }
            }
            CONNECTIONS.remove(database);
            try {
                return ask(question);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private <T> T ask(Question<T> question) throws SQLException {
        var connection = CONNECTIONS.get(database);
        if (connection == null) {
            connection = connect();
            CONNECTIONS.put(database, connection);
        }
        try (var statement = connection.createStatement()) {
            return question.ask(statement);
        }
    }
}
