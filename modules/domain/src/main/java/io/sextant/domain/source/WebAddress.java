package io.sextant.domain.source;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the addresses of sources: they are journaled, so they hold no key, and a key travels only where nobody listens. */
final class WebAddress {

    private static final int LONGEST = 2_000;
    private static final Pattern KEY_PARAMETER =
            Pattern.compile("(?i)(?:^|&)(?:api[_-]?key|key|token|access[_-]?token|auth|password|secret|app[_-]?id)=");

    private WebAddress() {}

    /** Refuses what cannot be asked; the sentence never repeats the address, which may hold a key. */
    static URI checked(URI address, Optional<KeyPlace> key) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || address.getHost() == null) {
            throw new IllegalArgumentException("an address begins with https:// or http:// and has a host");
        }
        if (address.toString().length() > LONGEST) {
            throw new IllegalArgumentException("an address has at most " + LONGEST + " characters");
        }
        boolean keyInQuery = address.getRawQuery() != null
                && KEY_PARAMETER.matcher(address.getRawQuery()).find();
        if (address.getRawUserInfo() != null || keyInQuery) {
            throw new IllegalArgumentException(
                    "the address holds a key or password, and addresses are journaled; take it out and say where the key is");
        }
        if (key.isPresent() && scheme.equals("http") && !isThisMachine(address.getHost())) {
            throw new IllegalArgumentException("a key is sent only to https:// addresses");
        }
        return address;
    }

    static URI parse(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("that is not an address", e);
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
