package io.sextant.store.vault;

import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The bytes of a vault file (big-endian):
 *
 * <pre>
 *   0 mark         8 bytes
 *   8 version      4
 *  12 rounds       4, of the derivation (PBKDF2-HMAC-SHA-512)
 *  16 id          16, by which a keyring knows the vault
 *  32 salt        32
 *  64 wrap nonce  12
 *  76 wrapped key 48, the vault's key under the one that comes from the passphrase; bound to all before it
 * 124 key check   32, HMAC-SHA-256 of the vault's key: tells a keyring's key that is not this vault's
 * 156 nonce       12
 * 168 body           AES-256-GCM under the vault's key; bound to all before it
 * end checksum    32, SHA-256 of all before it
 * </pre>
 *
 * The checksum needs no key: what fails it is damaged. What passes it and does not open under the right key was made to pass:
 * that is tampering. The wrapped key fails on a wrong passphrase before the body is looked at.
 */
@SuppressWarnings("ArrayRecordComponent")
record VaultFile(VaultHeader header, byte[] body) {

    private static final byte[] MARK = "SXVAULT\n".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 168;
    private static final int WRAP_BINDS = 76;
    private static final int CHECKSUM_BYTES = 32;
    private static final int LARGEST_BYTES = 1 << 20;

    /** Bounds how long a file can make its reader work. */
    private static final int ROUNDS_MAX = 50_000_000;

    static VaultFile parse(byte[] bytes) {
        if (bytes.length > LARGEST_BYTES) {
            throw damaged("it is larger than a vault can be");
        }
        if (bytes.length < MARK.length || !Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length))) {
            throw damaged("it does not begin like a vault");
        }
        if (bytes.length < HEADER_BYTES + VaultCipher.TAG_BYTES + CHECKSUM_BYTES) {
            throw damaged("it is cut off");
        }
        int end = bytes.length - CHECKSUM_BYTES;
        byte[] checksum = sha256(bytes, end);
        if (!Arrays.equals(checksum, Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw damaged("its checksum does not match");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MARK.length, bytes.length - MARK.length);
        int version = in.getInt();
        if (version != VERSION) {
            throw new VaultException(VaultTrouble.NEWER_VERSION, "format " + version);
        }
        int rounds = in.getInt();
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw damaged("its number of rounds cannot be");
        }
        VaultHeader header = new VaultHeader(
                rounds,
                take(in, 16),
                take(in, 32),
                take(in, VaultCipher.NONCE_BYTES),
                take(in, VaultCipher.KEY_BYTES + VaultCipher.TAG_BYTES),
                take(in, 32),
                take(in, VaultCipher.NONCE_BYTES));
        return new VaultFile(header, Arrays.copyOfRange(bytes, HEADER_BYTES, end));
    }

    byte[] toBytes() {
        byte[] head = header.toBytes();
        byte[] bytes = Arrays.copyOf(head, HEADER_BYTES + body.length + CHECKSUM_BYTES);
        System.arraycopy(body, 0, bytes, HEADER_BYTES, body.length);
        int end = bytes.length - CHECKSUM_BYTES;
        System.arraycopy(sha256(bytes, end), 0, bytes, end, CHECKSUM_BYTES);
        return bytes;
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static VaultException damaged(String detail) {
        return new VaultException(VaultTrouble.DAMAGED, detail);
    }

    /** All that stands before the body. Nothing in it is secret. */
    @SuppressWarnings("ArrayRecordComponent")
    record VaultHeader(
            int rounds, byte[] id, byte[] salt, byte[] wrapNonce, byte[] wrappedKey, byte[] keyCheck, byte[] nonce) {

        /** What the body is bound to. */
        byte[] toBytes() {
            return ByteBuffer.allocate(HEADER_BYTES)
                    .put(MARK)
                    .putInt(VERSION)
                    .putInt(rounds)
                    .put(id)
                    .put(salt)
                    .put(wrapNonce)
                    .put(wrappedKey)
                    .put(keyCheck)
                    .put(nonce)
                    .array();
        }

        /** What the wrapped key is bound to. */
        byte[] beforeWrappedKey() {
            return Arrays.copyOf(toBytes(), WRAP_BINDS);
        }

        VaultHeader withWrappedKey(byte[] wrapped) {
            return new VaultHeader(rounds, id, salt, wrapNonce, wrapped, keyCheck, nonce);
        }

        VaultHeader withNonce(byte[] next) {
            return new VaultHeader(rounds, id, salt, wrapNonce, wrappedKey, keyCheck, next);
        }
    }
}
