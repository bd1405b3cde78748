package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.yume.platform.StartRefused;

class EnvironmentTest {

    private static final String SECRET = "eXVtZS1mb3ItZGV2ZWxvcG1lbnQtb25seS0wMTIzNDU=";

    @Test
    void developmentNeedsNothing() {
        var nothing = new Environment(Map.of());
        assertThatCode(() -> nothing.check(false)).doesNotThrowAnyException();
        assertThat(nothing.database()).isEmpty();
        assertThat(nothing.dataFolder()).isEqualTo(Path.of("data"));
    }

    @Test
    void nobodyIsToldAnythingUnlessItIsSet() {
        assertThat(new Environment(Map.of("YUME_LOG", "text", "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")).watching()).isEmpty();
        assertThat(new Environment(Map.of("YUME_LOG", "json", "SENTRY_DSN", "https://key@sentry.mx/1",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317")).watching())
                .containsOnly(Map.entry("quarkus.log.console.json.enabled", "true"),
                        Map.entry("quarkus.log.sentry.enabled", "true"),
                        Map.entry("quarkus.log.sentry.dsn", "https://key@sentry.mx/1"),
                        Map.entry("quarkus.otel.sdk.disabled", "false"),
                        Map.entry("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317"));
    }

    @Test
    void productionNamesWhatIsMissingAndSaysWhatToSet() {
        assertThatThrownBy(() -> new Environment(Map.of("YUME_SECRET", SECRET)).check(true)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("PUBLIC_URL").hasMessageContaining("https://");
        assertThatThrownBy(() -> new Environment(Map.of("PUBLIC_URL", "https://yume.mx", "YUME_SECRET", " ")).check(true))
                .isInstanceOf(StartRefused.class).hasMessageContaining("YUME_SECRET").hasMessageContaining("openssl rand");
        assertThatCode(() -> new Environment(Map.of("PUBLIC_URL", "https://yume.mx", "YUME_SECRET", SECRET)).check(true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PORT,eighty", "PORT,70000", "PUBLIC_URL,yume.mx", "PUBLIC_URL,https://yume.mx/", "PUBLIC_URL,ftp://yume.mx",
            "PUBLIC_URL,https://yume mx", "YUME_SECRET,short", "YUME_SECRET,not base64!", "YUME_SECRET,c2hvcnQ=",
            "YUME_CENTRAL_NUMBER,5512345678", "YUME_CENTRAL_NUMBER,central", "YUME_DEBOUNCE,2", "YUME_DEBOUNCE,9s",
            "YUME_DEBOUNCE,soon", "YUME_ADMIN_PHONES,5512345678", "YUME_PROXIES,0", "YUME_PROXIES,two", "YUME_DEMO,yes",
            "YUME_SIMULATOR,1", "YUME_LOG,xml", "SENTRY_DSN,sentry.mx", "SENTRY_DSN,https://sentry.mx/1",
            "SENTRY_DSN,https://key@sentry.mx/", "OTEL_EXPORTER_OTLP_ENDPOINT,collector:4317",
            "OTEL_EXPORTER_OTLP_PROTOCOL,http", "YUME_METRICS_TOKEN,secret",
            "YUME_METRICS_TOKEN,with blanks in between it"})
    void malformedValuesAreRefusedByNameWithoutRepeatingThem(String name, String value) {
        var variables = new HashMap<>(Map.of("PUBLIC_URL", "https://yume.mx", "YUME_SECRET", SECRET));
        variables.put(name, value);
        for (var production : new boolean[]{true, false}) {
            assertThatThrownBy(() -> new Environment(variables).check(production)).isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith(name);
        }
        assertThat(new Environment(variables).toString()).doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource({"PORT,0", "PORT,8443", "PUBLIC_URL,http://localhost:8080", "PUBLIC_URL,https://yume.mx/salones",
            "YUME_CENTRAL_NUMBER,+525512345678", "YUME_DEBOUNCE,500ms", "YUME_DEBOUNCE,0s", "YUME_DEBOUNCE,8s",
            "YUME_DEMO,true", "YUME_PROXIES,2",
            "YUME_SIMULATOR,false"})
    void wellFormedValuesPass(String name, String value) {
        assertThatCode(() -> new Environment(Map.of(name, value)).check(false)).doesNotThrowAnyException();
    }
}
