package io.sextant.remote.identity;

import io.sextant.remote.protocol.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may come in.
 *
 * @param password as {@link PasswordHash} writes it; empty when only a certificate opens the door
 * @param certificates SHA-256 of each certificate that was made for this user, in hex; who is struck off it is shut out
 */
public record User(String name, Role role, Optional<String> password, List<String> certificates) {

    private static final String NAME = "[A-Za-z0-9._-]{1,32}";

    public User {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("a user's name is 1 to 32 letters, digits, dots, dashes or underscores");
        }
        certificates = List.copyOf(certificates);
    }

    public User withPassword(String hash) {
        return new User(name, role, Optional.of(hash), certificates);
    }

    public User withRole(Role other) {
        return new User(name, other, password, certificates);
    }

    public User withCertificate(String sha256) {
        List<String> more = new ArrayList<>(certificates);
        more.add(sha256);
        return new User(name, role, password, more);
    }

    /** From now on none of the certificates made until now opens the door. */
    public User withoutCertificates() {
        return new User(name, role, password, List.of());
    }
}
