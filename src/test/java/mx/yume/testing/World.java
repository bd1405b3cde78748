package mx.yume.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.demo.Demo;

/**
 * The state of everything that tests share. Each test begins with one of:
 *
 * <pre>
 * world.fresh();                  // Salón Lupita without appointments, the clock at SettableClock.START
 * world.freshWithAppointments();  // with the demo's fortnight of visits
 * </pre>
 */
@ApplicationScoped
public class World {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RESERVED_ORGANIZATION = """
            insert into organization (organization_id, name, slug, created_at)
            values ('00000000-0000-7000-8000-000000000000', 'Yume', 'yume', now())
            """;

    private final Demo demo;
    private final SettableClock clock;

    World(Demo demo, SettableClock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    public void fresh() {
        empty();
        demo.load(false).await().atMost(PATIENCE);
    }

    public void freshWithAppointments() {
        empty();
        demo.load(true).await().atMost(PATIENCE);
    }

    /** Nothing but Yume's own organization. Every table hangs on an organization, so one statement reaches all. */
    public void empty() {
        clock.reset();
        execute("truncate organization cascade");
        execute(RESERVED_ORGANIZATION);
    }

    /** As superuser, past row-level security: for setting a scene, never for what the application does. */
    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one number that a query gives, as superuser: for counting what happened, and what did not. */
    public long count(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows that a query gives, each value as text, as superuser. */
    public List<List<String>> rows(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
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
}
