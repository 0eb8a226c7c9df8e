package io.sextant.analytics.pattern;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What followed the hits of a kind: the mean of close(bar + n)/close(bar) - 1 beside the mean of all bars of the same series, with the standard error of the
 * former. Hits closer together than n bars share some of what followed, so the error is rather too small than too large.
 *
 * @param hits how many had n bars after them
 * @param mean of what followed, in the direction of the price and not of the hit
 * @param standardError of that mean; NaN below two hits
 * @param usual the mean over all bars
 * @param asTold share of hits after which the price went where the hit pointed; NaN where it points nowhere
 */
public record AfterEffect(
        PatternKind kind, int horizonBars, int hits, double mean, double standardError, double usual, double asTold) {

    /** How many standard errors the mean is from the usual one. */
    public double tValue() {
        return (mean - usual) / standardError;
    }

    /** For each kind that was found and each horizon, in the order of the kinds. */
    public static List<AfterEffect> of(List<PatternHit> hits, double[] close, int bars, int... horizons) {
        Map<PatternKind, List<PatternHit>> byKind = new EnumMap<>(PatternKind.class);
        for (PatternHit hit : hits) {
            byKind.computeIfAbsent(hit.kind(), kind -> new ArrayList<>()).add(hit);
        }
        List<AfterEffect> effects = new ArrayList<>();
        double[] usual = new double[horizons.length];
        for (int i = 0; i < horizons.length; i++) {
            usual[i] = usual(close, bars, horizons[i]);
        }
        byKind.forEach((kind, found) -> {
            for (int i = 0; i < horizons.length; i++) {
                effects.add(of(kind, found, close, bars, horizons[i], usual[i]));
            }
        });
        return effects;
    }

    private static double usual(double[] close, int bars, int horizon) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i + horizon < bars; i++) {
            double move = close[i + horizon] / close[i] - 1;
            if (Double.isFinite(move)) {
                sum += move;
                count++;
            }
        }
        return sum / count;
    }

    private static AfterEffect of(
            PatternKind kind, List<PatternHit> hits, double[] close, int bars, int horizon, double usual) {
        int count = 0;
        int right = 0;
        int directed = 0;
        double mean = 0;
        double squares = 0;
        for (PatternHit hit : hits) {
            int after = hit.bar() + horizon;
            double move = after < bars ? close[after] / close[hit.bar()] - 1 : Double.NaN;
            if (!Double.isFinite(move)) {
                continue;
            }
            count++;
            double off = move - mean;
            mean += off / count;
            squares += off * (move - mean);
            if (hit.direction() != 0) {
                directed++;
                right += move * hit.direction() > 0 ? 1 : 0;
            }
        }
        return new AfterEffect(
                kind,
                horizon,
                count,
                count == 0 ? Double.NaN : mean,
                count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count),
                usual,
                directed == 0 ? Double.NaN : (double) right / directed);
    }
}
