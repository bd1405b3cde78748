package mx.yume.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;

/**
 * Seals what must be read back and must not be readable in the database: key id, nonce and ciphertext (AES-256-GCM) in one value.
 * It opens in its own organization and column alone, so a value that is copied elsewhere is worth nothing there. What
 * YUME_SECRET_PREVIOUS sealed is still opened, and {@link Resealing} seals it anew.
 */
@ApplicationScoped
public class Vault {

    private final Key key;
    private final Optional<Key> previous;
    /** Of the bean, never static: it would be the one of the machine that builds a native image. */
    private final SecureRandom random = new SecureRandom();

    Vault(YumeConfig config) {
        key = Key.from(config.secret());
        previous = config.previousSecret().map(Key::from);
    }

    /** @param column table and column, as {@code whatsapp_connection.token} */
    public byte[] seal(OrganizationId organization, String column, String secret) {
        var nonce = new byte[Key.NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var encrypted = key.encrypt(nonce, place(organization, column), secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(Key.ID_BYTES + nonce.length + encrypted.length).put(key.id()).put(nonce).put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-GCM", impossible);
        }
    }

    /** @throws CannotOpen for what was not sealed for this place, or with a secret that is not known any more */
    public String open(OrganizationId organization, String column, byte[] sealed) {
        var start = Key.ID_BYTES + Key.NONCE_BYTES;
        if (sealed.length < start) {
            throw new CannotOpen(column + " holds nothing that was sealed");
        }
        try {
            var plain = keyOf(sealed, column).decrypt(Arrays.copyOfRange(sealed, Key.ID_BYTES, start),
                    place(organization, column), Arrays.copyOfRange(sealed, start, sealed.length));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new CannotOpen(column + " holds what was changed or was sealed for another place", changed);
        }
    }

    /** The first bytes of whatever the secret before sealed. */
    Optional<byte[]> previousKeyId() {
        return previous.map(Key::id);
    }

    private Key keyOf(byte[] sealed, String column) {
        if (key.sealed(sealed)) {
            return key;
        }
        return previous.filter(before -> before.sealed(sealed)).orElseThrow(() -> new CannotOpen(column
                + " was sealed with another secret: YUME_SECRET_PREVIOUS must say what YUME_SECRET was"));
    }

    private static byte[] place(OrganizationId organization, String column) {
        return (organization.value() + ":" + column).getBytes(StandardCharsets.UTF_8);
    }
}
