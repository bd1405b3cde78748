package mx.yume.whatsapp.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.twilio.security.RequestValidator;

import io.netty.handler.codec.http.QueryStringDecoder;

/** Lets in what Twilio signed: HMAC-SHA1 over the public URL and all parameters, compared in constant time. */
@ApplicationScoped
class TwilioGate {

    sealed interface Admission {

        record Admitted(TwilioForm form) implements Admission {}

        /** Twilio's, and not a form. */
        record Unreadable(String reason) implements Admission {}

        record Forged() implements Admission {}

        /** The channel is off. */
        record Closed() implements Admission {}
    }

    private final TwilioConfig config;

    TwilioGate(TwilioConfig config) {
        this.config = config;
    }

    /** @param uri path and query as they were asked for, still encoded */
    Admission admit(String uri, @Nullable String signature, byte[] body) {
        if (config.authToken().isEmpty()) {
            return new Admission.Closed();
        }
        if (signature == null) {
            return new Admission.Forged();
        }
        var validator = new RequestValidator(config.authToken().get());
        var url = config.publicUrl(uri);
        var form = TwilioForm.read(body);
        if (form.isPresent() && validator.validate(url, form.get().parameters(), signature)) {
            return new Admission.Admitted(form.get());
        }
        return signedAsDocument(uri, body) && validator.validate(url, Map.of(), signature)
                ? new Admission.Unreadable("not a form")
                : new Admission.Forged();
    }

    /** A body that is no form is signed by its hash, which is a parameter of the URL. */
    private static boolean signedAsDocument(String uri, byte[] body) {
        return bodyHash(uri).map(hash -> MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8),
                sha256(body).getBytes(StandardCharsets.UTF_8))).orElse(false);
    }

    private static Optional<String> bodyHash(String uri) {
        try {
            return new QueryStringDecoder(uri).parameters().getOrDefault("bodySHA256", List.of()).stream().findFirst();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java has SHA-256", never);
        }
    }
}
