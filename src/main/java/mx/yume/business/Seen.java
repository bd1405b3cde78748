package mx.yume.business;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** A row as it is now, beside the version of it that somebody decided on. */
public sealed interface Seen {

    record Same() implements Seen {}

    /** Somebody else changed it since. */
    record Changed(int version) implements Seen {}

    /** The organization has no such row, and perhaps never had. */
    record Gone() implements Seen {}

    /** @param rows none, or one with a {@code version} */
    static Seen of(RowSet<Row> rows, int seenVersion) {
        if (rows.size() == 0) {
            return new Gone();
        }
        int version = rows.iterator().next().getInteger("version");
        return version == seenVersion ? new Same() : new Changed(version);
    }
}
