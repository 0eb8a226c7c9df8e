package io.sextant.voice.command;

import io.sextant.voice.command.GrammarFile.Line;
import io.sextant.voice.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sentences for a recogniser to listen for. It learns from them which word follows which, so not every sentence has to be there, but every
 * pair of neighbours: each form is written out once short and once long, and from each of the two every choice is varied once.
 */
final class PhraseList {

    /** Words that lose their last letter before another, which recognisers write in two ways. */
    private static final Set<String> ELIDED = Set.of("l", "d", "j", "s", "c", "qu", "m", "n", "t");

    private final GrammarFile file;
    private final Vocabulary vocabulary;
    private final List<List<String>> numbers;

    PhraseList(GrammarFile file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.numbers = NumberPhrases.of(file.language());
    }

    /** Only those with some pair of neighbours that none before them has. */
    List<String> phrases() {
        Set<String> pairs = new HashSet<>();
        List<String> phrases = new ArrayList<>();
        for (Line line : file.lines()) {
            for (boolean full : new boolean[] {false, true}) {
                variants(line.form(), full).forEach(each -> keep(each, pairs, phrases));
            }
        }
        numbers.forEach(each -> keep(each, pairs, phrases));
        return List.copyOf(phrases);
    }

    private void keep(List<String> words, Set<String> pairs, List<String> phrases) {
        boolean fresh = false;
        String before = "";
        for (String word : words) {
            fresh |= pairs.add(before + " " + word);
            before = word;
        }
        fresh |= pairs.add(before + " ");
        if (fresh) {
            phrases.addAll(spelt(words));
        }
    }

    /** As a recogniser writes it: {@code what's}, {@code l'ordre} and {@code l' ordre}. */
    private List<String> spelt(List<String> words) {
        String text = String.join(" ", words);
        if (file.language() == Language.ENGLISH) {
            return List.of(text.replace("what s ", "what's "));
        }
        StringBuilder joined = new StringBuilder();
        StringBuilder apart = new StringBuilder();
        for (String word : words) {
            String spelt = ELIDED.contains(word) ? word + "'" : word;
            joined.append(joined.isEmpty() || joined.charAt(joined.length() - 1) == '\'' ? "" : " ")
                    .append(spelt);
            apart.append(apart.isEmpty() ? "" : " ").append(spelt);
        }
        return joined.toString().contentEquals(apart)
                ? List.of(joined.toString())
                : List.of(joined.toString(), apart.toString());
    }

    private List<String> base(Form form, boolean full) {
        return switch (form) {
            case Form.Word(String _, String spelling) -> List.of(spelling);
            case Form.Mark _ -> List.of();
            case Form.Slot slot -> first(slot);
            case Form.Choice(List<Form> options) ->
                isOptional(options) && !full ? List.of() : base(options.getFirst(), full);
            case Form.Sequence(List<Form> parts) -> {
                List<String> words = new ArrayList<>();
                parts.forEach(part -> words.addAll(base(part, full)));
                yield words;
            }
        };
    }

    private static boolean isOptional(List<Form> options) {
        return options.getLast().equals(Form.NOTHING);
    }

    private List<String> first(Form.Slot slot) {
        List<List<String>> named = named(slot);
        return named.isEmpty() ? List.of() : named.getFirst();
    }

    private List<List<String>> named(Form.Slot slot) {
        return switch (slot.kind()) {
            case NUMBER -> List.of(List.of(file.language() == Language.ENGLISH ? "ten" : "dix"));
            case INSTRUMENT -> names(vocabulary.instruments());
            case PANEL -> names(vocabulary.panels());
            case STRATEGY -> names(vocabulary.strategies());
        };
    }

    /** Names that can be said: a symbol with digits in it cannot. */
    private static <K> List<List<String>> names(Map<K, Set<String>> names) {
        List<List<String>> all = new ArrayList<>();
        names.values()
                .forEach(each -> each.stream().sorted().map(PhraseList::words).forEach(words -> {
                    if (words.stream().allMatch(word -> word.chars().allMatch(Character::isLetter))) {
                        all.add(words);
                    }
                }));
        return all;
    }

    private static List<String> words(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[ '\\-/.]+"));
    }

    private List<List<String>> variants(Form form, boolean full) {
        List<List<String>> all = new ArrayList<>();
        switch (form) {
            case Form.Word _, Form.Mark _ -> all.add(base(form, full));
            case Form.Slot slot -> {
                if (full) {
                    all.add(base(form, true));
                } else if (slot.kind() == Form.SlotKind.NUMBER) {
                    NumberPhrases.single(file.language()).forEach(word -> all.add(List.of(word)));
                } else {
                    all.addAll(named(slot));
                }
            }
            case Form.Choice(List<Form> options) -> options.forEach(option -> all.addAll(variants(option, full)));
            case Form.Sequence(List<Form> parts) -> {
                all.add(base(form, full));
                for (int i = 0; i < parts.size(); i++) {
                    for (List<String> variant : variants(parts.get(i), full)) {
                        all.add(around(parts, i, variant, full));
                    }
                }
            }
        }
        return all;
    }

    private List<String> around(List<Form> parts, int varied, List<String> variant, boolean full) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            words.addAll(i == varied ? variant : base(parts.get(i), full));
        }
        return words;
    }
}
