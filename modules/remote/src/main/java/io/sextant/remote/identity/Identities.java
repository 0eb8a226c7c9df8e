package io.sextant.remote.identity;

import io.sextant.domain.time.Clock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The door: knows people by certificate, by password, or by a token that stands for a password of a moment ago. */
public final class Identities {

    /** Hashes that may be made at once, so that a flood of tries takes neither the memory nor all processors. */
    private static final int HASHES_AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 5;

    /** What came of a name and a password. */
    public sealed interface Login {

        record Welcome(String token) implements Login {}

        /** The same for a wrong name and a wrong password. */
        record Wrong() implements Login {}

        record TooOften() implements Login {}
    }

    private final UserFile users;
    private final Tokens tokens;
    private final LoginGuard guard;
    private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE);
    private final String nobody;

    /** @param secure what nobody can guess the next of */
    public Identities(UserFile users, Clock clock, RandomGenerator secure) {
        this(users, clock, secure, PasswordHash.RECOMMENDED);
    }

    Identities(UserFile users, Clock clock, RandomGenerator secure, PasswordHash hash) {
        this.users = users;
        tokens = new Tokens(clock, secure);
        guard = new LoginGuard(clock);
        // So that a name that nobody has takes as long as one that somebody has.
        nobody = hash.of("nobody knows this".toCharArray(), secure);
    }

    public Login logIn(String name, char[] password, String address) {
        if (!guard.mayTry(address) || !hasTurn()) {
            return new Login.TooOften();
        }
        boolean right;
        try {
            Optional<String> known = users.find(name).flatMap(User::password);
            right = PasswordHash.matches(known.orElse(nobody), password) && known.isPresent();
        } finally {
            hashing.release();
        }
        if (!right) {
            guard.failed(address);
            return new Login.Wrong();
        }
        return new Login.Welcome(tokens.issue(name));
    }

    private boolean hasTurn() {
        try {
            return hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public Optional<Principal> byToken(String token) {
        return tokens.userOf(token).flatMap(users::find).map(Identities::principal);
    }

    /** For opening a line, which uses the token up. */
    public Optional<Principal> byTokenOnce(String token) {
        return tokens.useUp(token).flatMap(users::find).map(Identities::principal);
    }

    /** The chain was looked through when the connection was made; here it is asked whether it still counts. */
    public Optional<Principal> byCertificate(X509Certificate certificate) {
        return users.findByCertificate(fingerprint(certificate)).map(Identities::principal);
    }

    /** As the name has it now: a role that was taken away is gone at once. */
    public Optional<Principal> byName(String name) {
        return users.find(name).map(Identities::principal);
    }

    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Principal principal(User user) {
        return new Principal(user.name(), user.role());
    }
}
