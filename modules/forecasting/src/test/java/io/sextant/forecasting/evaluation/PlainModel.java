package io.sextant.forecasting.evaluation;

import io.sextant.analytics.linear.LeastSquares;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.List;

/** Cheap models of the next change, whose steps are equally uncertain: enough to judge the judge. */
record PlainModel(String name, Learner learner) implements Forecaster {

    /** From changes, the newest last, to a rule that tells the next one from such changes. */
    interface Learner {

        Rule learn(double[] changes);
    }

    interface Rule {

        /** The next change after the first {@code count} of {@code changes}. */
        double next(double[] changes, int count);
    }

    static PlainModel drift() {
        return new PlainModel("drift", changes -> {
            double mean = Arrays.stream(changes).average().orElse(0);
            return (now, count) -> mean;
        });
    }

    /** Least squares on so many changes before, with a constant. */
    static PlainModel autoregression(int order) {
        return new PlainModel("ar" + order, changes -> {
            double[] y = Arrays.copyOfRange(changes, order, changes.length);
            double[][] columns = new double[order + 1][];
            for (int j = 0; j < order; j++) {
                columns[j] = Arrays.copyOfRange(changes, order - 1 - j, changes.length - 1 - j);
            }
            columns[order] = new double[y.length];
            Arrays.fill(columns[order], 1);
            double[] b = LeastSquares.fit(y, columns).coefficients();
            return (now, count) -> {
                double told = b[order];
                for (int j = 0; j < order; j++) {
                    told += b[j] * now[count - 1 - j];
                }
                return told;
            };
        });
    }

    /** Simple exponential smoothing of the level, its weight from a grid by squared errors. */
    static PlainModel smoothing() {
        return new PlainModel("ses", changes -> {
            double best = 1;
            double least = Double.POSITIVE_INFINITY;
            for (double weight = 0.5; weight <= 1.5; weight += 0.05) {
                double gap = 0;
                double squares = 0;
                for (double change : changes) {
                    double error = change - gap;
                    squares += error * error;
                    gap = (weight - 1) * error;
                }
                if (squares < least) {
                    least = squares;
                    best = weight;
                }
            }
            double weight = best;
            return (now, count) -> {
                double gap = 0;
                for (int i = Math.max(0, count - 25); i < count; i++) {
                    gap = (weight - 1) * (now[i] - gap);
                }
                return gap;
            };
        });
    }

    /** The mean of what followed the changes most like the last three. */
    static PlainModel nearest(int neighbours) {
        return new PlainModel("knn" + neighbours, changes -> (now, count) -> {
            int m = changes.length;
            double[][] ranked = new double[m - 3][];
            for (int i = 3; i < m; i++) {
                double apart = 0;
                for (int j = 1; j <= 3; j++) {
                    double d = changes[i - j] - now[count - j];
                    apart += d * d;
                }
                ranked[i - 3] = new double[] {apart, changes[i]};
            }
            Arrays.sort(ranked, (a, b) -> Double.compare(a[0], b[0]));
            double sum = 0;
            for (int i = 0; i < neighbours; i++) {
                sum += ranked[i][1];
            }
            return sum / neighbours;
        });
    }

    @Override
    public int observationsNeeded() {
        return 30;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = past.values();
        double[] changes = new double[values.length - 1];
        double squares = 0;
        for (int i = 0; i < changes.length; i++) {
            changes[i] = values[i + 1] - values[i];
            squares += changes[i] * changes[i];
        }
        return new Fitted(learner.learn(changes), changes, past.last(), Math.sqrt(squares / changes.length));
    }

    @Override
    public FittedForecaster load(DataInput in) {
        throw new UnsupportedOperationException();
    }

    private static final class Fitted implements FittedForecaster {

        private final Rule rule;
        private final double deviation;
        private double[] changes;
        private int count;
        private double last;

        Fitted(Rule rule, double[] changes, double last, double deviation) {
            this.rule = rule;
            this.changes = changes;
            this.count = changes.length;
            this.last = last;
            this.deviation = deviation;
        }

        @Override
        public Forecast forecast(int horizon) {
            double[] ahead = Arrays.copyOf(changes, count + horizon);
            double[] mean = new double[horizon];
            double[] sigma = new double[horizon];
            double value = last;
            for (int h = 0; h < horizon; h++) {
                ahead[count + h] = rule.next(ahead, count + h);
                value += ahead[count + h];
                mean[h] = value;
                sigma[h] = deviation * Math.sqrt(h + 1);
            }
            return Forecast.normal(last, mean, sigma);
        }

        @Override
        public void observe(Observation next) {
            if (count == changes.length) {
                changes = Arrays.copyOf(changes, 2 * count);
            }
            changes[count++] = next.value() - last;
            last = next.value();
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of());
        }

        @Override
        public void save(DataOutput out) {
            throw new UnsupportedOperationException();
        }
    }
}
