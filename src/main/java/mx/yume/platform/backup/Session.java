package mx.yume.platform.backup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements of a copy, as the application's own role: row-level security holds for it as for everything. */
final class Session {

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** How values look as text must not depend on who asks. */
    void neutral() throws SQLException {
        execute("set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; "
                + "set local extra_float_digits = 1; set local bytea_output = 'hex'");
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For whom the next statements work: an organization, or a scope, or nobody where both are empty. */
    void announce(String organization, String scope) throws SQLException {
        try (var statement = connection
                .prepareStatement("select set_config('app.organization', ?, true), set_config('app.scope', ?, true)")) {
            statement.setString(1, organization);
            statement.setString(2, scope);
            statement.execute();
        }
    }

    List<String> column(String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** How many rows, and the sum of a hash of each. */
    record Counted(long rows, BigInteger sum) {

        static final Counted NOTHING = new Counted(0, BigInteger.ZERO);

        Counted plus(Counted other) {
            return new Counted(rows + other.rows, sum.add(other.sum));
        }
    }

    Counted count(String table, List<String> columns, String where) throws SQLException {
        var query = "select count(*), coalesce(sum(hashtextextended(row(%s)::text, 0)::numeric), 0) from %s%s"
                .formatted(String.join(",", columns), table, where);
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            BigDecimal sum = rows.getBigDecimal(2);
            return new Counted(rows.getLong(1), sum.toBigIntegerExact());
        }
    }
}
