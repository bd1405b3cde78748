package mx.yume.whatsapp.twilio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as Twilio makes them: recorded bodies, and signatures computed from Twilio's description, not by its library. */
public final class Payloads {

    public static final String TOKEN = "12345";

    private Payloads() {}

    /** A body recorded under {@code src/test/resources/twilio}. */
    public static byte[] recorded(String name) {
        try (var body = Payloads.class.getResourceAsStream("/twilio/" + name + ".form")) {
            if (body == null) {
                throw new IllegalArgumentException("No such payload: " + name);
            }
            return body.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The URL, then every name and value in the order of the names: HMAC-SHA1, base64. */
    public static String signature(String token, String url, Map<String, String> parameters) {
        var signed = new StringBuilder(url);
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String signature(String url, byte[] form) {
        return signature(TOKEN, url, TwilioForm.read(form).orElseThrow().parameters());
    }
}
