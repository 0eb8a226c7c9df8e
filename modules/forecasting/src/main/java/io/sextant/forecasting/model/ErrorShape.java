package io.sextant.forecasting.model;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.preparation.Quantiles;
import io.sextant.forecasting.Forecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The shape of a model's errors: quantiles of those of the training part, each divided by the deviation that was told for it, up as
 * often as down so that the middle stays where the model says. Over h steps the part of it that is not normal counts 1/h, as the excess
 * kurtosis of a sum of h errors does (Cornish and Fisher 1938).
 */
final class ErrorShape {

    /** Fewer errors tell no tails; they are taken as normal. */
    private static final int ERRORS_MIN = 50;

    private final double[] quantiles;

    private ErrorShape(double[] quantiles) {
        this.quantiles = quantiles;
    }

    /** @param standardised errors over their deviations */
    static ErrorShape of(double[] standardised) {
        double[] quantiles = new double[Forecast.levels()];
        Arrays.setAll(quantiles, i -> Normal.quantile(Forecast.level(i)));
        if (standardised.length < ERRORS_MIN) {
            return new ErrorShape(quantiles);
        }
        double squares = 0;
        double[] sizes = new double[standardised.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(standardised[i]);
            squares += sizes[i] * sizes[i];
        }
        double deviation = Math.sqrt(squares / sizes.length);
        if (!(deviation > 0)) {
            return new ErrorShape(quantiles);
        }
        Arrays.sort(sizes);
        for (int i = 0; i < quantiles.length; i++) {
            double level = Forecast.level(i);
            double size = Quantiles.at(sizes, Math.abs(2 * level - 1)) / deviation;
            quantiles[i] = level == 0.5 ? 0 : Math.signum(level - 0.5) * size;
        }
        return new ErrorShape(quantiles);
    }

    /** Distributions around means. */
    Forecast around(double origin, double[] means, double[] deviations) {
        double[][] told = new double[means.length][quantiles.length];
        for (int h = 0; h < means.length; h++) {
            for (int i = 0; i < quantiles.length; i++) {
                double normal = Normal.quantile(Forecast.level(i));
                told[h][i] = means[h] + deviations[h] * (normal + (quantiles[i] - normal) / (h + 1));
            }
        }
        return new Forecast(origin, means, told);
    }

    void save(DataOutput out) throws IOException {
        SavedNumbers.write(out, quantiles);
    }

    static ErrorShape load(DataInput in) throws IOException {
        return new ErrorShape(SavedNumbers.read(in));
    }
}
