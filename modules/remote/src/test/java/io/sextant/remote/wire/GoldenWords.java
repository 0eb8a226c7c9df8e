package io.sextant.remote.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Words of version 1 as they were once written, by name, and the rule by which what is written now keeps them. */
final class GoldenWords {

    /** Components that are sets: lists without an order. */
    private static final Set<String> SETS = Set.of("preferred", "excluded", "criteria");

    private GoldenWords() {}

    /** Lines of a name, a tab and a text. */
    static Map<String, String> read(String file) {
        try (InputStream in = GoldenWords.class.getResourceAsStream("v1/" + file)) {
            Map<String, String> words = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                if (words.put(line.substring(0, tab), line.substring(tab + 1)) != null) {
                    throw new IllegalStateException("twice: " + line.substring(0, tab));
                }
            });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an old reader would miss in it, as a path; null where it finds all that it knows. What is new it passes over. */
    static @Nullable String missing(JsonNode old, @Nullable JsonNode now, String path) {
        if (now == null) {
            return path + " is gone";
        }
        if (old.isObject() && now.isObject()) {
            for (Map.Entry<String, JsonNode> part : old.properties()) {
                String lost = missing(part.getValue(), now.get(part.getKey()), path + "." + part.getKey());
                if (lost != null) {
                    return lost;
                }
            }
            return null;
        }
        if (old.isArray() && now.isArray()) {
            return inArray(old, now, path);
        }
        return old.equals(now) ? null : path + " was " + old + " and is " + now;
    }

    private static @Nullable String inArray(JsonNode old, JsonNode now, String path) {
        if (old.size() != now.size()) {
            return path + " had " + old.size() + " and has " + now.size();
        }
        if (SETS.contains(path.substring(path.lastIndexOf('.') + 1))) {
            return old.valueStream()
                            .collect(Collectors.toSet())
                            .equals(now.valueStream().collect(Collectors.toSet()))
                    ? null
                    : path + " was " + old + " and is " + now;
        }
        // Maps have no order, and where they are lists of pairs neither have those.
        boolean isPairs = old.valueStream().allMatch(pair -> pair.isArray() && pair.size() == 2);
        for (int i = 0; i < old.size(); i++) {
            JsonNode one = old.get(i);
            JsonNode other = isPairs
                    ? now.valueStream()
                            .filter(pair -> pair.isArray() && missing(one.get(0), pair.get(0), "") == null)
                            .findFirst()
                            .orElse(null)
                    : now.get(i);
            String lost = missing(one, other, path + "[" + i + "]");
            if (lost != null) {
                return lost;
            }
        }
        return null;
    }
}
