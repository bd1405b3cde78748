package mx.yume.web.premises;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.qute.TemplateData;

/** The clocks there are in Mexico, to choose from. */
final class Zones {

    /** @param label a city by which people know the zone */
    @TemplateData
    public record Zone(String id, String label) {}

    private static final List<Zone> MEXICAN = List.of(
            new Zone("America/Mexico_City", "Centro: Ciudad de México, Guadalajara, Puebla"),
            new Zone("America/Monterrey", "Monterrey y el noreste"),
            new Zone("America/Merida", "Mérida y Campeche"),
            new Zone("America/Cancun", "Cancún y Quintana Roo"),
            new Zone("America/Mazatlan", "Pacífico: Sinaloa, Nayarit, La Paz"),
            new Zone("America/Bahia_Banderas", "Bahía de Banderas"),
            new Zone("America/Hermosillo", "Hermosillo y Sonora"),
            new Zone("America/Tijuana", "Tijuana y Baja California"),
            new Zone("America/Chihuahua", "Chihuahua"),
            new Zone("America/Ciudad_Juarez", "Ciudad Juárez"),
            new Zone("America/Ojinaga", "Ojinaga"),
            new Zone("America/Matamoros", "Matamoros, Reynosa y Nuevo Laredo"));

    private Zones() {}

    /** Those, and the one in use if it is another. */
    static List<Zone> with(ZoneId used) {
        var all = new ArrayList<>(MEXICAN);
        if (all.stream().noneMatch(zone -> zone.id().equals(used.getId()))) {
            all.add(new Zone(used.getId(), used.getId()));
        }
        return List.copyOf(all);
    }

    static String label(ZoneId zone) {
        return with(zone).stream().filter(one -> one.id().equals(zone.getId())).findFirst().map(Zone::label)
                .orElse(zone.getId());
    }
}
