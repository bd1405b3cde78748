package mx.yume.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** What the packaged Yume's own database says, read from outside as its superuser. */
final class Books implements AutoCloseable {

    /** Messages without a turn, turns that have not ended, replies that have not left. */
    static final String UNANSWERED = """
            select (select count(*) from inbound_message where turn_id is null)
                 + (select count(*) from turn where status = 'open')
                 + (select count(*) from outbox where status in ('pending', 'sending') and turn_id is not null)
            """;

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    static Books of(PackagedYume yume) throws IOException, SQLException {
        return of(yume.data());
    }

    private static Books of(Path data) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        var password = Files.readString(data.resolve("postgres.password")).strip();
        return new Books(DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/yume", "postgres", password));
    }

    /** One that several instances share. */
    static Books of(EmbeddedPostgres postgres) throws SQLException {
        return new Books(postgres.getDatabase("postgres", "yume").getConnection());
    }

    /** The database of one that has none of its own, and its role, which is no superuser. */
    static void createRole(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create role yume login nosuperuser nobypassrls password 'p@ss'");
            statement.execute("create database yume owner yume");
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The columns of each row, as text. */
    List<List<String>> rows(String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
