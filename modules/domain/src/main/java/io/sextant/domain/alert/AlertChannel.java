package io.sextant.domain.alert;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.vault.VenueAccount;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A way out of the window. What it needs to be let in lies in the vault, under the name that {@code secret} says; nothing secret stands here.
 *
 * @param options what its kind asks for, by name
 * @param mostPerHour so many are sent in an hour; more wait
 */
public record AlertChannel(
        String name,
        Kind kind,
        Map<String, String> options,
        Optional<VenueAccount> secret,
        int mostPerHour,
        boolean french) {

    /** What it is, with the options that it must have. */
    public enum Kind {
        /** {@code security} is tls, starttls or, on this machine only, none. */
        EMAIL(List.of("host", "port", "security", "from", "to"), List.of()),
        /** A bot of one's own, whose token is the secret. */
        TELEGRAM(List.of("chat"), List.of("url")),
        /** A gateway that takes JSON. */
        SMS(List.of("url", "to"), List.of("from", "tofield", "textfield")),
        /** Its {@code url}, or a secret that is the address. */
        WEBHOOK(List.of(), List.of("url")),
        DESKTOP(List.of(), List.of()),
        SOUND(List.of(), List.of()),
        VOICE(List.of(), List.of());

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> needed;

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> possible;

        Kind(List<String> needed, List<String> possible) {
            this.needed = needed;
            this.possible = possible;
        }

        private boolean takes(String option) {
            return needed.contains(option) || possible.contains(option);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Options without which it cannot be. */
        public List<String> needed() {
            return needed;
        }
    }

    static final String CHANNEL = "alert.channel.";
    public static final int USUAL_PER_HOUR = 30;
    public static final int MOST_PER_HOUR = 200;

    public AlertChannel {
        requireName(name);
        options = Map.copyOf(options);
        for (String needed : kind.needed) {
            if (options.getOrDefault(needed, "").isBlank()) {
                throw new IllegalArgumentException("a channel of kind " + kind.word() + " needs " + needed);
            }
        }
        // Anything else, such as a password, would stand in the journal for good.
        options.forEach((key, value) -> {
            if (!kind.takes(key)) {
                throw new IllegalArgumentException("a channel of kind " + kind.word() + " has no option " + key
                        + "; what is secret belongs into the vault");
            }
            if (value.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("an option is one line");
            }
        });
        if (kind == Kind.WEBHOOK && options.getOrDefault("url", "").isBlank() && secret.isEmpty()) {
            throw new IllegalArgumentException("a channel of kind webhook needs url, or a secret that is its address");
        }
        if (options.containsKey("url")) {
            requireAddress(options.getOrDefault("url", ""));
        }
        if (mostPerHour < 1 || mostPerHour > MOST_PER_HOUR) {
            throw new IllegalArgumentException("a channel sends 1 to " + MOST_PER_HOUR + " alerts an hour");
        }
    }

    static void requireName(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "a channel is named in small letters, digits and hyphens, 32 at most, not '" + name + "'");
        }
    }

    private static void requireAddress(String text) {
        if (!isAddress(text)) {
            throw new IllegalArgumentException(
                    "the address begins with https:// and holds neither user nor password; one that is secret itself belongs into the vault");
        }
    }

    /** Whether something may be sent there: encrypted on the way, or to this machine. A user in it would be a secret in the open. */
    public static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "");
            String host = Objects.requireNonNullElse(address.getHost(), "");
            boolean hidden = scheme.equals("https") || (scheme.equals("http") && isHere(host));
            return hidden && !host.isEmpty() && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether a host is this machine. */
    public static boolean isHere(String host) {
        return List.of("127.0.0.1", "localhost", "[::1]").contains(host);
    }

    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }

    public AlertChannel withSecret(VenueAccount account) {
        return new AlertChannel(name, kind, options, Optional.of(account), mostPerHour, french);
    }

    /** The command that remembers it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(
                CHANNEL + name,
                kind + "\n" + secret.map(VenueAccount::toString).orElse("") + "\n" + mostPerHour + "\n"
                        + (french ? "fr" : "en") + "\n"
                        + new TreeMap<>(options)
                                .entrySet().stream()
                                        .map(one -> one.getKey() + "=" + one.getValue())
                                        .collect(Collectors.joining("\n")));
    }

    /** The command that forgets it. */
    public static ChangeSetting removal(String name) {
        return new ChangeSetting(CHANNEL + name, "");
    }

    /** Reads one setting; empty when it is no channel, or one that a newer version wrote. */
    public static Optional<AlertChannel> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(CHANNEL) || lines.length < 5) {
            return Optional.empty();
        }
        try {
            Map<String, String> options = new TreeMap<>();
            for (String line : Arrays.asList(lines).subList(4, lines.length)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    options.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            Kind kind = Kind.valueOf(lines[0]);
            options.keySet().removeIf(key -> !kind.takes(key));
            return Optional.of(new AlertChannel(
                    setting.getKey().substring(CHANNEL.length()),
                    kind,
                    options,
                    lines[1].isEmpty() ? Optional.empty() : Optional.of(VenueAccount.parse(lines[1])),
                    Integer.parseInt(lines[2]),
                    lines[3].equals("fr")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
