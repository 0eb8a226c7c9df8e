package io.sextant.domain.source;

import io.sextant.domain.command.ChangeSetting;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where headlines come from. A setting of the desk, so it is journaled and a remote desk sees it like its own; its key is not.
 *
 * @param name shown beside each headline
 * @param everyMinutes how long after one round the next begins
 */
public record NewsSource(String name, Form form, URI address, Optional<KeyPlace> key, int everyMinutes) {

    /** How it answers. */
    public enum Form {
        /** RSS 2.0 or Atom; which of the two, the document says itself. */
        FEED,
        /** A news service that answers {@code {"articles":[...]}} and takes its key in the header {@code X-Api-Key}. */
        JSON
    }

    public static final int USUAL_MINUTES = 5;
    private static final int LONGEST_MINUTES = 7 * 24 * 60;
    private static final String SETTING = "source.news.";

    public NewsSource {
        SourceName.check(name);
        WebAddress.checked(address, key);
        if (everyMinutes < 1 || everyMinutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException("a source is read every 1 to " + LONGEST_MINUTES + " minutes");
        }
    }

    /**
     * Made from what a person wrote; {@code keyPlace} may be empty.
     *
     * @throws IllegalArgumentException with a sentence for the writer
     */
    public static NewsSource of(String name, Form form, String address, String keyPlace, int everyMinutes) {
        return new NewsSource(
                name.strip(),
                form,
                WebAddress.parse(address),
                keyPlace.isBlank() ? Optional.empty() : Optional.of(KeyPlace.parse(keyPlace.strip())),
                everyMinutes);
    }

    /** The command that remembers it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(
                SETTING + name,
                form.name().toLowerCase(Locale.ROOT) + "\n" + address + "\n"
                        + key.map(KeyPlace::text).orElse("") + "\n" + everyMinutes);
    }

    /** The command that forgets it. */
    public static ChangeSetting removal(String name) {
        return new ChangeSetting(SETTING + name, "");
    }

    /** Reads one setting; empty when it is no source of news, or one that a newer version wrote. */
    public static Optional<NewsSource> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(SETTING) || lines.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(
                    setting.getKey().substring(SETTING.length()),
                    Form.valueOf(lines[0].toUpperCase(Locale.ROOT)),
                    lines[1],
                    lines[2],
                    Integer.parseInt(lines[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
