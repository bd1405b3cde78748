package mx.yume.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** AES-256-GCM with a key derived from one secret of the installation (HKDF, RFC 5869), and a name by which it is found again. */
final class Key {

    static final int ID_BYTES = 4;
    static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "yume sealed columns";

    private final byte[] id;
    private final SecretKey secret;

    private Key(byte[] id, SecretKey secret) {
        this.id = id;
        this.secret = secret;
    }

    /** @param secret 32 bytes in base64, as YUME_SECRET */
    static Key from(String secret) {
        var bytes = Base64.getDecoder().decode(secret);
        try {
            var hkdf = KDF.getInstance("HKDF-SHA256");
            // The name says nothing of the key: both are drawn from the secret, for different purposes.
            return new Key(hkdf.deriveData(derived(bytes, PURPOSE + " id", ID_BYTES)),
                    hkdf.deriveKey("AES", derived(bytes, PURPOSE, KEY_BYTES)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java 25 has HKDF with SHA-256", impossible);
        }
    }

    private static HKDFParameterSpec derived(byte[] secret, String purpose, int bytes) {
        return HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(purpose.getBytes(StandardCharsets.UTF_8), bytes);
    }

    byte[] id() {
        return id.clone();
    }

    /** Whether these bytes, which begin with a key's name, begin with this one's. */
    boolean sealed(byte[] sealed) {
        return Arrays.equals(id, 0, ID_BYTES, sealed, 0, ID_BYTES);
    }

    byte[] encrypt(byte[] nonce, byte[] place, byte[] plain) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
    }

    byte[] decrypt(byte[] nonce, byte[] place, byte[] encrypted) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(encrypted);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }
}
