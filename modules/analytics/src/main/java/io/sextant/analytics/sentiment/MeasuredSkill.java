package io.sextant.analytics.sentiment;

/**
 * How well a reader did on labelled texts that nobody had looked at. Shown beside what it says, so that a word on the screen is not
 * taken for more than it is.
 *
 * @param macroF1 the mean of the F1 of the three tones, which a reader that always says the same cannot raise
 * @param majorityAccuracy of always saying the most frequent tone
 */
public record MeasuredSkill(int texts, double accuracy, double macroF1, double majorityAccuracy) {

    /** {@link HeadlineReader} in English, on short financial messages; {@code MeasuredSentimentTest} measures it anew. */
    public static final MeasuredSkill ENGLISH = new MeasuredSkill(2_500, 0.775, 0.695, 0.695);
}
