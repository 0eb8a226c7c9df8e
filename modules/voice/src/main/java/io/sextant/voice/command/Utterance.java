package io.sextant.voice.command;

import java.util.List;

/** What was said or typed: what it was most likely, and what else it may have been, each with its chance. */
public record Utterance(List<Guess> guesses) {

    /** One wording, with the chance that it was just that: 1 for what was typed. */
    public record Guess(String text, double chance) {

        public Guess {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance is from 0 to 1, was " + chance);
            }
        }
    }

    public Utterance {
        guesses = List.copyOf(guesses);
        if (guesses.isEmpty()) {
            throw new IllegalArgumentException("an utterance has some wording, if only an empty one");
        }
    }

    public Utterance(String text, double chance) {
        this(List.of(new Guess(text, chance)));
    }

    public static Utterance typed(String text) {
        return new Utterance(text, 1);
    }

    /** The likeliest wording. */
    public String text() {
        return guesses.getFirst().text();
    }
}
