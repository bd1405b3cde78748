package mx.yume.web.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One try to come in, as its browser keeps it while it is away at the provider.
 *
 * @param state comes back with the answer: it is this browser's own
 * @param nonce is in the token: it was made for this try
 * @param verifier shows that whoever redeems the code is who asked for it (RFC 7636)
 */
record Attempt(String state, String nonce, String verifier) {

    private static final int BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})");

    static Attempt next(SecureRandom random) {
        return new Attempt(secret(random), secret(random), secret(random));
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return encoded(bytes);
    }

    /** Empty for what never was one. */
    static Optional<Attempt> parse(String written) {
        var found = WRITTEN.matcher(written);
        return found.matches() ? Optional.of(new Attempt(found.group(1), found.group(2), found.group(3))) : Optional.empty();
    }

    String written() {
        return state + "." + nonce + "." + verifier;
    }

    boolean isOf(String returned) {
        return same(state, returned);
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the verifier, as the provider is told it. */
    String challenge() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** So that it gets into no log by accident. */
    @Override
    public String toString() {
        return "Attempt";
    }
}
