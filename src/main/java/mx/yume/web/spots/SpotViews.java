package mx.yume.web.spots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Inventory;
import mx.yume.business.Listed;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;

/** What the pages of spots show, in words. */
final class SpotViews {

    private static final int MOST_NAMED = 4;

    private SpotViews() {}

    @TemplateData
    public record Row(String id, String name, String about, int version, boolean first, boolean last) {}

    @TemplateData
    public record Listing(List<Row> inUse, List<Row> outOfUse, String problem) {

        public Listing {
            inUse = List.copyOf(inUse);
            outOfUse = List.copyOf(outOfUse);
        }
    }

    @TemplateData
    public record Place(String id, String name) {}

    /**
     * @param id empty for a new one
     * @param kinds that there are, or that services ask for
     * @param places to choose from, where there are several and the spot is new
     * @param serves the services that are given there
     */
    @TemplateData
    public record Editing(String id, String title, int version, Filled form, List<String> kinds, List<Place> places,
            List<String> serves) {

        public Editing {
            kinds = List.copyOf(kinds);
            places = List.copyOf(places);
            serves = List.copyOf(serves);
        }

        public String path() {
            return Spots.PATH + "/" + (id.isEmpty() ? "nuevo" : id);
        }

        Editing filled(Filled with, int seen) {
            return new Editing(id, title, seen, with, kinds, places, serves);
        }
    }

    static Listing listing(Inventory inventory, String problem) {
        var used = inventory.spots().stream().filter(Listed::active).toList();
        var rows = new ArrayList<Row>();
        for (var one : used) {
            rows.add(row(one, inventory, rows.isEmpty(), rows.size() == used.size() - 1));
        }
        return new Listing(rows, inventory.spots().stream().filter(one -> !one.active())
                .map(one -> row(one, inventory, true, true)).toList(), problem);
    }

    private static Row row(Listed<Spot> listed, Inventory inventory, boolean first, boolean last) {
        var spot = listed.what();
        var where = places(inventory).size() < 2 ? ""
                : inventory.locations().stream().map(Listed::what).filter(one -> one.id().equals(spot.location()))
                        .map(Location::name).findFirst().map(name -> " · " + name).orElse("");
        return new Row(spot.id().value().toString(), spot.name(),
                spot.kind() + where + " · " + summary(serves(inventory, spot)),
                listed.version(), first, last);
    }

    private static String summary(List<String> serves) {
        if (serves.isEmpty()) {
            return "ningún servicio lo pide";
        }
        var more = serves.size() - MOST_NAMED;
        return serves.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + (more > 0 ? " y " + more + " más" : "");
    }

    private static List<String> serves(Inventory inventory, Spot spot) {
        return inventory.services().stream().filter(Listed::active).map(Listed::what)
                .filter(service -> service.spotKind().filter(spot.kind()::equals).isPresent()).map(Service::name).toList();
    }

    static Editing editing(Listed<Spot> found, Inventory inventory) {
        var spot = found.what();
        return new Editing(spot.id().value().toString(), spot.name(), found.version(),
                Filled.of(Map.of("nombre", spot.name(), "tipo", spot.kind())), kinds(inventory), List.of(),
                serves(inventory, spot));
    }

    static Editing fresh(Inventory inventory, Filled form) {
        return new Editing("", "Lugar nuevo", 0, form, kinds(inventory), places(inventory), List.of());
    }

    private static List<String> kinds(Inventory inventory) {
        return Stream.concat(inventory.spots().stream().filter(Listed::active).map(one -> one.what().kind()),
                inventory.services().stream().filter(Listed::active).flatMap(one -> one.what().spotKind().stream())).distinct()
                .toList();
    }

    private static List<Place> places(Inventory inventory) {
        return inventory.locations().stream().filter(Listed::active)
                .map(one -> new Place(one.what().id().value().toString(), one.what().name())).toList();
    }

    static Optional<Listed<Spot>> find(Inventory inventory, String id) {
        return spot(id).flatMap(spot -> inventory.spots().stream()
                .filter(one -> one.active() && one.what().id().equals(spot)).findFirst());
    }

    static Optional<SpotId> spot(String id) {
        return Ids.parse(id).map(SpotId::new);
    }
}
