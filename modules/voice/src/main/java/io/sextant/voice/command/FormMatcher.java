package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.voice.command.Vocabulary.Named;
import io.sextant.voice.language.NumberReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds forms against words, in every way in which they fit. */
final class FormMatcher {

    private static final String NAME = "<";

    private final NumberReader numbers;
    private final List<Named<InstrumentId>> instruments;
    private final List<Named<String>> panels;
    private final List<Named<String>> strategies;

    /** Words up to a place were taken, and these things were named in them. */
    private record Taken(int end, Slots slots) {}

    FormMatcher(NumberReader numbers, Vocabulary vocabulary) {
        this.numbers = numbers;
        this.instruments = Vocabulary.spoken(vocabulary.instruments());
        this.panels = Vocabulary.spoken(vocabulary.panels());
        this.strategies = Vocabulary.spoken(vocabulary.strategies());
    }

    /** What was named, for each way in which the form takes all of the words. */
    Set<Slots> all(Form form, List<String> words) {
        Set<Slots> found = new LinkedHashSet<>();
        for (Taken each : match(form, words, Set.of(new Taken(0, Slots.NONE)))) {
            if (each.end() == words.size()) {
                found.add(each.slots());
            }
        }
        return found;
    }

    private Set<Taken> match(Form form, List<String> words, Set<Taken> from) {
        Set<Taken> next = new LinkedHashSet<>();
        switch (form) {
            case Form.Word(String text, String _) -> {
                for (Taken each : from) {
                    if (each.end() < words.size() && words.get(each.end()).equals(text)) {
                        next.add(new Taken(each.end() + 1, each.slots()));
                    }
                }
            }
            case Form.Sequence(List<Form> parts) -> {
                Set<Taken> sofar = from;
                for (Form part : parts) {
                    if (sofar.isEmpty()) {
                        break;
                    }
                    sofar = match(part, words, sofar);
                }
                return sofar;
            }
            case Form.Choice(List<Form> options) -> options.forEach(option -> next.addAll(match(option, words, from)));
            case Form.Mark(String name, String value) ->
                from.forEach(each -> next.add(new Taken(each.end(), each.slots().with(name, value))));
            case Form.Slot slot -> from.forEach(each -> take(slot, words, each, next));
        }
        return next;
    }

    private void take(Form.Slot slot, List<String> words, Taken from, Set<Taken> next) {
        switch (slot.kind()) {
            case NUMBER ->
                numbers.find(words, from.end())
                        .ifPresent(number ->
                                next.add(new Taken(number.end(), from.slots().with(slot.name(), number.value()))));
            case INSTRUMENT -> named(instruments, slot, words, from, next);
            case PANEL -> named(panels, slot, words, from, next);
            case STRATEGY -> named(strategies, slot, words, from, next);
        }
    }

    private static <K> void named(
            List<Named<K>> names, Form.Slot slot, List<String> words, Taken from, Set<Taken> next) {
        for (Named<K> each : names) {
            if (each.isAt(words, from.end())) {
                next.add(new Taken(
                        from.end() + each.words().size(), from.slots().with(slot.name(), (Object) each.key())));
            }
        }
    }

    /** The words with which a form can begin. */
    static Set<String> firstWords(Form form) {
        Set<String> words = new LinkedHashSet<>();
        first(form, words);
        words.remove(NAME);
        return Set.copyOf(words);
    }

    /** Whether a form can begin with a name or a number. */
    static boolean beginsWithName(Form form) {
        Set<String> words = new LinkedHashSet<>();
        first(form, words);
        return words.contains(NAME);
    }

    /** Whether the form may take no word at all. */
    private static boolean first(Form form, Set<String> words) {
        return switch (form) {
            case Form.Word(String text, String _) -> {
                words.add(text);
                yield false;
            }
            case Form.Sequence(List<Form> parts) -> {
                for (Form part : parts) {
                    if (!first(part, words)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Form.Choice(List<Form> options) -> {
                boolean empty = false;
                for (Form option : options) {
                    empty |= first(option, words);
                }
                yield empty;
            }
            case Form.Slot _ -> {
                words.add(NAME);
                yield false;
            }
            case Form.Mark _ -> true;
        };
    }
}
