package io.sextant.analytics.sentiment;

import java.util.List;

/**
 * A reading of one headline.
 *
 * @param points what its words add up to: below zero bearish, above bullish
 * @param because the words that decided, in their order
 */
public record Sentiment(Tone tone, double points, List<Hit> because) {

    /** What the headline says about the price. */
    public enum Tone {
        BEARISH,
        NEUTRAL,
        BULLISH
    }

    /** Words and what they counted for, after negation. */
    public record Hit(String words, double points) {}

    /** From here on a sum of words is an opinion. One plain word is one; a hint (0.7) is not. */
    static final double LEAST_POINTS = 1.0;

    public Sentiment {
        because = List.copyOf(because);
    }

    static Sentiment of(List<Hit> hits) {
        double points = hits.stream().mapToDouble(Hit::points).sum();
        Tone tone = points >= LEAST_POINTS ? Tone.BULLISH : points <= -LEAST_POINTS ? Tone.BEARISH : Tone.NEUTRAL;
        return new Sentiment(tone, points, hits);
    }
}
