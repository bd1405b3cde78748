package mx.yume.conversation.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** A table that is divided by time, in periods of UTC, as docs/decisions/2026-11-29-partitions.md says. */
enum Partitioned {

    MESSAGES("inbound_message", "received_at", ChronoUnit.MONTHS, 3), TRACES("turn_trace", "started_at", ChronoUnit.DAYS, 7);

    private final String table;
    private final String column;
    private final ChronoUnit period;
    private final int ahead;

    Partitioned(String table, String column, ChronoUnit period, int ahead) {
        this.table = table;
        this.column = column;
        this.period = period;
        this.ahead = ahead;
    }

    String table() {
        return table;
    }

    /** The beginnings of the periods that must be there: this one and those ahead. */
    List<OffsetDateTime> ahead(Instant now) {
        var present = beginning(now.atOffset(ZoneOffset.UTC));
        return IntStream.rangeClosed(0, ahead).mapToObj(at -> present.plus(at, period)).toList();
    }

    OffsetDateTime end(OffsetDateTime beginning) {
        return beginning.withOffsetSameInstant(ZoneOffset.UTC).plus(1, period);
    }

    /**
     * The beginnings of the periods that have no partition: of those in {@code $1}, and of what lies in the default partition for
     * want of one; at most {@code $2}.
     */
    String missing() {
        return """
                select starts from unnest($1::timestamptz[]) as ahead (starts)
                where to_regclass(partition_name('%1$s', starts)) is null
                union
                select date_trunc('%2$s', %3$s, 'UTC') from %1$s_default
                order by 1 limit $2
                """.formatted(table, period == ChronoUnit.MONTHS ? "month" : "day", column);
    }

    private OffsetDateTime beginning(OffsetDateTime moment) {
        var day = moment.truncatedTo(ChronoUnit.DAYS);
        return period == ChronoUnit.MONTHS ? day.withDayOfMonth(1) : day;
    }
}
