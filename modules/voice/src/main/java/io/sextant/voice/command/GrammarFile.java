package io.sextant.voice.command;

import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of one language, in the order of its file. */
record GrammarFile(Language language, List<Line> lines) {

    GrammarFile {
        lines = List.copyOf(lines);
    }

    /** One form of one rule. */
    record Line(Rule rule, Form form, Set<String> firstWords, boolean beginsWithName) {

        Line(Rule rule, Form form) {
            this(rule, form, FormMatcher.firstWords(form), FormMatcher.beginsWithName(form));
        }

        /** Whether a sentence that begins with this word can fit at all. */
        boolean canBegin(String word) {
            return beginsWithName || firstWords.contains(word);
        }
    }

    static GrammarFile of(Language language) {
        String name = "grammar_" + language.code() + ".txt";
        try (InputStream in = GrammarFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return parse(language, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GrammarFile parse(Language language, String text) {
        Map<String, Form> groups = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("$")) {
                int equals = line.indexOf(" = ");
                groups.put(line.substring(1, equals), FormReader.read(line.substring(equals + 3), groups));
            } else {
                int colon = line.indexOf(": ");
                lines.add(new Line(
                        Rule.valueOf(line.substring(0, colon)), FormReader.read(line.substring(colon + 2), groups)));
            }
        }
        return new GrammarFile(language, lines);
    }
}
