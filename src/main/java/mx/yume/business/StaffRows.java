package mx.yume.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import mx.yume.platform.PhoneNumber;

/** Staff members as they are read, each with hours, exceptions, breaks and skills. */
final class StaffRows {

    private final Map<UUID, Map<LocationId, Map<DayOfWeek, List<Hours>>>> hours = new HashMap<>();
    private final Map<UUID, Map<LocalDate, Map<LocationId, List<Hours>>>> specialDays = new HashMap<>();
    private final Map<UUID, List<WeeklyBreak>> breaks = new HashMap<>();
    private final Map<UUID, Map<ServiceId, Skill>> skills = new HashMap<>();

    private StaffRows() {}

    static List<StaffMember> staff(RowSet<Row> staff, RowSet<Row> hours, RowSet<Row> specialDays, RowSet<Row> breaks,
            RowSet<Row> skills) {
        var read = new StaffRows();
        hours.forEach(read::addHours);
        specialDays.forEach(read::addSpecialDay);
        breaks.forEach(read::addBreak);
        skills.forEach(read::addSkill);
        return Rows.list(staff, read::member);
    }

    private void addHours(Row row) {
        hours.computeIfAbsent(row.getUUID("staff_id"), member -> new HashMap<>())
                .computeIfAbsent(new LocationId(row.getUUID("location_id")), location -> new EnumMap<>(DayOfWeek.class))
                .computeIfAbsent(Rows.weekday(row), day -> new ArrayList<>()).add(Rows.hours(row));
    }

    private void addSpecialDay(Row row) {
        var day = specialDays.computeIfAbsent(row.getUUID("staff_id"), member -> new HashMap<>())
                .computeIfAbsent(row.getLocalDate("day"), date -> new HashMap<>());
        if (row.getUUID("location_id") != null) {
            day.computeIfAbsent(new LocationId(row.getUUID("location_id")), location -> new ArrayList<>()).add(Rows.hours(row));
        }
    }

    private void addBreak(Row row) {
        breaks.computeIfAbsent(row.getUUID("staff_id"), member -> new ArrayList<>()).add(WeeklyBreaks.weekly(row));
    }

    private void addSkill(Row row) {
        skills.computeIfAbsent(row.getUUID("staff_id"), member -> new HashMap<>())
                .put(new ServiceId(row.getUUID("service_id")), new Skill(Rows.perhapsMinutes(row, "duration_minutes"),
                        Rows.price(row), row.getBoolean("online")));
    }

    private StaffMember member(Row row) {
        var id = row.getUUID("id");
        var schedules = new HashMap<LocationId, WeeklyHours>();
        hours.getOrDefault(id, Map.of()).forEach((location, week) -> schedules.put(location, new WeeklyHours(week)));
        return new StaffMember(new StaffId(id), row.getString("name"),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                Permission.valueOf(row.getString("permission").toUpperCase(Locale.ROOT)), schedules,
                specialDays.getOrDefault(id, Map.of()), breaks.getOrDefault(id, List.of()), skills.getOrDefault(id, Map.of()),
                Optional.ofNullable(row.getUUID("default_spot_id")).map(SpotId::new));
    }
}
