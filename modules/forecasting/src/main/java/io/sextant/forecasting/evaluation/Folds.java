package io.sextant.forecasting.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Cuts a series into training parts and the test parts that follow them, in time order. */
public final class Folds {

    /** The share of a series that the first fold learns from where nobody says. */
    public static final double FIRST_SHARE_USUAL = 0.5;

    private Folds() {}

    /**
     * Training parts that all begin with the series and grow.
     *
     * @param first how many observations come before the first test part
     * @param gap how many between training and test are not learned from
     */
    public static List<Fold> expanding(int observations, int folds, int first, Gap gap) {
        return cut(observations, folds, first, gap, first + observations);
    }

    /** Training parts of at most {@code window} observations that move along. */
    public static List<Fold> rolling(int observations, int folds, int first, Gap gap, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("a window of " + window + " observations holds nothing");
        }
        return cut(observations, folds, first, gap, window);
    }

    private static List<Fold> cut(int observations, int folds, int first, Gap gap, int window) {
        int left = observations - first;
        if (folds < 1 || left < folds) {
            throw new IllegalArgumentException("the " + Math.max(0, left) + " observations after the first " + first
                    + " cannot be cut into " + folds + (folds == 1 ? " fold" : " folds"));
        }
        if (first - gap.steps() < 1) {
            throw new IllegalArgumentException("a gap of " + gap.steps() + " leaves nothing of the first " + first);
        }
        List<Fold> cut = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            // Whole numbers that share the rest out evenly.
            int from = first + Math.toIntExact((long) left * i / folds);
            int end = first + Math.toIntExact((long) left * (i + 1) / folds);
            int trainEnd = from - gap.steps();
            cut.add(new Fold(Math.max(0, trainEnd - window), trainEnd, from, end));
        }
        return cut;
    }

    /**
     * What keeps training and test apart (Lopez de Prado 2018, chapter 7).
     *
     * @param purge observations at the end of the training part whose targets a feature or label may reach over: horizon - 1 for labels
     *     that look a horizon ahead; 0 for models that cut their own targets out of the past they are given
     * @param embargo further observations, for what remembers longer than the labels reach
     */
    public record Gap(int purge, int embargo) {

        public static final Gap NONE = new Gap(0, 0);

        public Gap {
            if (purge < 0 || embargo < 0) {
                throw new IllegalArgumentException("a gap of " + purge + " and " + embargo);
            }
        }

        public int steps() {
            return purge + embargo;
        }
    }
}
