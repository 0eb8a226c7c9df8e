package io.sextant.forecasting.model;

import io.sextant.analytics.preparation.Quantiles;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bent trend, waves of day, week and year, and holidays, in the spirit of Prophet (Taylor and Letham 2018), with one thing more: what is
 * left of the last value fades as it did in training, so that the forecast begins where the series stands. The future bends as often and as
 * much as the past did; how far that leads astray is simulated when it is fitted.
 */
public final class Structural implements Forecaster {

    private static final int OBSERVATIONS_MIN = 100;
    private static final int NEWEST = 5_000;
    private static final int PATHS = 500;

    private final long[] holidayNanos;

    public Structural() {
        this(new long[0]);
    }

    /** @param holidayNanos a time on each holiday, those to come too; UTC days */
    public Structural(long[] holidayNanos) {
        this.holidayNanos = holidayNanos.clone();
    }

    @Override
    public String name() {
        return "structural";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        Windows.values(past, OBSERVATIONS_MIN, "a structural model");
        Observations newest = past.between(Math.max(0, past.size() - NEWEST), past.size());
        int n = newest.size();
        double[] values = newest.values();
        long[] times = new long[n];
        Arrays.setAll(times, newest::timeNanos);
        long spacing = SeasonLength.spacing(newest);
        long step = Math.max(1, spacing > 0 ? spacing : (times[n - 1] - times[0]) / (n - 1));
        CalendarBasis basis = CalendarBasis.of(times[0], times[n - 1], spacing, holidayNanos);
        StructuralFit fit = StructuralFit.of(basis, times, values);
        double[][] offsets = offsets(fit, basis, n, training);
        double rest = values[n - 1] - RidgeRegression.told(fit.weights(), basis.at(times[n - 1]));
        return new Fitted(basis, fit.weights(), fit.carried(), offsets, step, times[n - 1], values[n - 1], rest);
    }

    /** Quantiles around the mean of each step, up as often as down: each path counts twice, once mirrored. */
    private static double[][] offsets(StructuralFit fit, CalendarBasis basis, int n, Training training) {
        int horizon = training.horizon();
        SeededRandom random = new SeededRandom(training.seed());
        double bendSize = 0;
        for (int j = 0; j < basis.width(); j++) {
            bendSize += basis.isBend(j) ? Math.abs(fit.weights()[j]) / CalendarBasis.BENDS : 0;
        }
        double chance = Math.min(1, CalendarBasis.BENDS / (CalendarBasis.BENDS_SHARE * n));
        double[][] paths = new double[horizon][2 * PATHS];
        double[] surprises = fit.surprises();
        for (int path = 0; path < PATHS; path++) {
            training.checkCancelled();
            double slope = 0;
            double trend = 0;
            double rest = 0;
            for (int h = 0; h < horizon; h++) {
                if (random.nextDouble() < chance) {
                    double size = -bendSize * Math.log(1 - random.nextDouble());
                    slope += random.nextBoolean() ? size : -size;
                }
                trend += slope / n;
                rest = fit.carried() * rest + surprises[random.nextInt(surprises.length)];
                paths[h][2 * path] = trend + rest;
                paths[h][2 * path + 1] = -trend - rest;
            }
        }
        double[][] offsets = new double[horizon][Forecast.levels()];
        for (int h = 0; h < horizon; h++) {
            double[] sorted = paths[h];
            Arrays.sort(sorted);
            Arrays.setAll(offsets[h], i -> Quantiles.at(sorted, Forecast.level(i)));
        }
        return offsets;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return new Fitted(
                CalendarBasis.load(in),
                SavedNumbers.read(in),
                in.readDouble(),
                SavedNumbers.readRows(in),
                in.readLong(),
                in.readLong(),
                in.readDouble(),
                in.readDouble());
    }

    private static final class Fitted implements FittedForecaster {

        private final CalendarBasis basis;
        private final double[] weights;
        private final double carried;
        private final double[][] offsets;
        private final long stepNanos;
        private long timeNanos;
        private double last;
        /** Of the last value, what neither trend nor season explains. */
        private double rest;

        Fitted(
                CalendarBasis basis,
                double[] weights,
                double carried,
                double[][] offsets,
                long stepNanos,
                long timeNanos,
                double last,
                double rest) {
            this.basis = basis;
            this.weights = weights;
            this.carried = carried;
            this.offsets = offsets;
            this.stepNanos = stepNanos;
            this.timeNanos = timeNanos;
            this.last = last;
            this.rest = rest;
        }

        @Override
        public Forecast forecast(int horizon) {
            if (horizon < 1 || horizon > offsets.length) {
                throw new IllegalArgumentException("fitted for " + offsets.length + " steps, not " + horizon);
            }
            double[] means = new double[horizon];
            double[][] quantiles = new double[horizon][];
            double left = rest;
            for (int h = 0; h < horizon; h++) {
                left *= carried;
                double mean = RidgeRegression.told(weights, basis.at(timeNanos + (h + 1) * stepNanos)) + left;
                means[h] = mean;
                quantiles[h] =
                        Arrays.stream(offsets[h]).map(offset -> mean + offset).toArray();
            }
            return new Forecast(last, means, quantiles);
        }

        @Override
        public void observe(Observation next) {
            timeNanos = next.timeNanos();
            last = next.value();
            rest = last - RidgeRegression.told(weights, basis.at(timeNanos));
        }

        @Override
        public Explanation explain() {
            double[] now = basis.at(timeNanos);
            double[] next = basis.at(timeNanos + stepNanos);
            List<Explanation.Part> parts = new ArrayList<>();
            for (CalendarBasis.Group group : basis.groups()) {
                double level = 0;
                double change = 0;
                for (int j = group.from(); j < group.end(); j++) {
                    level += weights[j] * now[j];
                    change += weights[j] * (next[j] - now[j]);
                }
                parts.add(new Explanation.Part(group.name(), level, change));
            }
            parts.add(new Explanation.Part("remainder", rest, (carried - 1) * rest));
            parts.sort((a, b) -> Double.compare(Math.abs(b.effect()), Math.abs(a.effect())));
            return new Explanation(parts);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            basis.save(out);
            SavedNumbers.write(out, weights);
            out.writeDouble(carried);
            SavedNumbers.write(out, offsets);
            out.writeLong(stepNanos);
            out.writeLong(timeNanos);
            out.writeDouble(last);
            out.writeDouble(rest);
        }
    }
}
