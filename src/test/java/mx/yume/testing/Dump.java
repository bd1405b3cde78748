package mx.yume.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a database holds, as whoever steals a copy of it reads it. */
public record Dump(List<String> rows) {

    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1
            """;

    public static Dump of(PlainYume yume) {
        var superuser = yume.superuser();
        return new Dump(superuser.rows(TABLES).stream().map(List::getFirst)
                .flatMap(table -> superuser.rows("select row_to_json(held)::text from %s held".formatted(table)).stream()
                        .map(row -> table + " " + row.getFirst()))
                .toList());
    }

    /** The rows in which it can be read: as it is, or as bytes or base64 of it. */
    public List<String> holding(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var forms = Stream
                .of(secret, HexFormat.of().formatHex(bytes), Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .toList();
        return rows.stream().filter(row -> forms.stream().anyMatch(row::contains)).toList();
    }
}
