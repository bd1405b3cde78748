package mx.yume.web.premises;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Inventory;
import mx.yume.business.Listed;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.hours.MexicanHolidays;
import mx.yume.platform.SpanishDates;
import mx.yume.web.calendar.HoursView;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;

/** What the pages of locations show, in words. */
final class PremisesViews {

    private static final int HOLIDAYS_DAYS_AHEAD = 365;
    private static final int MOST_LINES = 3;
    private static final int[] GRIDS = {5, 10, 15, 20, 30, 60, 120};

    private PremisesViews() {}

    /** @param main whether it is the one where nobody asked for another */
    @TemplateData
    public record Row(String id, String name, String about, int version, boolean main, boolean last) {}

    @TemplateData
    public record Listing(List<Row> inUse, List<Row> outOfUse) {

        public Listing {
            inUse = List.copyOf(inUse);
            outOfUse = List.copyOf(outOfUse);
        }

        public boolean alone() {
            return inUse.size() == 1;
        }
    }

    @TemplateData
    public record Grid(String minutes, String label) {}

    /**
     * @param id empty for a new one
     * @param week its hours, in words
     * @param dates the next ones apart from the week
     * @param more how many more of these there are
     * @param alone whether it is the only one, and stays
     */
    @TemplateData
    public record Editing(String id, String title, int version, Filled form, List<HoursView.Line> week, List<Date> dates,
            int more, List<Zones.Zone> zones, List<Grid> grids, boolean alone) {

        public Editing {
            week = List.copyOf(week);
            dates = List.copyOf(dates);
            zones = List.copyOf(zones);
            grids = List.copyOf(grids);
        }

        public String path() {
            return Premises.PATH + "/" + (id.isEmpty() ? "nueva" : id);
        }

        Editing filled(Filled with) {
            return new Editing(id, title, version, with, week, dates, more, zones, grids, alone);
        }

        Editing seen(int at) {
            return new Editing(id, title, at, form, week, dates, more, zones, grids, alone);
        }
    }

    /** A date apart from the week, or one that could be. */
    @TemplateData
    public record Date(String iso, String said, String hours, String note) {}

    @TemplateData
    public record Week(String id, String name, int version, HoursView hours, String problem) {}

    @TemplateData
    public record Dates(String id, String name, List<Date> dates, List<Date> holidays, HoursView hours, Filled form) {

        public Dates {
            dates = List.copyOf(dates);
            holidays = List.copyOf(holidays);
        }
    }

    static Listing listing(Inventory inventory) {
        var used = inventory.locations().stream().filter(Listed::active).toList();
        var rows = new ArrayList<Row>();
        for (var one : used) {
            rows.add(row(one, rows.isEmpty(), rows.size() == used.size() - 1));
        }
        return new Listing(rows, inventory.locations().stream().filter(one -> !one.active())
                .map(one -> row(one, false, true)).toList());
    }

    private static Row row(Listed<Location> listed, boolean main, boolean last) {
        var location = listed.what();
        return new Row(location.id().value().toString(), location.name(),
                location.address().isEmpty() ? "Sin dirección" : location.address(), listed.version(), main, last);
    }

    static Editing editing(Listed<Location> found, Inventory inventory, LocalDate today) {
        var location = found.what();
        var dates = dates(location, today, Map.of());
        return new Editing(location.id().value().toString(), location.name(), found.version(), LocationFields.of(location),
                HoursView.said(location.hours(), "Cerrado"), dates.stream().limit(MOST_LINES).toList(),
                Math.max(0, dates.size() - MOST_LINES), Zones.with(location.zone()), grids(location.grid()),
                inventory.locations().stream().filter(Listed::active).count() == 1);
    }

    static Editing fresh(Location like, Filled form) {
        return new Editing("", "Sucursal nueva", 0, form, List.of(), List.of(), 0, Zones.with(like.zone()), grids(like.grid()),
                true);
    }

    private static List<Grid> grids(Duration used) {
        return Stream.concat(java.util.Arrays.stream(GRIDS).mapToObj(Duration::ofMinutes), Stream.of(used)).distinct().sorted()
                .map(grid -> new Grid(Long.toString(grid.toMinutes()), "Cada " + SpanishDates.duration(grid))).toList();
    }

    /** From today on, sorted. */
    static List<Date> dates(Location location, LocalDate today, Map<LocalDate, String> notes) {
        return location.specialDays().byDate().entrySet().stream().filter(day -> !day.getKey().isBefore(today))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(day -> new Date(day.getKey().toString(), said(day.getKey(), today),
                        HoursView.said(day.getValue(), "Cerrado"), notes.getOrDefault(day.getKey(), "")))
                .toList();
    }

    static List<Date> holidays(Location location, LocalDate today) {
        return MexicanHolidays.suggestions(location, today, today.plusDays(HOLIDAYS_DAYS_AHEAD)).stream()
                .map(holiday -> new Date(holiday.day().toString(), said(holiday.day(), today), "", holiday.name())).toList();
    }

    /** "Lunes 1 de febrero"; with its year where it is another. */
    private static String said(LocalDate day, LocalDate today) {
        var said = SpanishDates.date(day) + (day.getYear() == today.getYear() ? "" : " de " + day.getYear());
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    /** One that is in use. */
    static Optional<Listed<Location>> find(Inventory inventory, String id) {
        return location(id).flatMap(location -> inventory.locations().stream()
                .filter(one -> one.active() && one.what().id().equals(location)).findFirst());
    }

    static Optional<LocationId> location(String id) {
        return Ids.parse(id).map(LocationId::new);
    }
}
