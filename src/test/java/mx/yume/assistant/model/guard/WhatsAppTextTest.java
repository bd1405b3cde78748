package mx.yume.assistant.model.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            **Corte** cuesta **$250**            → *Corte* cuesta *$250*
            __Corte__ y ***barba***              → *Corte* y *barba*
            ## Servicios                         → *Servicios*
            # **Servicios** #                    → *Servicios*
            [Mira aquí](https://mala.example/x)  → Mira aquí
            ![logo](https://mala.example/x.png)  → logo
            ~~$300~~ $250                        → ~$300~ $250
            usa `S1` ahora                       → usa S1 ahora
            > Te espero                          → Te espero
            * Corte                              → - Corte
            cuesta \\$250 y 3\\. nada              → cuesta \\$250 y 3. nada
            <b>Hola</b>                          → Hola
            """)
    void marksBecomeWhatsAppsOrGo(String markdown, String whatsApp) {
        assertThat(WhatsAppText.of(markdown)).isEqualTo(whatsApp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*Corte* con _Ana_", "- Corte\n- Barba", "1. Corte\n2. Barba", "a las 3:00 p.m. ¿sí?", "2 * 3 * 4",
            "snake_case_y_más", "10 < 20 > 5", "$250 | $300", "¡Hola! 😊\n\n¿Qué día?", "¿Ana / Beto - quién?"})
    void whatIsPlainOrWhatsAppsStaysAsItIs(String text) {
        assertThat(WhatsAppText.of(text)).isEqualTo(text);
    }

    @Test
    void tablesBecomeLines() {
        assertThat(WhatsAppText
                .of("Precios:\n| Servicio | Precio |\n|:---|---:|\n| Corte | $250 |\n| Barba | $150 |\n\n\n\nListo."))
                .isEqualTo("Precios:\nServicio · Precio\nCorte · $250\nBarba · $150\n\nListo.");
    }

    @Test
    void fencesAndRulesGo() {
        assertThat(WhatsAppText.of("Hola\n```json\n{\"a\": 1}\n```\n---\nAdiós<br>ya"))
                .isEqualTo("Hola\n{\"a\": 1}\nAdiós\nya");
    }

    @Test
    void nothingTakesLong() {
        assertThat(WhatsAppText.of("*".repeat(20_000) + "[".repeat(20_000) + "|".repeat(20_000))).isNotNull();
    }
}
