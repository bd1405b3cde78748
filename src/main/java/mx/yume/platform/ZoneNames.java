package mx.yume.platform;

import java.time.ZoneId;
import java.util.Map;

/**
 * What Mexicans call the time of a place. The four at the border that follow the clocks of the United States, and those whose
 * name differs from their neighbours', are named by the place; the rest by the zones of the law of 2022.
 */
public final class ZoneNames {

    private static final String CENTER = "hora del centro";
    private static final String PACIFIC = "hora del Pacífico";
    private static final String TIJUANA = "hora de Tijuana";
    private static final String CANCUN = "hora de Cancún";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("America/Mexico_City", CENTER), Map.entry("Mexico/General", CENTER),
            Map.entry("America/Monterrey", CENTER), Map.entry("America/Merida", CENTER),
            Map.entry("America/Bahia_Banderas", CENTER),
            Map.entry("America/Mazatlan", PACIFIC), Map.entry("Mexico/BajaSur", PACIFIC),
            Map.entry("America/Tijuana", TIJUANA), Map.entry("America/Ensenada", TIJUANA),
            Map.entry("America/Santa_Isabel", TIJUANA), Map.entry("Mexico/BajaNorte", TIJUANA),
            Map.entry("America/Ciudad_Juarez", "hora de Ciudad Juárez"),
            Map.entry("America/Ojinaga", "hora de Ojinaga"), Map.entry("America/Matamoros", "hora de Matamoros"),
            Map.entry("America/Hermosillo", "hora de Hermosillo"), Map.entry("America/Chihuahua", "hora de Chihuahua"),
            Map.entry("America/Cancun", CANCUN));

    private ZoneNames() {}

    /** "hora de Tijuana"; of a zone outside Mexico "hora local". */
    public static String of(ZoneId zone) {
        return NAMES.getOrDefault(zone.getId(), "hora local");
    }
}
