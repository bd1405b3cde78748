package mx.yume.web.schedule;

import java.util.List;

import io.quarkus.qute.TemplateData;

/** What is around the schedule, and its days as lists. */
final class PageViews {

    private PageViews() {}

    /**
     * @param address that shows the same again, {@code follows} the one that tells of changes
     * @param create where a new appointment is asked for; empty for who may not
     * @param number that customers write to; empty while it is pending
     * @param all without filters; empty when there are none
     */
    @TemplateData
    public record Top(String title, String day, String view, String previous, String next, String today, boolean now,
            List<Tab> tabs, Filters filters, String address, String query, String follows, String create, String number,
            String all, String location) {

        public Top {
            tabs = List.copyOf(tabs);
        }
    }

    @TemplateData
    public record Tab(String label, String address, boolean current) {}

    @TemplateData
    public record Filters(List<Option> people, List<Option> services, List<Option> statuses) {

        public Filters {
            people = List.copyOf(people);
            services = List.copyOf(services);
            statuses = List.copyOf(statuses);
        }
    }

    @TemplateData
    public record Option(String value, String label, boolean chosen) {}

    /**
     * @param address of the day by itself
     * @param note why there is nothing, or who is off
     */
    @TemplateData
    public record ListDay(String label, String shortLabel, String address, boolean today, String note, List<Line> lines) {

        public ListDay {
            lines = List.copyOf(lines);
        }
    }

    @TemplateData
    public record Line(String id, String time, String customer, String what, String price, String status, String mark) {}
}
