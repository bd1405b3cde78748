package mx.yume.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

import mx.yume.platform.backup.Catalog.Partition;

/**
 * What is in an archive. It is written last: an archive without one is none.
 *
 * @param schema the version of the migrations
 * @param taken when, as ISO 8601 with UTC
 * @param tables by name, in the order in which they can be written again
 * @param sequences by table and column with a dot between them, where each had got to
 */
record Manifest(String schema, String taken, Map<String, Table> tables, List<Partition> partitions,
        Map<String, Long> sequences) {

    static final String ENTRY = "manifest.properties";
    private static final String FORMAT = "1";

    /**
     * @param columns in the order of the entry, as SQL writes them
     * @param sum of a hash of each row, in whatever order: two tables with the same rows have the same
     * @param sha256 of the entry, in hexadecimal
     */
    record Table(List<String> columns, long rows, BigInteger sum, String sha256) {

        Table {
            columns = List.copyOf(columns);
        }
    }

    Manifest {
        tables = new LinkedHashMap<>(tables);
        partitions = List.copyOf(partitions);
        sequences = Map.copyOf(sequences);
    }

    static String entry(String table) {
        return table + ".copy";
    }

    long rows() {
        return tables.values().stream().mapToLong(Table::rows).sum();
    }

    void write(OutputStream out) throws IOException {
        var properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("schema", schema);
        properties.setProperty("taken", taken);
        properties.setProperty("tables", String.join(",", tables.keySet()));
        tables.forEach((name, table) -> {
            properties.setProperty("table." + name + ".columns", String.join(",", table.columns()));
            properties.setProperty("table." + name + ".rows", Long.toString(table.rows()));
            properties.setProperty("table." + name + ".sum", table.sum().toString());
            properties.setProperty("table." + name + ".sha256", table.sha256());
        });
        for (int at = 0; at < partitions.size(); at++) {
            var partition = partitions.get(at);
            properties.setProperty("partition." + at, String.join("|", partition.table(), partition.from(), partition.to()));
        }
        sequences.forEach((name, value) -> properties.setProperty("sequence." + name, Long.toString(value)));
        properties.store(out, "A backup of Yume");
    }

    /** @throws BackupRefused when it is not one, or one of a format that this release does not know */
    static Manifest read(InputStream in) throws IOException {
        var properties = new Properties();
        properties.load(in);
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new BackupRefused("The archive has the format " + properties.getProperty("format")
                    + ", which this release does not know: restore it with the release that made it, or a later one.");
        }
        var tables = new LinkedHashMap<String, Table>();
        for (var name : required(properties, "tables").split(",", -1)) {
            var table = "table." + name;
            tables.put(name, new Table(List.of(required(properties, table + ".columns").split(",", -1)),
                    Long.parseLong(required(properties, table + ".rows")), new BigInteger(required(properties, table + ".sum")),
                    required(properties, table + ".sha256")));
        }
        return new Manifest(required(properties, "schema"), required(properties, "taken"), tables, partitions(properties),
                sequences(properties));
    }

    private static List<Partition> partitions(Properties properties) {
        var partitions = new ArrayList<Partition>();
        for (int at = 0; properties.containsKey("partition." + at); at++) {
            var parts = required(properties, "partition." + at).split("\\|", -1);
            partitions.add(new Partition(parts[0], parts[1], parts[2]));
        }
        return partitions;
    }

    private static Map<String, Long> sequences(Properties properties) {
        var sequences = new LinkedHashMap<String, Long>();
        new TreeSet<>(properties.stringPropertyNames()).stream().filter(name -> name.startsWith("sequence."))
                .forEach(name -> sequences.put(name.substring("sequence.".length()),
                        Long.valueOf(required(properties, name))));
        return sequences;
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new BackupRefused("The archive does not say its " + name + ": it is damaged.");
        }
        return value;
    }
}
