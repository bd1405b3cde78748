package mx.yume.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables there are and what they are made of, as PostgreSQL's own catalogue says. */
final class Catalog {

    private static final String COLUMNS = """
            select c.relname, quote_ident(a.attname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum
            """;
    private static final String REFERENCES = """
            select distinct c.relname, r.relname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
            where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.oid <> r.oid
              and not c.relispartition and not r.relispartition
            """;
    private static final String PARTITIONS = """
            select p.relname, substring(pg_get_expr(c.relpartbound, c.oid) from 'FROM \\(''([^'']+)''\\)'),
                   substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''([^'']+)''\\)')
            from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
            where p.relnamespace = 'public'::regnamespace and p.relkind = 'p' and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
            order by 1, 2
            """;
    private static final String SEQUENCES = """
            select c.relname, a.attname, pg_get_serial_sequence(quote_ident(c.relname), a.attname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and a.attnum > 0 and not a.attisdropped and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
            order by 1, 2
            """;
    private static final String VERSION = """
            select version from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1
            """;

    /** Of a partitioned table: what is kept between two moments. */
    record Partition(String table, String from, String to) {}

    /** @param name as PostgreSQL calls it */
    record Sequence(String table, String column, String name) {}

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Each table with its columns that are not computed, those that are referred to before those that refer to them. */
    Map<String, List<String>> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        for (var row : rows(COLUMNS, 2)) {
            columns.computeIfAbsent(row.getFirst(), table -> new ArrayList<>()).add(row.getLast());
        }
        var ordered = new LinkedHashMap<String, List<String>>();
        ordered(columns.keySet(), references()).forEach(table -> ordered.put(table, List.copyOf(columns.getOrDefault(table,
                List.of()))));
        return ordered;
    }

    private Map<String, Set<String>> references() throws SQLException {
        var references = new HashMap<String, Set<String>>();
        for (var row : rows(REFERENCES, 2)) {
            references.computeIfAbsent(row.getFirst(), table -> new HashSet<>()).add(row.getLast());
        }
        return references;
    }

    /** @throws IllegalStateException when tables refer to each other in a circle */
    static List<String> ordered(Set<String> tables, Map<String, Set<String>> references) {
        var left = new ArrayList<>(tables);
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var free = left.stream().filter(table -> ordered.containsAll(references.getOrDefault(table, Set.of()))).toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("In a circle: " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }

    List<Partition> partitions() throws SQLException {
        return rows(PARTITIONS, 3).stream().map(row -> new Partition(row.get(0), row.get(1), row.get(2))).toList();
    }

    List<Sequence> sequences() throws SQLException {
        return rows(SEQUENCES, 3).stream().map(row -> new Sequence(row.get(0), row.get(1), row.get(2))).toList();
    }

    /** Of the migrations. */
    String version() throws SQLException {
        return rows(VERSION, 1).getFirst().getFirst();
    }

    /** The columns of each row, as text. */
    private List<List<String>> rows(String query, int columns) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
