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
import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.KnownAccount;
import mx.yume.platform.PhoneNumber;

/**
 * Lets in what Twilio signed: HMAC-SHA1 over the public URL and all parameters, compared in constant time. The secret is that of
 * the installation's account; what names a sub-account is signed with that one's, and may speak of its own numbers alone.
 */
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
    private final SubAccounts subAccounts;

    TwilioGate(TwilioConfig config, SubAccounts subAccounts) {
        this.config = config;
        this.subAccounts = subAccounts;
    }

    /**
     * The installation's own account is asked of nobody; only for a sub-account the database may be read.
     *
     * @param uri path and query as they were asked for, still encoded
     */
    Uni<Admission> admit(String uri, @Nullable String signature, byte[] body) {
        if (config.authToken().isEmpty()) {
            return Uni.createFrom().item(new Admission.Closed());
        }
        if (signature == null) {
            return Uni.createFrom().item(new Admission.Forged());
        }
        var form = TwilioForm.read(body);
        var admission = ofMaster(uri, signature, body, form);
        var account = form.flatMap(read -> read.value("AccountSid"))
                .filter(sid -> !config.accountSid().equals(Optional.of(sid)));
        return admission instanceof Admission.Forged && account.isPresent()
                ? subAccounts.of(account.get()).map(known -> known.filter(its -> signedBy(its, uri, signature, form.get()))
                        .<Admission>map(its -> new Admission.Admitted(form.get())).orElse(admission))
                : Uni.createFrom().item(admission);
    }

    private Admission ofMaster(String uri, String signature, byte[] body, Optional<TwilioForm> form) {
        var validator = new RequestValidator(config.authToken().orElseThrow());
        var url = config.publicUrl(uri);
        if (form.isPresent() && validator.validate(url, form.get().parameters(), signature)) {
            return new Admission.Admitted(form.get());
        }
        return signedAsDocument(uri, body) && validator.validate(url, Map.of(), signature)
                ? new Admission.Unreadable("not a form")
                : new Admission.Forged();
    }

    /** One business's secret proves nothing of another's numbers. */
    private boolean signedBy(KnownAccount account, String uri, String signature, TwilioForm form) {
        var ours = form.value(uri.contains(TwilioConfig.STATUS) ? "From" : "To").flatMap(PhoneNumber::parse)
                .map(PhoneNumber::e164);
        return ours.filter(account.addresses()::contains).isPresent() && account.tokens().stream()
                .anyMatch(token -> new RequestValidator(token).validate(config.publicUrl(uri), form.parameters(), signature));
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
