package mx.yume.whatsapp.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** Lets in what Meta signed: HMAC-SHA256 over the raw body with the app secret, compared in constant time. */
@ApplicationScoped
class MetaGate {

    enum Admission {
        ADMITTED, FORGED,
        /** The channel is off. */
        CLOSED
    }

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 64;

    private final MetaConfig config;

    MetaGate(MetaConfig config) {
        this.config = config;
    }

    /** @param signature of the header X-Hub-Signature-256: sha256= and 64 hexadecimal digits */
    Admission admit(@Nullable String signature, byte[] body) {
        if (config.appSecret().isEmpty()) {
            return Admission.CLOSED;
        }
        if (signature == null || !signature.startsWith(PREFIX) || signature.length() != PREFIX.length() + HEX_DIGITS) {
            return Admission.FORGED;
        }
        try {
            var told = HexFormat.of().parseHex(signature, PREFIX.length(), signature.length());
            return MessageDigest.isEqual(told, signature(config.appSecret().get(), body)) ? Admission.ADMITTED
                    : Admission.FORGED;
        } catch (IllegalArgumentException notHexadecimal) {
            return Admission.FORGED;
        }
    }

    /** Whether whoever sets the webhook up knows the token that was agreed on. Without one nobody does. */
    Admission verify(@Nullable String mode, @Nullable String token) {
        if (!config.on()) {
            return Admission.CLOSED;
        }
        var agreed = config.verifyToken();
        return "subscribe".equals(mode) && token != null && agreed.isPresent()
                && MessageDigest.isEqual(token.getBytes(UTF_8), agreed.get().getBytes(UTF_8)) ? Admission.ADMITTED
                        : Admission.FORGED;
    }

    private static byte[] signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, never);
        }
    }
}
