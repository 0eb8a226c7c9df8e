package io.sextant.domain.source;

import io.sextant.domain.command.ChangeSetting;
import java.util.Map;
import java.util.Optional;

/**
 * How a source did. Written when it changes, not every time: a source that has been unreachable for a day is one line in the
 * journal, and so is its return.
 *
 * @param atNanos when it became so, or when a person asked and was answered (UTC)
 * @param text what happened, for a person; never a key
 */
public record SourceResult(Kind kind, String name, Outcome outcome, long atNanos, String text) {

    /** What the source gives. */
    public enum Kind {
        NEWS,
        MACRO
    }

    /** Whether it gave anything. */
    public enum Outcome {
        READ,
        FAILED
    }

    private static final String SETTING = "source.result.";
    private static final int LONGEST_TEXT = 500;

    public SourceResult {
        String line = text.replace('\n', ' ');
        text = line.substring(0, Math.min(line.length(), LONGEST_TEXT));
    }

    private static String key(Kind kind, String name) {
        return SETTING + (kind == Kind.NEWS ? "news." : "macro.") + name;
    }

    /** The command that remembers it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(key(kind, name), outcome + "\n" + atNanos + "\n" + text);
    }

    /** Reads one setting; empty when it is none. */
    public static Optional<SourceResult> findIn(Map.Entry<String, String> setting) {
        for (Kind kind : Kind.values()) {
            String prefix = key(kind, "");
            String[] lines = setting.getValue().split("\n", 3);
            if (setting.getKey().startsWith(prefix) && lines.length == 3) {
                try {
                    return Optional.of(new SourceResult(
                            kind,
                            setting.getKey().substring(prefix.length()),
                            Outcome.valueOf(lines[0]),
                            Long.parseLong(lines[1]),
                            lines[2]));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
