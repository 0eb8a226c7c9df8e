package io.sextant.remote.identity;

import io.sextant.domain.time.Clock;
import java.security.SecureRandom;

/** Passwords that cost little. */
public final class IdentitiesForTests {

    private static final PasswordHash CHEAP = new PasswordHash(64, 1, 1);

    private IdentitiesForTests() {}

    public static Identities of(UserFile users, Clock clock) {
        return new Identities(users, clock, new SecureRandom(), CHEAP);
    }

    public static String hash(String password) {
        return CHEAP.of(password.toCharArray(), new SecureRandom());
    }
}
