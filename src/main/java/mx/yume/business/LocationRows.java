package mx.yume.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Locations as they are read, with their hours. */
final class LocationRows {

    private LocationRows() {}

    static List<Location> locations(RowSet<Row> locations, RowSet<Row> hours, RowSet<Row> specialDays) {
        var weeks = new HashMap<UUID, Map<DayOfWeek, List<Hours>>>();
        hours.forEach(row -> weeks.computeIfAbsent(row.getUUID("location_id"), id -> new EnumMap<>(DayOfWeek.class))
                .computeIfAbsent(Rows.weekday(row), day -> new ArrayList<>()).add(Rows.hours(row)));
        var special = new HashMap<UUID, Map<LocalDate, List<Hours>>>();
        specialDays.forEach(row -> addSpecial(special.computeIfAbsent(row.getUUID("location_id"), id -> new HashMap<>()), row));
        return Rows.list(locations, row -> location(row, new WeeklyHours(weeks.getOrDefault(row.getUUID("id"), Map.of())),
                new SpecialDays(special.getOrDefault(row.getUUID("id"), Map.of()))));
    }

    private static void addSpecial(Map<LocalDate, List<Hours>> days, Row row) {
        var hours = days.computeIfAbsent(row.getLocalDate("day"), day -> new ArrayList<>());
        if (row.getLocalTime("opens") != null) {
            hours.add(Rows.hours(row));
        }
    }

    private static Location location(Row row, WeeklyHours week, SpecialDays special) {
        return new Location(new LocationId(row.getUUID("id")), row.getString("name"), row.getString("address"),
                ZoneId.of(row.getString("zone")), week, special, Rows.minutes(row, "grid_minutes"),
                Rows.minutes(row, "notice_minutes"), row.getInteger("horizon_days"), row.getBoolean("days_kept_whole"));
    }
}
