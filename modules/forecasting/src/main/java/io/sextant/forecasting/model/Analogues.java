package io.sextant.forecasting.model;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What followed where the past looked like now (Yakowitz 1987): the newest {@value #WINDOW} changes, in units of their own recent size, are
 * compared with all such windows of the past whose sequel is known; the sequels of the nearest, in today's units, are the forecast. Their
 * mean is drawn towards no change as far as chance would explain it (James and Stein 1961, one number).
 */
public final class Analogues implements Forecaster {

    private static final int WINDOW = 8;
    private static final int SCALE_SPAN = 40;
    private static final int OBSERVATIONS_MIN = 250;
    private static final int MEMORY = 20_000;
    private static final int NEIGHBOURS_MIN = 30;

    @Override
    public String name() {
        return "analogues";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.newest(Windows.values(past, OBSERVATIONS_MIN, "the search for analogues"), MEMORY);
        int known = values.length - SCALE_SPAN - training.horizon();
        if (known < NEIGHBOURS_MIN) {
            throw UnfitWindow.tooFew(
                    SCALE_SPAN + training.horizon() + NEIGHBOURS_MIN,
                    values.length,
                    "the search for analogues " + training.horizon() + " steps ahead needs "
                            + (SCALE_SPAN + training.horizon() + NEIGHBOURS_MIN) + " changes, not " + values.length);
        }
        return new Fitted(values, values.length, training.horizon());
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        int horizon = in.readInt();
        double[] values = SavedNumbers.read(in);
        return new Fitted(values, values.length, horizon);
    }

    static final class Fitted implements FittedForecaster {

        private final int horizonMax;
        private double[] values;
        private int size;

        Fitted(double[] values, int size, int horizonMax) {
            this.values = values;
            this.size = size;
            this.horizonMax = horizonMax;
        }

        @Override
        public Forecast forecast(int horizon) {
            if (horizon < 1 || horizon > horizonMax) {
                throw new IllegalArgumentException("fitted for " + horizonMax + " steps, not " + horizon);
            }
            double unit = unit(size - 1);
            double last = values[size - 1];
            int[] nearest = nearest();
            double[] mean = new double[horizon];
            double[][] errors = new double[horizon][nearest.length];
            for (int h = 1; h <= horizon; h++) {
                double sum = 0;
                double squares = 0;
                double[] sequels = errors[h - 1];
                for (int k = 0; k < nearest.length; k++) {
                    int at = nearest[k];
                    sequels[k] = (values[at + h] - values[at]) / unit(at) * unit;
                    sum += sequels[k];
                    squares += sequels[k] * sequels[k];
                }
                double average = sum / nearest.length;
                double ofMean = (squares / nearest.length - average * average) / nearest.length;
                double kept = average == 0 ? 0 : Math.max(0, 1 - ofMean / (average * average));
                mean[h - 1] = last + kept * average;
                double middle = median(sequels);
                for (int k = 0; k < sequels.length; k++) {
                    sequels[k] -= middle;
                }
            }
            return Forecast.ofErrors(last, mean, errors);
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
        }

        /** Places of the nearest windows whose sequel is known up to now, the newest first. */
        int[] nearest() {
            int first = SCALE_SPAN;
            int end = size - horizonMax;
            int count = end - first;
            int wanted = Math.min(count, Math.max(NEIGHBOURS_MIN, (int) Math.sqrt(count)));
            double[] now = window(size - 1);
            double[] distances = new double[count];
            for (int i = 0; i < count; i++) {
                double[] then = window(first + i);
                double sum = 0;
                for (int j = 0; j < WINDOW; j++) {
                    double gap = then[j] - now[j];
                    sum += gap * gap;
                }
                distances[i] = sum;
            }
            double[] sorted = distances.clone();
            Arrays.sort(sorted);
            double furthest = sorted[wanted - 1];
            int[] nearest = new int[wanted];
            int found = 0;
            for (int i = count - 1; i >= 0 && found < wanted; i--) {
                if (distances[i] <= furthest) {
                    nearest[found++] = first + i;
                }
            }
            return nearest;
        }

        private double[] window(int end) {
            double unit = unit(end);
            double[] window = new double[WINDOW];
            for (int j = 0; j < WINDOW; j++) {
                window[j] = (values[end - j] - values[end - j - 1]) / unit;
            }
            return window;
        }

        /** The root mean square of the changes up to a place. */
        private double unit(int end) {
            double squares = 0;
            for (int i = end - SCALE_SPAN + 1; i <= end; i++) {
                double change = values[i] - values[i - 1];
                squares += change * change;
            }
            return Math.max(Math.sqrt(squares / SCALE_SPAN), Double.MIN_NORMAL);
        }

        @Override
        public void observe(Observation next) {
            if (size == values.length) {
                // Twice the memory is kept, so that moving it down costs little a step.
                int kept = Math.min(size, MEMORY);
                double[] moved = new double[Math.max(2 * kept, kept + 64)];
                System.arraycopy(values, size - kept, moved, 0, kept);
                values = moved;
                size = kept;
            }
            values[size++] = next.value();
        }

        @Override
        public Explanation explain() {
            int[] nearest = nearest();
            double change = forecast(1).mean()[0] - values[size - 1];
            return new Explanation(List.of(new Explanation.Part("analogues", nearest.length, change)));
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(horizonMax);
            SavedNumbers.write(out, Arrays.copyOf(values, size));
        }
    }
}
