package io.sextant.notify.send;

import io.sextant.domain.vault.VenueKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What another side said, without what must not be repeated: servers like to quote. */
final class Hushed {

    private static final int LONGEST = 160;

    private Hushed() {}

    static String of(String said, Optional<VenueKey> key) {
        String text = said.replaceAll("\\s+", " ").strip();
        if (key.isPresent()) {
            VenueKey known = key.get();
            String user = known.apiKey().reveal();
            String password = known.apiSecret().reveal();
            // As HTTP (RFC 7617) and SMTP (RFC 4616) carry both at once, then each alone.
            for (String secret : new String[] {user + ":" + password, "\0" + user + "\0" + password, password, user}) {
                text = without(text, secret);
                text = without(text, encoded(secret));
            }
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String encoded(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String without(String text, String secret) {
        return secret.length() < 4 ? text : text.replace(secret, "***");
    }
}
