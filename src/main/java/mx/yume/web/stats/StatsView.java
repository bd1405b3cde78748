package mx.yume.web.stats;

import java.util.List;

import io.quarkus.qute.TemplateData;
import mx.yume.web.page.Filled;

/**
 * What the page of figures shows, in words and in units of its drawings.
 *
 * @param query what the links to files and places add to their address, to be of the same period
 */
@TemplateData
public record StatsView(String words, String query, Filled form, List<Choice> periods, List<Choice> places, boolean nothing,
        List<Tile> tiles, Chart chart, Heat heat, List<Row> services, List<Row> staff) {

    public StatsView {
        periods = List.copyOf(periods);
        places = List.copyOf(places);
        tiles = List.copyOf(tiles);
        services = List.copyOf(services);
        staff = List.copyOf(staff);
    }

    /** @param value of an address's query */
    @TemplateData
    public record Choice(String label, String value, boolean current) {}

    @TemplateData
    public record Tile(String label, String value, String note) {}

    /**
     * Visits by day, or by week where the period is long.
     *
     * @param unit "día" or "semana"
     * @param summary what somebody who does not see it is told first
     * @param most written at its upper line
     */
    @TemplateData
    public record Chart(String unit, String summary, int most, int width, List<Bar> bars) {

        public Chart {
            bars = List.copyOf(bars);
        }
    }

    /** @param mark below it; empty where there is no room for one */
    @TemplateData
    public record Bar(String label, String mark, int visits, String earned, int x, int y, int width, int height, int middle) {}

    /** @param days of the week, short, in the order of the cells of its lines */
    @TemplateData
    public record Heat(List<Weekday> days, List<HeatLine> lines, String busiest) {

        public Heat {
            days = List.copyOf(days);
            lines = List.copyOf(lines);
        }
    }

    @TemplateData
    public record Weekday(String brief, String name) {}

    @TemplateData
    public record HeatLine(String hour, List<Cell> cells) {

        public HeatLine {
            cells = List.copyOf(cells);
        }
    }

    /** @param level 0 for nothing to 4 for the busiest */
    @TemplateData
    public record Cell(int visits, int level) {}

    /** @param share of the longest bar, in percent */
    @TemplateData
    public record Row(String name, int given, int ahead, int cancelled, int noShows, String earned, int share) {}
}
