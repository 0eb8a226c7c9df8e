package io.sextant.ui.assistant;

import io.sextant.ui.i18n.Language;
import java.util.Optional;

/**
 * How a person wants to be heard and answered.
 *
 * @param language in which is spoken, typed and answered, whatever the window's is
 * @param device the microphone's name; the system's usual one where none is named
 * @param spoken whether answers are spoken too
 * @param wakeWord whether the microphone stays open and a word begins a sentence
 */
public record AssistantWishes(Language language, Optional<String> device, boolean spoken, boolean wakeWord) {

    public AssistantWishes with(Language other) {
        return new AssistantWishes(other, device, spoken, wakeWord);
    }

    public AssistantWishes with(Optional<String> other) {
        return new AssistantWishes(language, other, spoken, wakeWord);
    }

    public AssistantWishes withSpoken(boolean on) {
        return new AssistantWishes(language, device, on, wakeWord);
    }

    public AssistantWishes withWakeWord(boolean on) {
        return new AssistantWishes(language, device, spoken, on);
    }
}
