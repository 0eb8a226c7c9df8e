package io.sextant.remote.identity;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) with its second recommended setting, written as PHC strings, so that the setting can grow later. */
public final class PasswordHash {

    /** What a try costs: 64 MiB of memory, three passes, four lanes. */
    public static final PasswordHash RECOMMENDED = new PasswordHash(65_536, 3, 4);

    public static final int SHORTEST_PASSWORD = 12;
    public static final int LONGEST_PASSWORD = 256;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_KIBIBYTES = 1 << 20;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final int kibibytes;
    private final int passes;
    private final int lanes;

    PasswordHash(int kibibytes, int passes, int lanes) {
        this.kibibytes = kibibytes;
        this.passes = passes;
        this.lanes = lanes;
    }

    /**
     * Throws {@link IllegalArgumentException}, with a sentence, for what is too short or too long.
     *
     * @param secure for the salt
     */
    public String of(char[] password, RandomGenerator secure) {
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        byte[] salt = new byte[SALT_BYTES];
        secure.nextBytes(salt);
        byte[] hash = hash(password, salt, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Takes as long for a wrong password as for the right one. */
    static boolean matches(String written, char[] password) {
        Matcher form = FORM.matcher(written);
        if (!form.matches() || password.length > LONGEST_PASSWORD) {
            return false;
        }
        int memory = Integer.parseInt(form.group(1));
        if (memory > MOST_KIBIBYTES) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        PasswordHash asThen =
                new PasswordHash(memory, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        return MessageDigest.isEqual(expected, asThen.hash(password, salt, expected.length));
    }

    private byte[] hash(char[] password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        byte[] hash = new byte[length];
        try {
            generator.generateBytes(bytes, hash);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            for (int i = 0; i < encoded.limit(); i++) {
                encoded.put(i, (byte) 0);
            }
        }
        return hash;
    }
}
