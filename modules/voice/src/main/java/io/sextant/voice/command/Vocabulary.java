package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.voice.language.Language;
import io.sextant.voice.language.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be named now, each with the names by which people call it: instruments, panels and strategies. One name may mean several
 * instruments; then a sentence with it has several readings, and is asked about instead of guessed.
 */
public record Vocabulary(
        Map<InstrumentId, Set<String>> instruments,
        Map<String, Set<String>> panels,
        Map<String, Set<String>> strategies) {

    public static final Vocabulary EMPTY = new Vocabulary(Map.of(), Map.of(), Map.of());

    public Vocabulary {
        instruments = copy(instruments);
        panels = copy(panels);
        strategies = copy(strategies);
    }

    private static <K> Map<K, Set<String>> copy(Map<K, Set<String>> names) {
        Map<K, Set<String>> copy = new LinkedHashMap<>();
        names.forEach((key, each) -> copy.put(key, Set.copyOf(each)));
        return Collections.unmodifiableMap(copy);
    }

    /** The instruments by these names and the window's panels in a language. */
    public static Vocabulary of(Language language, Map<InstrumentId, Set<String>> instruments) {
        return new Vocabulary(instruments, SpokenPanels.of(language), Map.of());
    }

    public Vocabulary withStrategies(List<String> names) {
        Map<String, Set<String>> spoken = new LinkedHashMap<>();
        names.forEach(name -> spoken.put(name, Set.of(spelt(name))));
        return new Vocabulary(instruments, panels, spoken);
    }

    /** {@code moving-average-cross} and {@code movingAverageCross} are said as three words. */
    private static String spelt(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').replace('_', ' ');
    }

    /** Names as sequences of words, longest first, so that a longer name is tried before one that it begins with. */
    static <K> List<Named<K>> spoken(Map<K, Set<String>> names) {
        List<Named<K>> all = new ArrayList<>();
        names.forEach((key, each) -> each.stream()
                .map(Wording::of)
                .filter(words -> !words.isEmpty())
                .distinct()
                .forEach(words -> all.add(new Named<>(key, words))));
        all.sort((a, b) -> Integer.compare(b.words().size(), a.words().size()));
        return List.copyOf(all);
    }

    /** One name of something. */
    record Named<K>(K key, List<String> words) {

        boolean isAt(List<String> sentence, int from) {
            return from + words.size() <= sentence.size()
                    && sentence.subList(from, from + words.size()).equals(words);
        }
    }
}
