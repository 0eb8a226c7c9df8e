package io.sextant.neural.forecast;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.UnfitWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How much of what a model says is believed, learned on samples that it was not trained on. The mean of each step is pulled towards naive:
 * the slope of what came on what was said, at most 1, times a factor that is 0 until the slope is one standard error above zero
 * (positive-part shrinkage in the manner of James and Stein 1961). The spread is a blend of the quantiles that the model tells and those of
 * the errors that it made, the share chosen by pinball loss.
 *
 * @param believed by step, what the mean is multiplied with
 * @param spoken the share of the model's own quantiles
 * @param errors by step, quantiles of the errors of the pulled mean, at {@link #LEVELS}
 */
record Calibration(double[] believed, double spoken, double[][] errors) {

    /** The quantiles that networks learn. */
    static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private static final double[] Z =
            Arrays.stream(LEVELS).map(Normal::quantile).toArray();

    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    /**
     * @param said by sample, for each step the mean and, where {@code quantiles}, the quantiles
     * @param came by sample, the targets
     */
    static Calibration learn(float[][] said, float[][] came, boolean quantiles) {
        int horizon = came[0].length;
        for (float[] one : said) {
            for (float number : one) {
                if (!Float.isFinite(number)) {
                    throw new UnfitWindow(Code.NO_NUMBER, "the model says what is no number");
                }
            }
        }
        int width = quantiles ? 1 + LEVELS.length : 1;
        double[] believed = new double[horizon];
        double[][] errors = new double[horizon][];
        for (int h = 0; h < horizon; h++) {
            believed[h] = slope(said, came, h, width);
            double[] missed = new double[came.length];
            for (int i = 0; i < missed.length; i++) {
                missed[i] = came[i][h] - believed[h] * said[i][h * width];
            }
            Arrays.sort(missed);
            errors[h] =
                    Arrays.stream(LEVELS).map(level -> between(missed, level)).toArray();
        }
        if (!quantiles) {
            return new Calibration(believed, 0, errors);
        }
        double best = Double.POSITIVE_INFINITY;
        double spoken = 0;
        for (double share : SHARES) {
            double loss = pinball(new Calibration(believed, share, errors), said, came);
            if (loss < best) {
                best = loss;
                spoken = share;
            }
        }
        return new Calibration(believed, spoken, errors);
    }

    private static double slope(float[][] said, float[][] came, int step, int width) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < came.length; i++) {
            double x = said[i][step * width];
            products += x * came[i][step];
            squares += x * x;
        }
        if (!(squares > 0) || products <= 0) {
            return 0;
        }
        double slope = products / squares;
        double left = 0;
        for (int i = 0; i < came.length; i++) {
            double miss = came[i][step] - slope * said[i][step * width];
            left += miss * miss;
        }
        // Targets of several steps overlap: as many of them tell as much as one.
        double variance = left / (came.length - 1) / squares * (step + 1);
        return Math.min(1, slope) * Math.max(0, 1 - variance / (slope * slope));
    }

    private static double between(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double pinball(Calibration calibration, float[][] said, float[][] came) {
        double sum = 0;
        for (int i = 0; i < came.length; i++) {
            for (int h = 0; h < came[i].length; h++) {
                double mean = calibration.mean(said[i], h);
                for (int q = 0; q < LEVELS.length; q++) {
                    double miss = came[i][h] - mean - calibration.offset(said[i], h, q);
                    sum += miss >= 0 ? LEVELS[q] * miss : (LEVELS[q] - 1) * miss;
                }
            }
        }
        return sum;
    }

    private static int at(float[] said, int step, int horizon) {
        return step * (said.length / horizon);
    }

    boolean believesNothing() {
        return spoken == 0 && Arrays.stream(believed).allMatch(factor -> factor == 0);
    }

    double mean(float[] said, int step) {
        return believed[step] * said[at(said, step, believed.length)];
    }

    private double offset(float[] said, int step, int level) {
        if (spoken == 0) {
            return errors[step][level];
        }
        int at = at(said, step, believed.length);
        return spoken * ((double) said[at + 1 + level] - said[at]) + (1 - spoken) * errors[step][level];
    }

    /** The distribution of the next steps, in the units of the series. */
    Forecast forecast(double origin, float[] said, Targets targets, int horizon) {
        if (horizon > believed.length) {
            throw new IllegalArgumentException(
                    "the model was trained for " + believed.length + " steps ahead, not " + horizon);
        }
        double[] mean = new double[horizon];
        double[][] quantiles = new double[horizon][Forecast.levels()];
        for (int h = 0; h < horizon; h++) {
            double scale = targets.scale(h + 1);
            double centre = mean(said, h);
            mean[h] = origin + scale * centre;
            double[] offsets = new double[LEVELS.length];
            for (int q = 0; q < LEVELS.length; q++) {
                offsets[q] = offset(said, h, q);
            }
            Arrays.sort(offsets);
            for (int i = 0; i < Forecast.levels(); i++) {
                quantiles[h][i] = mean[h] + scale * atLevel(offsets, Forecast.level(i));
            }
        }
        return new Forecast(origin, mean, quantiles);
    }

    /** Straight lines over the normal quantiles between the levels that are known, carried on beyond them. */
    private static double atLevel(double[] known, double level) {
        double z = Normal.quantile(level);
        int right = 1;
        while (right < Z.length - 1 && Z[right] < z) {
            right++;
        }
        double share = (z - Z[right - 1]) / (Z[right] - Z[right - 1]);
        return known[right - 1] + share * (known[right] - known[right - 1]);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(believed.length);
        out.writeDouble(spoken);
        for (int h = 0; h < believed.length; h++) {
            out.writeDouble(believed[h]);
            for (double error : errors[h]) {
                out.writeDouble(error);
            }
        }
    }

    static Calibration load(DataInput in) throws IOException {
        int horizon = in.readInt();
        double spoken = in.readDouble();
        double[] believed = new double[horizon];
        double[][] errors = new double[horizon][LEVELS.length];
        for (int h = 0; h < horizon; h++) {
            believed[h] = in.readDouble();
            for (int q = 0; q < LEVELS.length; q++) {
                errors[h][q] = in.readDouble();
            }
        }
        return new Calibration(believed, spoken, errors);
    }
}
