package mx.yume.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 32 random bytes that open something for whoever holds them. They are in a link or a cookie and nowhere else: what is stored is
 * their hash, and they are in no log.
 */
public final class Token {

    private static final int BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String written;

    private Token(String written) {
        this.written = written;
    }

    static Token next(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what was never a token, of whatever length. */
    public static Optional<Token> parse(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
    }

    /** 43 characters of base64url: they need no escaping in an address, a form or a cookie. */
    public String written() {
        return written;
    }

    /** SHA-256 of what is written; a token is random enough to need no salt. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** So that it gets into no log by accident. */
    @Override
    public String toString() {
        return "Token";
    }
}
