package io.sextant.analytics.analogue;

import java.util.Arrays;
import java.util.List;

/**
 * What a bar reminded of.
 *
 * @param analogues nearest first
 * @param usual what followed every bar of the memory: the base rate
 */
public record Recall(int bar, int horizon, List<Analogue> analogues, double[] usual) {

    /** Of what followed the analogues. */
    public double mean() {
        return analogues.stream().mapToDouble(Analogue::followed).average().orElse(Double.NaN);
    }

    /** Share of analogues after which the price stood higher. */
    public double shareUp() {
        return (double) analogues.stream().filter(each -> each.followed() > 0).count() / analogues.size();
    }

    public double usualMean() {
        return Arrays.stream(usual).average().orElse(Double.NaN);
    }

    public double usualShareUp() {
        return (double) Arrays.stream(usual).filter(each -> each > 0).count() / usual.length;
    }

    /** Of the analogues' distances. */
    public double meanDistance() {
        return analogues.stream().mapToDouble(Analogue::distance).average().orElse(Double.NaN);
    }
}
