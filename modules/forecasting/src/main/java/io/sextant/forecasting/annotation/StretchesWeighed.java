package io.sextant.forecasting.annotation;

import io.sextant.domain.forecast.Stretch;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Any model, told to learn less or nothing from marked stretches. Moves into observations that are left out are cut away and what
 * came before is shifted to join without a step; moves that count in part shrink by the square root of their weight, so that their squares
 * count as much as it says. The newest value stays what it is. After the fit the model hears everything as it was.
 */
public record StretchesWeighed(Forecaster inner, List<Stretch> stretches) implements Forecaster {

    public StretchesWeighed {
        stretches = List.copyOf(stretches);
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public int observationsNeeded() {
        return inner.observationsNeeded();
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        return inner.fit(weighed(past), training);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return inner.load(in);
    }

    /** Which observations count for nothing. */
    public static boolean[] leftOut(List<Stretch> stretches, Observations observations) {
        boolean[] out = new boolean[observations.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Stretch.weight(stretches, observations.timeNanos(i)) == 0;
        }
        return out;
    }

    /** The past as the model learns from it. */
    Observations weighed(Observations past) {
        int n = past.size();
        int[] kept = new int[n];
        double[] moves = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double weight = Stretch.weight(stretches, past.timeNanos(i));
            if (weight > 0) {
                moves[count] = i == 0 ? 0 : Math.sqrt(weight) * (past.value(i) - past.value(i - 1));
                kept[count++] = i;
            }
        }
        if (count == n && Arrays.stream(kept).allMatch(i -> Stretch.weight(stretches, past.timeNanos(i)) == 1)) {
            return past;
        }
        double[] values = new double[count];
        long[] times = new long[count];
        double[][] features = new double[past.featureNames().size()][count];
        double level = n == 0 ? 0 : past.last();
        for (int k = count - 1; k >= 0; k--) {
            values[k] = level;
            level -= moves[k];
            times[k] = past.timeNanos(kept[k]);
            for (int j = 0; j < features.length; j++) {
                features[j][k] = past.feature(j, kept[k]);
            }
        }
        return Observations.of(times, values, past.featureNames(), features);
    }
}
