package io.sextant.remote.identity;

import io.sextant.domain.time.Clock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a password is changed into: 256 random bits that are worth something for ten minutes. Opening a line uses a token up, so that one which
 * somebody overheard or found in a log opens no second. Only their hashes are kept, and only in memory.
 */
final class Tokens {

    static final long LIFE_NANOS = 600_000_000_000L;

    private static final int BYTES = 32;
    private static final int MOST = 10_000;

    private record Issued(String user, long untilNanos) {}

    private final Clock clock;
    private final RandomGenerator secure;
    private final Map<String, Issued> issued = new LinkedHashMap<>();

    Tokens(Clock clock, RandomGenerator secure) {
        this.clock = clock;
        this.secure = secure;
    }

    synchronized String issue(String user) {
        long now = clock.nanos();
        issued.values().removeIf(one -> one.untilNanos() <= now);
        if (issued.size() >= MOST) {
            issued.remove(issued.keySet().iterator().next());
        }
        byte[] bytes = new byte[BYTES];
        secure.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issued.put(hash(token), new Issued(user, now + LIFE_NANOS));
        return token;
    }

    synchronized Optional<String> userOf(String token) {
        return Optional.ofNullable(issued.get(hash(token)))
                .filter(one -> one.untilNanos() > clock.nanos())
                .map(Issued::user);
    }

    /** It is worth nothing afterwards. */
    synchronized Optional<String> useUp(String token) {
        Optional<String> user = userOf(token);
        issued.remove(hash(token));
        return user;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
