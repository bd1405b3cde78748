package mx.yume.web.schedule;

import java.util.List;

import io.quarkus.qute.TemplateData;

/** What the day shows, in words and places: a place is the classes of its rows. */
final class DayViews {

    private DayViews() {}

    /**
     * @param size the class of so many hours
     * @param first minute that is shown
     * @param now the place of this minute; empty when it is not shown
     * @param minute this minute, counted as the places are
     */
    @TemplateData
    public record Day(String date, String size, int first, String now, int minute, List<Hour> hours, List<Column> columns) {

        public Day {
            hours = List.copyOf(hours);
            columns = List.copyOf(columns);
        }

        public boolean empty() {
            return columns.stream().allMatch(column -> column.visits().isEmpty());
        }
    }

    @TemplateData
    public record Hour(String place, String label) {}

    @TemplateData
    public record Column(String id, String name, String note, List<Band> bands, List<Gap> gaps, List<Chip> visits) {

        public Column {
            bands = List.copyOf(bands);
            gaps = List.copyOf(gaps);
            visits = List.copyOf(visits);
        }
    }

    /** @param kind open or off */
    @TemplateData
    public record Band(String place, String kind, String label) {}

    /** Where nobody has anything: a tap books there. */
    @TemplateData
    public record Gap(String place, String address, String time) {}

    /**
     * One person's part of an appointment.
     *
     * @param lane the class that says which of several side by side it is
     * @param mark the class of its status
     * @param label all of it, for who cannot see where it stands
     * @param movable whether it can be moved by who looks
     * @param from minute of this part, {@code length} its minutes
     * @param start minute of the whole appointment
     * @param last minutes of the last service; 0 where it is not in this part
     * @param person who gives all of it; empty for several
     */
    @TemplateData
    public record Chip(String id, String place, String lane, String mark, String time, String customer, String what,
            String label,
            String status, boolean movable, int version, int from, int length, int start, int last, String person,
            String seenTime,
            String seenStaff, String seenServices) {}
}
