package mx.yume.web.services;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Inventory;
import mx.yume.business.Listed;
import mx.yume.business.Service;
import mx.yume.platform.SpanishDates;
import mx.yume.web.page.Filled;

/** What the pages of services show, in words. */
final class ServiceViews {

    private ServiceViews() {}

    /** @param first whether none comes before it, and {@code last}, whether none comes after */
    @TemplateData
    public record Row(String id, String name, String about, String price, int version, boolean first, boolean last) {}

    @TemplateData
    public record Menu(List<Row> inUse, List<Row> outOfUse) {

        public Menu {
            inUse = List.copyOf(inUse);
            outOfUse = List.copyOf(outOfUse);
        }
    }

    /**
     * @param id empty for a new one
     * @param longer whether is asked that it may be longer than any day
     * @param kinds of spots, to choose from
     */
    @TemplateData
    public record Editing(String id, String title, int version, Filled form, boolean longer, List<String> kinds) {

        public Editing {
            kinds = List.copyOf(kinds);
        }

        /** Where the form goes. */
        public String path() {
            return Services.PATH + "/" + (id.isEmpty() ? "nuevo" : id);
        }
    }

    static Menu menu(Inventory inventory) {
        var used = inventory.services().stream().filter(Listed::active).toList();
        var rows = new ArrayList<Row>();
        for (int at = 0; at < used.size(); at++) {
            rows.add(row(used.get(at), at == 0, at == used.size() - 1));
        }
        return new Menu(rows, inventory.services().stream().filter(one -> !one.active()).map(one -> row(one, true, true))
                .toList());
    }

    private static Row row(Listed<Service> listed, boolean first, boolean last) {
        var service = listed.what();
        var about = SpanishDates.duration(service.duration()) + service.category().map(it -> " · " + it).orElse("");
        return new Row(service.id().value().toString(), service.name(), about, service.price().toString(), listed.version(),
                first, last);
    }

    static List<String> kinds(Inventory inventory) {
        return inventory.spots().stream().filter(Listed::active).map(spot -> spot.what().kind()).distinct().toList();
    }
}
