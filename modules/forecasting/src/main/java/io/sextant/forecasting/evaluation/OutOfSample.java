package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import java.util.Arrays;
import java.util.List;

/**
 * What a model told at each origin of the test parts, in time order, on the scale that models work on. Nobody writes to its arrays.
 *
 * @param horizon the longest step told
 * @param origins the observation at which each forecast stood
 * @param foldOf the fold of each
 * @param medians of each step, at each origin
 * @param quantiles of each step, at each origin, at each level
 */
public record OutOfSample(int horizon, int[] origins, int[] foldOf, double[][] medians, double[][][] quantiles) {

    /** A forecast this near to its origin, relative to it, tells no move: what remains is rounding. */
    private static final double ROUNDING = 1e-12;

    static OutOfSample empty(int horizon, int forecasts) {
        return new OutOfSample(
                horizon,
                new int[forecasts],
                new int[forecasts],
                new double[horizon][forecasts],
                new double[horizon][forecasts][]);
    }

    void put(int place, int origin, int fold, Forecast told) {
        origins[place] = origin;
        foldOf[place] = fold;
        for (int h = 0; h < horizon; h++) {
            double median = told.median(h + 1);
            boolean noMove = Math.abs(median - told.origin()) <= ROUNDING * Math.abs(told.origin());
            medians[h][place] = noMove ? told.origin() : median;
            quantiles[h][place] = told.quantiles()[h];
        }
    }

    public int size() {
        return origins.length;
    }

    /** The same distributions around the value at the origin: what naive means, to the last digit. */
    OutOfSample aroundOrigin(Observations observations) {
        double[] last = Arrays.stream(origins).mapToDouble(observations::value).toArray();
        double[][] same = new double[horizon][];
        Arrays.fill(same, last);
        return new OutOfSample(horizon, origins, foldOf, same, quantiles);
    }

    static OutOfSample joined(List<OutOfSample> parts) {
        int all = parts.stream().mapToInt(OutOfSample::size).sum();
        OutOfSample joined = empty(parts.getFirst().horizon(), all);
        int at = 0;
        for (OutOfSample part : parts) {
            int n = part.size();
            System.arraycopy(part.origins, 0, joined.origins, at, n);
            System.arraycopy(part.foldOf, 0, joined.foldOf, at, n);
            for (int h = 0; h < joined.horizon; h++) {
                System.arraycopy(part.medians[h], 0, joined.medians[h], at, n);
                System.arraycopy(part.quantiles[h], 0, joined.quantiles[h], at, n);
            }
            at += n;
        }
        return joined;
    }
}
