package mx.yume.whatsapp.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as Meta makes them: recorded bodies, and signatures computed from Meta's description. */
public final class Payloads {

    public static final String SECRET = "67890";

    private Payloads() {}

    /** A body recorded under {@code src/test/resources/meta}. */
    public static byte[] recorded(String name) {
        try (var body = Payloads.class.getResourceAsStream("/meta/" + name + ".json")) {
            if (body == null) {
                throw new IllegalArgumentException("No such payload: " + name);
            }
            return body.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] recorded(String name, String replaced, String by) {
        return new String(recorded(name), UTF_8).replace(replaced, by).getBytes(UTF_8);
    }

    /** sha256= and HMAC-SHA256 of the body with the app secret, in hexadecimal. */
    public static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String signature(byte[] body) {
        return signature(SECRET, body);
    }
}
