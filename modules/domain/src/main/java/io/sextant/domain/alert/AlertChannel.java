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
        EMAIL("host", "port", "security", "from", "to"),
        /** A bot of one's own, whose token is the secret. */
        TELEGRAM("chat"),
        /** A gateway that takes JSON. */
        SMS("url", "to"),
        WEBHOOK("url"),
        DESKTOP,
        SOUND,
        VOICE;

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> needed;

        Kind(String... needed) {
            this.needed = List.of(needed);
        }

        /** Options without which it cannot be. */
        public List<String> needed() {
            return needed;
        }
    }

    static final String CHANNEL = "alert.channel.";
    public static final int USUAL_PER_HOUR = 30;
    private static final int MOST_PER_HOUR = 200;

    public AlertChannel {
        requireName(name);
        options = Map.copyOf(options);
        for (String needed : kind.needed) {
            if (options.getOrDefault(needed, "").isBlank()) {
                throw new IllegalArgumentException(
                        "a channel of kind " + kind.name().toLowerCase(Locale.ROOT) + " needs " + needed);
            }
        }
        options.forEach((key, value) -> {
            if (!key.matches("[a-z]+") || value.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("an option is a name of small letters and a value of one line");
            }
        });
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

    /** What is sent elsewhere is encrypted on the way; on this machine it need not be. */
    private static void requireAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "");
            String host = Objects.requireNonNullElse(address.getHost(), "");
            boolean allowed = scheme.equals("https") || (scheme.equals("http") && isHere(host));
            if (allowed && !host.isEmpty()) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no address", e);
        }
        throw new IllegalArgumentException("the address begins with https://, was '" + text + "'");
    }

    /** Whether a host is this machine. */
    public static boolean isHere(String host) {
        return List.of("127.0.0.1", "localhost", "[::1]").contains(host);
    }

    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
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
            return Optional.of(new AlertChannel(
                    setting.getKey().substring(CHANNEL.length()),
                    Kind.valueOf(lines[0]),
                    options,
                    lines[1].isEmpty() ? Optional.empty() : Optional.of(VenueAccount.parse(lines[1])),
                    Integer.parseInt(lines[2]),
                    lines[3].equals("fr")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
