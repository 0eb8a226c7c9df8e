package io.sextant.voice.command;

/** What was said or typed, and how sure it is that it was just that: 1 for what was typed. */
public record Utterance(String text, double confidence) {

    public Utterance {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, was " + confidence);
        }
    }

    public static Utterance typed(String text) {
        return new Utterance(text, 1);
    }
}
