package io.sextant.forecasting.interval;

import io.sextant.forecasting.Forecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The newest scores of forecasts of one step, and for each interval the rate of misses that it aims at: lowered after a miss and raised
 * after a hit (Gibbs and Candes 2021), so that in the long run as many values are missed as promised, whatever the market does.
 */
final class ScoredSteps {

    private static final int LEVELS = Forecast.levels();
    private static final int MIDDLE = Forecast.indexOfLevel(0.5);

    private final int kept;
    private final double adaptation;
    private final double[] scores;
    private final double[] aims = new double[MIDDLE];
    private int seen;

    ScoredSteps(int kept, double adaptation) {
        this.kept = kept;
        this.adaptation = adaptation;
        this.scores = new double[kept];
        for (int i = 0; i < MIDDLE; i++) {
            aims[i] = 2 * Forecast.level(i);
        }
    }

    int size() {
        return Math.min(seen, kept);
    }

    /**
     * @param score how far the value came from the median, in widths of the forecast
     * @param told the quantiles that were told after calibration; empty where there were none yet
     */
    void came(double score, double value, double[] told) {
        scores[seen++ % kept] = score;
        for (int i = 0; told.length > 0 && i < MIDDLE; i++) {
            boolean missed = value < told[i] || value > told[LEVELS - 1 - i];
            double aim = aims[i] + adaptation * (2 * Forecast.level(i) - (missed ? 1 : 0));
            aims[i] = Math.max(0, Math.min(1, aim));
        }
    }

    /** The quantiles of a forecast with this median and width. */
    double[] calibrated(double median, double width) {
        int n = size();
        double[] sorted = Arrays.copyOf(scores, n);
        Arrays.sort(sorted);
        double[] quantiles = new double[LEVELS];
        quantiles[MIDDLE] = median;
        for (int i = 0; i < MIDDLE; i++) {
            double rank = (n + 1) * aims[i] / 2;
            // Ranks of the exchangeable next score: rounded outwards, and never beyond what was seen.
            int low = (int) Math.max(1, Math.floor(rank));
            int high = (int) Math.min(n, Math.ceil(n + 1 - rank));
            quantiles[i] = median + width * Math.min(0, sorted[low - 1]);
            quantiles[LEVELS - 1 - i] = median + width * Math.max(0, sorted[high - 1]);
        }
        return quantiles;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(seen);
        for (double score : scores) {
            out.writeDouble(score);
        }
        for (double aim : aims) {
            out.writeDouble(aim);
        }
    }

    void load(DataInput in) throws IOException {
        seen = in.readInt();
        for (int i = 0; i < kept; i++) {
            scores[i] = in.readDouble();
        }
        for (int i = 0; i < MIDDLE; i++) {
            aims[i] = in.readDouble();
        }
    }
}
