package mx.yume.conversation.template;

import java.util.Map;

/** What a variable may look like: providers want to see an example of each before they approve a template. */
public final class TemplateSamples {

    private static final Map<String, String> SAMPLES = Map.ofEntries(Map.entry("business", "Salón Lupita"),
            Map.entry("service", "Corte de cabello"), Map.entry("staff", "Ana"),
            Map.entry("when", "viernes 15 de enero, 3:00 p.m."), Map.entry("before", "jueves 14 de enero, 5:00 p.m."),
            Map.entry("notice", "Paty López agendó Corte de cabello con Ana, viernes 15 de enero, 3:00 p.m., $250"),
            Map.entry("day", "viernes 15 de enero"),
            Map.entry("schedule", "10:00 a.m. Corte de cabello, Paty López · 12:00 p.m. Tinte, Sofía Ruiz"),
            Map.entry("name", "Carla"), Map.entry("link", "https://yume.example.mx/entrar?t=abc123"),
            Map.entry("left", "15 minutos"), Map.entry("code", "123456"));

    private TemplateSamples() {}

    public static String of(String variable) {
        var sample = SAMPLES.get(variable);
        if (sample == null) {
            throw new IllegalArgumentException("No example of the variable " + variable);
        }
        return sample;
    }
}
