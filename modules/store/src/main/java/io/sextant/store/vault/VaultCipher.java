package io.sextant.store.vault;

import io.sextant.domain.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The three things that a vault needs of cryptography, all from the JDK. */
final class VaultCipher {

    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String DERIVATION = "PBKDF2WithHmacSHA512";
    private static final byte[] CHECK_OF = "sextant vault key".getBytes(StandardCharsets.US_ASCII);

    private VaultCipher() {}

    /** Slow on purpose: by PBKDF2 with HMAC-SHA-512. The caller wipes the key. */
    static byte[] derive(Secret passphrase, byte[] salt, int rounds) {
        char[] characters = passphrase.toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, rounds, KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(DERIVATION).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    /** Ciphertext and tag; {@code authenticated} is bound to it. A nonce serves once a key. */
    static byte[] seal(byte[] key, byte[] nonce, byte[] authenticated, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(authenticated);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty when key, ciphertext or what is bound to it is another. The caller wipes the result. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] authenticated, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(authenticated);
            return Optional.of(cipher.doFinal(sealed));
        } catch (AEADBadTagException notIt) {
            return Optional.empty();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Tells whether a key is the one that was meant, and nothing else of it. */
    static byte[] checkOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(CHECK_OF);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
