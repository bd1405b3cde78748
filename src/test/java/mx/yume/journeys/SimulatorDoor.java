package mx.yume.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The simulator's form. It gives each message an id of its own. */
final class SimulatorDoor implements Door {

    @Override
    public int deliver(String number, String to, String id, String text, Optional<String> choice) {
        var form = "de=" + encoded(number.substring(1)) + "&para=" + encoded(to.substring(1)) + "&texto=" + encoded(text)
                + choice.map(option -> "&opcion=" + encoded(option)).orElse("");
        return Http.post("/simulador/mensajes", Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
    }

    @Override
    public String origin() {
        return "simulator";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
