package io.sextant.ui.assistant;

import io.sextant.ui.i18n.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a person wants to be heard and answered.
 *
 * @param language in which is spoken, typed and answered, whatever the window's is
 * @param device the microphone's name; the system's usual one where none is named
 * @param spoken whether answers are spoken too
 * @param wakeWord whether the microphone stays open and a word begins a sentence
 * @param words which word that is by language; the language's own where none is chosen
 */
public record AssistantWishes(
        Language language,
        Optional<String> device,
        boolean spoken,
        boolean wakeWord,
        Map<Language, String> words,
        AssistantExtras extras) {

    public AssistantWishes {
        words = Map.copyOf(words);
    }

    public AssistantWishes(
            Language language, Optional<String> device, boolean spoken, boolean wakeWord, Map<Language, String> words) {
        this(language, device, spoken, wakeWord, words, AssistantExtras.USUAL);
    }

    public AssistantWishes(Language language) {
        this(language, Optional.empty(), false, false, Map.of());
    }

    public AssistantWishes with(Language other) {
        return new AssistantWishes(other, device, spoken, wakeWord, words, extras);
    }

    public AssistantWishes with(Optional<String> other) {
        return new AssistantWishes(language, other, spoken, wakeWord, words, extras);
    }

    public AssistantWishes with(AssistantExtras other) {
        return new AssistantWishes(language, device, spoken, wakeWord, words, other);
    }

    public AssistantWishes withSpoken(boolean on) {
        return new AssistantWishes(language, device, on, wakeWord, words, extras);
    }

    public AssistantWishes withWakeWord(boolean on) {
        return new AssistantWishes(language, device, spoken, on, words, extras);
    }

    /** In the language that is chosen; nothing for the language's own. */
    public AssistantWishes withWord(String word) {
        Map<Language, String> chosen = new LinkedHashMap<>(words);
        if (word.isBlank()) {
            chosen.remove(language);
        } else {
            chosen.put(language, word.strip());
        }
        return new AssistantWishes(language, device, spoken, wakeWord, chosen, extras);
    }

    public Optional<String> findWord() {
        return Optional.ofNullable(words.get(language));
    }
}
