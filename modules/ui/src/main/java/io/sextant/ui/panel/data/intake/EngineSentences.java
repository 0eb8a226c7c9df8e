package io.sextant.ui.panel.data.intake;

import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine says about a file, in the reader's language. It says it in English and for the command line; what the house
 * wrote is known by its words, what the system or a newer engine wrote stays as it is.
 */
final class EngineSentences {

    private record Known(Pattern pattern, String key) {

        static Known of(String pattern, String key) {
            return new Known(Pattern.compile(pattern), "intake.engine." + key);
        }
    }

    private static final List<Known> KNOWN = List.of(
            Known.of("Bars of (.+) were made into bars of (.+)\\.", "resampled"),
            Known.of("There is no column of volumes; they count as zero\\.", "no-volume"),
            Known.of("(\\S+) belongs to this desk's own market and was left alone;.*", "own-market"),
            Known.of("(?s).+ was not understood: (.+)\\.", "not-understood"),
            Known.of("(?s).+ is damaged: (.+)\\.", "damaged"),
            Known.of("it holds no rows", "no-rows"),
            Known.of("it holds a heading and no rows", "only-heading"),
            Known.of("no separator of cells was found", "no-separator"),
            Known.of("it is no text in UTF-8 or ASCII", "no-text"),
            Known.of("its times do not tell how long a bar is;.*", "no-length"),
            Known.of("it has no columns of prices", "no-prices"),
            Known.of("it has no column of times", "no-times"),
            Known.of("it is no whole JSON, from byte (\\d+) on", "broken-json"),
            Known.of("(?s)There is no file (.+)\\.", "no-file"),
            Known.of("(?s)The (?:file|folder) (.+) cannot be read: (.+)\\.", "unreadable"),
            Known.of("(?s)The archive (.+) holds more than (\\d+) files\\.", "too-many"),
            Known.of("(?s)The archive (.+) holds no file\\.", "empty-archive"));

    private static final Pattern LAYOUT = Pattern.compile("(candles|candles of bid and ask|trades|values) separated by"
            + " (tab|space|\"(.)\")(, decimal comma)?, times as (.+?)(, at the end of a bar)?(, newest row first)?"
            + "(, symbol in column (\\d+))?");

    private final Texts texts;

    EngineSentences(Texts texts) {
        this.texts = texts;
    }

    /** A note or a problem; the reason inside one is said too. */
    String say(String sentence) {
        for (Known known : KNOWN) {
            Matcher found = known.pattern.matcher(sentence);
            if (found.matches()) {
                Object[] arguments = new Object[found.groupCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = say(found.group(i + 1));
                }
                return texts.get(known.key, arguments);
            }
        }
        return sentence;
    }

    /** How a file was read. */
    String layout(String layout) {
        Matcher found = LAYOUT.matcher(layout);
        if (!found.matches()) {
            return layout;
        }
        List<String> parts = new ArrayList<>();
        String mark = found.group(3) == null ? word(found.group(2)) : "“" + found.group(3) + "”";
        parts.add(texts.get("intake.layout.rows", word(found.group(1)), mark));
        if (found.group(4) != null) {
            parts.add(texts.get("intake.layout.decimal-comma"));
        }
        parts.add(texts.get("intake.layout.times", word(found.group(5))));
        if (found.group(6) != null) {
            parts.add(texts.get("intake.layout.ends"));
        }
        if (found.group(7) != null) {
            parts.add(texts.get("intake.layout.newest-first"));
        }
        Optional.ofNullable(found.group(9)).ifPresent(column -> parts.add(texts.get("intake.layout.symbol", column)));
        return String.join(", ", parts);
    }

    private String word(String words) {
        String key = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return texts.find("intake.layout.word." + key).orElse(words);
    }
}
