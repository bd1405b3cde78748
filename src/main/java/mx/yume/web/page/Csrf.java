package mx.yume.web.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import mx.yume.platform.YumeConfig;

/**
 * The token in every form: it belongs to one session, and only whoever has YUME_SECRET can make it. Together with where the browser
 * says that a form was (OWASP Cross-Site Request Forgery Prevention: signed double-submit, Fetch metadata, Origin).
 */
@ApplicationScoped
public class Csrf {

    public static final String FIELD = "csrf";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "csrf ";

    private final SecretKeySpec key;

    Csrf(YumeConfig config) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(config.secret()), ALGORITHM);
    }

    /** @param session as the cookie holds it */
    public String token(String session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signed = mac.doFinal((PURPOSE + session).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
        }
    }

    boolean fits(String session, @Nullable String token) {
        return token != null && MessageDigest.isEqual(token(session).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }
}
