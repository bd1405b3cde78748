package mx.yume.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the database is and how to get in, as PostgreSQL's own tools write it:
 * {@code postgres://user:password@host:port/db?sslmode=require}. Parts may be percent-encoded (RFC 3986).
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param sslMode libpq's modes; without one {@code prefer}, as there
 * @param sslRootCertificate a PEM file with the authorities to trust, for verify-ca and verify-full
 */
public record DatabaseAddress(String user, String password, String host, int port, String database, String sslMode,
        Optional<String> sslRootCertificate) {

    private static final Pattern FORM = Pattern
            .compile(
                    "postgres(?:ql)?://([^:/?]*?):(.*)@(\\[[0-9a-fA-F:.]+]|[^:/?@\\[\\]]+)(?::(\\d{1,5}))?/([^?/]+)(?:\\?(.*))?");
    private static final Pattern MALFORMED_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Set<String> SSL_MODES = Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final String EXPECTED = "DATABASE_URL must look like postgres://user:password@host:port/db?sslmode=require"
            + " (percent-encode what is special in the password)";

    /**
     * Reads what the operator set.
     *
     * @throws StartRefused with a sentence that says what is wrong and never repeats the password
     */
    public static DatabaseAddress parse(String url) {
        var form = FORM.matcher(url.strip());
        if (!form.matches()) {
            throw new StartRefused(EXPECTED + ".");
        }
        int port = form.group(4) == null ? 5432 : Integer.parseInt(form.group(4));
        if (port < 1 || port > 65535) {
            throw new StartRefused(EXPECTED + ": the port must be between 1 and 65535.");
        }
        var parameters = parameters(Optional.ofNullable(form.group(6)).orElse(""));
        return new DatabaseAddress(decoded(form.group(1)), decoded(form.group(2)), form.group(3), port,
                decoded(form.group(5)), sslMode(parameters), Optional.ofNullable(parameters.get("sslrootcert")));
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                if (parts.length != 2 || !Set.of("sslmode", "sslrootcert").contains(parts[0])) {
                    throw new StartRefused("DATABASE_URL has the parameter \"" + parts[0]
                            + "\", which Yume does not know: it understands sslmode and sslrootcert.");
                }
                parameters.put(parts[0], decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String sslMode(Map<String, String> parameters) {
        var mode = parameters.getOrDefault("sslmode", "prefer");
        if (!SSL_MODES.contains(mode)) {
            throw new StartRefused("DATABASE_URL: sslmode must be disable, allow, prefer, require, verify-ca or verify-full.");
        }
        if (mode.startsWith("verify-") && !parameters.containsKey("sslrootcert")) {
            throw new StartRefused("DATABASE_URL: sslmode=" + mode
                    + " also needs sslrootcert=/path/to/authorities.pem, the certificates to trust.");
        }
        return mode;
    }

    /** Percent-decoding of UTF-8; a plus sign is a plus sign. */
    private static String decoded(String text) {
        if (MALFORMED_ESCAPE.matcher(text).find()) {
            throw new StartRefused(EXPECTED + ": a percent sign must be followed by two hexadecimal digits.");
        }
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The settings of the two clients: the reactive one for everything, JDBC for the migrations. */
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.datasource.username", user);
        settings.put("quarkus.datasource.password", password);
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl());
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + host + ":" + port + "/" + encoded(database));
        settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", sslMode);
        switch (sslMode) {
            case "disable" -> {
            }
            case "verify-ca", "verify-full" -> {
                settings.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
                settings.put("quarkus.datasource.reactive.trust-certificate-pem.certs", sslRootCertificate.orElseThrow());
                settings.put("quarkus.datasource.reactive.hostname-verification-algorithm",
                        sslMode.equals("verify-full") ? "HTTPS" : "NONE");
            }
            // As libpq: encrypted, and whoever answers is believed.
            default -> settings.put("quarkus.datasource.reactive.trust-all", "true");
        }
        // A bare dollar sign in a value would be read as an expression (SmallRye Config).
        settings.replaceAll((name, value) -> value.replace("$", "\\$"));
        return settings;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database) + "?sslmode=" + sslMode
                + sslRootCertificate.map(file -> "&sslrootcert=" + encoded(file)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgres://" + user + "@" + host + ":" + port + "/" + database + "?sslmode=" + sslMode;
    }
}
