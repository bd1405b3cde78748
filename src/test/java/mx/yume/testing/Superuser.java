package mx.yume.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;

/** Past row-level security: for setting a scene and for looking at what happened, never for what the application does. */
public final class Superuser {

    private static final String RESERVED_ORGANIZATION = """
            insert into organization (organization_id, name, slug, created_at)
            values ('00000000-0000-7000-8000-000000000000', 'Yume', 'yume', now())
            """;

    private final String database;

    Superuser(String database) {
        this.database = database;
    }

    /** Nothing but Yume's own organization. Every table hangs on an organization, so one statement reaches all but the partitioned. */
    void empty() {
        execute("delete from inbound_message");
        execute("delete from turn_trace");
        execute("truncate organization, shared_name cascade");
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

    public void execute(String sql) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one number that a query gives: for counting what happened, and what did not. */
    public long count(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows that a query gives, each value as text. */
    public List<List<String>> rows(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(List.copyOf(row));
            }
            return List.copyOf(found);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(PostgresResource.superuserUrl(database));
    }
}
