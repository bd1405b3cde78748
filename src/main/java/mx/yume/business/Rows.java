package mx.yume.business;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import mx.yume.platform.Money;

/** What all rows of a business have in common. */
final class Rows {

    private Rows() {}

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> each) {
        var list = new ArrayList<T>();
        rows.forEach(row -> list.add(each.apply(row)));
        return List.copyOf(list);
    }

    /** @param what of each row, in their order */
    static <T> List<Listed<T>> listed(RowSet<Row> rows, List<T> what) {
        var each = what.iterator();
        return list(rows, row -> new Listed<>(each.next(), row.getBoolean("active"), row.getInteger("version")));
    }

    static <T> List<T> what(List<Listed<T>> listed) {
        return listed.stream().map(Listed::what).toList();
    }

    static Duration minutes(Row row, String column) {
        return Duration.ofMinutes(row.getInteger(column));
    }

    static Optional<Duration> perhapsMinutes(Row row, String column) {
        return Optional.ofNullable(row.getInteger(column)).map(Duration::ofMinutes);
    }

    static DayOfWeek weekday(Row row) {
        return DayOfWeek.of(row.getShort("weekday"));
    }

    static Hours hours(Row row) {
        return new Hours(row.getLocalTime("opens"), row.getLocalTime("closes"));
    }

    static Optional<Price> price(Row row) {
        return Optional.ofNullable(row.getLong("price_centavos"))
                .map(centavos -> new Price(new Money(centavos), row.getBoolean("price_from")));
    }
}
