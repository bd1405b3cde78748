package mx.yume;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.conversation.outbox.QuietHours;
import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.StartRefused;

/**
 * What the operator set (SPEC 14), read before anything starts. Every complaint is one sentence that names the variable and says
 * what to set; values are never repeated, since some are secret.
 */
record Environment(Map<String, String> variables) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern PAUSE = Pattern.compile("(\\d{1,4})(ms|s)");
    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_PAUSE_MILLIS = 8000;

    Environment {
        variables = Map.copyOf(variables);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Empty means the embedded server under {@link #dataFolder()}. */
    Optional<DatabaseAddress> database() {
        return value("DATABASE_URL").map(DatabaseAddress::parse);
    }

    Path dataFolder() {
        return Path.of(value("YUME_DATA").orElse("data"));
    }

    /**
     * @param production a packaged Yume, where what is fixed while developing must be set
     * @throws StartRefused at the first thing that is missing or malformed
     */
    void check(boolean production) {
        value("PORT").ifPresent(Environment::checkPort);
        value("PUBLIC_URL").ifPresent(Environment::checkPublicUrl);
        for (var name : Set.of("YUME_SECRET", "YUME_SECRET_PREVIOUS")) {
            value(name).ifPresent(secret -> checkSecret(name, secret));
        }
        value("YUME_CENTRAL_NUMBER").ifPresent(Environment::checkCentralNumber);
        value("YUME_ADMIN_PHONES").ifPresent(Environment::checkAdminPhones);
        value("YUME_DEBOUNCE").ifPresent(Environment::checkDebounce);
        value("YUME_QUIET_HOURS").ifPresent(Environment::checkQuietHours);
        value("YUME_PROXIES").ifPresent(Environment::checkProxies);
        for (var name : Set.of("YUME_DEMO", "YUME_SIMULATOR")) {
            value(name).ifPresent(value -> checkSwitch(name, value));
        }
        for (var name : Set.of("SENTRY_DSN", "OTEL_EXPORTER_OTLP_ENDPOINT")) {
            value(name).ifPresent(url -> checkUrl(name, url));
        }
        value("OTEL_EXPORTER_OTLP_PROTOCOL").ifPresent(Environment::checkProtocol);
        value("YUME_LOG").ifPresent(Environment::checkLog);
        value("YUME_METRICS_TOKEN").ifPresent(Environment::checkToken);
        if (production) {
            required("PUBLIC_URL", "the address that people and providers reach Yume at, like https://yume.example.mx");
            required("YUME_SECRET", "32 random bytes in base64, as `openssl rand -base64 32` prints them");
        }
    }

    /** What those that watch are told, in Quarkus' words: nothing of it is on unless it is set. */
    Map<String, String> watching() {
        var settings = new HashMap<String, String>();
        if (value("YUME_LOG").filter("json"::equals).isPresent()) {
            settings.put("quarkus.log.console.json.enabled", "true");
        }
        value("SENTRY_DSN").ifPresent(dsn -> {
            settings.put("quarkus.log.sentry.enabled", "true");
            settings.put("quarkus.log.sentry.dsn", dsn);
        });
        value("OTEL_EXPORTER_OTLP_ENDPOINT").ifPresent(endpoint -> {
            settings.put("quarkus.otel.sdk.disabled", "false");
            settings.put("quarkus.otel.exporter.otlp.endpoint", endpoint);
            value("OTEL_EXPORTER_OTLP_PROTOCOL")
                    .ifPresent(protocol -> settings.put("quarkus.otel.exporter.otlp.protocol", protocol));
            value("OTEL_EXPORTER_OTLP_HEADERS")
                    .ifPresent(headers -> settings.put("quarkus.otel.exporter.otlp.headers", headers));
        });
        return settings;
    }

    private void required(String name, String meaning) {
        if (value(name).isEmpty()) {
            throw new StartRefused(name + " is not set: set it to " + meaning + ".");
        }
    }

    private static void checkPort(String port) {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new StartRefused("PORT must be a number between 0 and 65535.");
        }
    }

    private static void checkPublicUrl(String url) {
        try {
            var uri = new URI(url);
            var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null || url.endsWith("/")) {
                throw new StartRefused("PUBLIC_URL must be an http or https address without a slash at the end,"
                        + " like https://yume.example.mx.");
            }
        } catch (URISyntaxException malformed) {
            throw new StartRefused("PUBLIC_URL is not an address: set it to one like https://yume.example.mx.", malformed);
        }
    }

    private static void checkSecret(String name, String secret) {
        var expected = name + " must be exactly 32 bytes in base64: set it to what `openssl rand -base64 32` prints.";
        try {
            if (Base64.getDecoder().decode(secret).length != SECRET_BYTES) {
                throw new StartRefused(expected);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new StartRefused(expected, notBase64);
        }
    }

    private static void checkCentralNumber(String number) {
        if (PhoneNumber.parse(number).filter(phone -> phone.e164().equals(number)).isEmpty()) {
            throw new StartRefused("YUME_CENTRAL_NUMBER must be a phone number in E.164 form, like +525512345678.");
        }
    }

    private static void checkAdminPhones(String phones) {
        for (var phone : phones.split(",", -1)) {
            if (PhoneNumber.parse(phone.strip()).filter(number -> number.e164().equals(phone.strip())).isEmpty()) {
                throw new StartRefused("YUME_ADMIN_PHONES must be phone numbers in E.164 form with commas between them,"
                        + " like +525512345678,+525587654321.");
            }
        }
    }

    /** The cap of a burst is 8 s (SPEC 6): a pause beyond it could never end one. */
    private static void checkDebounce(String pause) {
        var form = PAUSE.matcher(pause);
        if (!form.matches()
                || Integer.parseInt(form.group(1)) * (form.group(2).equals("s") ? 1000 : 1) > LONGEST_PAUSE_MILLIS) {
            throw new StartRefused("YUME_DEBOUNCE must be a pause between 0s and 8s, like 2s or 500ms.");
        }
    }

    private static void checkQuietHours(String hours) {
        try {
            QuietHours.parse(hours);
        } catch (IllegalArgumentException malformed) {
            throw new StartRefused("YUME_QUIET_HOURS must be local hours like 21:30-08:00, or off.", malformed);
        }
    }

    private static void checkProxies(String proxies) {
        if (!proxies.matches("[1-9]")) {
            throw new StartRefused("YUME_PROXIES must be how many proxies stand before Yume, from 1 to 9.");
        }
    }

    private static void checkSwitch(String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new StartRefused(name + " must be true or false.");
        }
    }

    private static void checkUrl(String name, String url) {
        var expected = name + " must be an http or https address.";
        try {
            var uri = new URI(url);
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                throw new StartRefused(expected);
            }
            if (name.equals("SENTRY_DSN") && (uri.getUserInfo() == null || !uri.getPath().matches(".*/\\d+"))) {
                throw new StartRefused("SENTRY_DSN must be the DSN that Sentry shows for the project,"
                        + " like https://key@sentry.example.mx/1.");
            }
        } catch (URISyntaxException malformed) {
            throw new StartRefused(expected, malformed);
        }
    }

    private static void checkProtocol(String protocol) {
        if (!protocol.equals("grpc") && !protocol.equals("http/protobuf")) {
            throw new StartRefused("OTEL_EXPORTER_OTLP_PROTOCOL must be grpc or http/protobuf.");
        }
    }

    private static void checkLog(String form) {
        if (!form.equals("text") && !form.equals("json")) {
            throw new StartRefused("YUME_LOG must be text or json.");
        }
    }

    private static void checkToken(String token) {
        if (token.length() < SHORTEST_TOKEN || !token.matches("[!-~]+")) {
            throw new StartRefused("YUME_METRICS_TOKEN must be at least 16 letters, digits or signs without spaces,"
                    + " as `openssl rand -hex 16` prints them.");
        }
    }

    /** Without the values: some are secret. */
    @Override
    public String toString() {
        return "Environment";
    }
}
