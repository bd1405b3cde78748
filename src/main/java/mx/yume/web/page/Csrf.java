package mx.yume.web.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import mx.yume.platform.YumeConfig;

/**
 * The token in every form: it belongs to one session, and only whoever has YUME_SECRET can make it. Together with where the browser
 * says that a form was (OWASP Cross-Site Request Forgery Prevention: signed double-submit, Fetch metadata, Origin). It is written
 * otherwise on each page, since pages are compressed: whoever could have others' browsers ask for them would read what repeats
 * from their length (BREACH, CVE-2013-3587).
 */
@ApplicationScoped
public class Csrf {

    public static final String FIELD = "csrf";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String PURPOSE = "csrf ";

    private final SecretKeySpec key;
    /** Of the bean, never static: it would be the one of the machine that builds a native image. */
    private final SecureRandom random = new SecureRandom();

    Csrf(YumeConfig config) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(config.secret()), ALGORITHM);
    }

    /** @param session as the cookie holds it */
    public String token(String session) {
        var written = Arrays.copyOf(pad(), 2 * BYTES);
        System.arraycopy(signed(session), 0, written, BYTES, BYTES);
        cover(written);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written);
    }

    boolean fits(String session, @Nullable String token) {
        var written = decoded(token);
        if (written.length != 2 * BYTES) {
            return false;
        }
        cover(written);
        return MessageDigest.isEqual(signed(session), Arrays.copyOfRange(written, BYTES, 2 * BYTES));
    }

    private byte[] pad() {
        var pad = new byte[BYTES];
        random.nextBytes(pad);
        return pad;
    }

    /** Lays the first half over the second, or takes it off again. */
    private static void cover(byte[] written) {
        for (int at = 0; at < BYTES; at++) {
            written[BYTES + at] ^= written[at];
        }
    }

    private byte[] signed(String session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((PURPOSE + session).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
        }
    }

    private static byte[] decoded(@Nullable String token) {
        try {
            return Base64.getUrlDecoder().decode(token == null ? "" : token);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
