package mx.yume.business;

import java.util.Optional;

import io.vertx.mutiny.sqlclient.Row;

/** Services and spots as they are read. */
final class MenuRows {

    private MenuRows() {}

    static Service service(Row row) {
        return new Service(new ServiceId(row.getUUID("id")), row.getString("name"),
                Optional.ofNullable(row.getString("category")),
                row.getString("description"), Rows.minutes(row, "duration_minutes"), processing(row),
                Rows.minutes(row, "buffer_before_minutes"), Rows.minutes(row, "buffer_after_minutes"),
                Rows.price(row).orElseThrow(), Optional.ofNullable(row.getString("spot_kind")),
                Rows.perhapsMinutes(row, "notice_minutes"));
    }

    static Spot spot(Row row) {
        return new Spot(new SpotId(row.getUUID("id")), new LocationId(row.getUUID("location_id")), row.getString("name"),
                row.getString("kind"));
    }

    private static Optional<Processing> processing(Row row) {
        return Rows.perhapsMinutes(row, "processing_minutes")
                .map(length -> new Processing(Rows.minutes(row, "processing_after_minutes"), length));
    }
}
