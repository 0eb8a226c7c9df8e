package io.sextant.forecasting.model;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Level, trend and season that follow the values, newer ones weighing more: exponential smoothing with additive errors, its form chosen by
 * AICc (Hyndman, Koehler, Snyder and Grose 2002). Seasons of up to {@value #PERIOD_MAX} places are tried where times tell of one.
 */
public final class ExponentialSmoothing implements Forecaster {

    private static final int OBSERVATIONS_MIN = 20;
    private static final int PERIOD_MAX = 24;
    /** What lies further back weighs nothing, and costs as much. */
    private static final int NEWEST = 2_000;

    private final int period;

    public ExponentialSmoothing() {
        this(0);
    }

    /** @param period observations in a season, 1 for none; 0 for what their times suggest */
    public ExponentialSmoothing(int period) {
        this.period = period;
    }

    @Override
    public String name() {
        return "ets";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.newest(Windows.values(past, OBSERVATIONS_MIN, "exponential smoothing"), NEWEST);
        int season = period > 0 ? period : SeasonLength.of(past);
        SmoothingFit best = null;
        boolean hasSeasons = season > 1 && season <= PERIOD_MAX && values.length > 3 * season;
        if (hasSeasons) {
            double without = SmoothingFit.of(SmoothingForm.LEVEL, values, 1).aicc();
            hasSeasons = SmoothingFit.of(SmoothingForm.SEASON, values, season).aicc() < without;
        }
        for (SmoothingForm form : SmoothingForm.values()) {
            training.checkCancelled();
            boolean told = !form.isSeasonal() || hasSeasons;
            if (told) {
                SmoothingFit fit = SmoothingFit.of(form, values, season);
                best = best == null || fit.aicc() < best.aicc() ? fit : best;
            }
        }
        if (best == null || !(best.squares() > 0)) {
            throw new UnfitWindow(Code.NO_ERROR_LEFT, "exponential smoothing leaves no error in this series");
        }
        SmoothingState state = best.start();
        double[] errors = state.errors(values);
        double sigma = Math.sqrt(best.squares() / (values.length - best.estimated()));
        return new Fitted(ErrorShape.of(errors), past.last(), state, sigma);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        ErrorShape shape = ErrorShape.load(in);
        double last = in.readDouble();
        double sigma = in.readDouble();
        SmoothingState.Weights weights =
                new SmoothingState.Weights(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        SmoothingState state =
                new SmoothingState(weights, in.readDouble(), in.readDouble(), SavedNumbers.read(in), in.readInt());
        return new Fitted(shape, last, state, sigma);
    }

    private static final class Fitted extends FittedModel {

        private final SmoothingState state;
        private final double sigma;

        Fitted(ErrorShape shape, double last, SmoothingState state, double sigma) {
            super(shape, last);
            this.state = state;
            this.sigma = sigma;
        }

        @Override
        double[] means(int horizon) {
            return state.means(horizon);
        }

        @Override
        double[] deviations(int horizon) {
            return state.deviations(horizon, sigma);
        }

        @Override
        void move(Observation next) {
            state.observe(next.value());
        }

        @Override
        public Explanation explain() {
            List<Explanation.Part> parts = new ArrayList<>();
            parts.add(new Explanation.Part("level", state.level, state.level - last()));
            if (state.trend != 0) {
                parts.add(new Explanation.Part(
                        "trend", state.trend, state.weights().phi() * state.trend));
            }
            if (state.season.length > 0) {
                double season = state.season[state.next];
                parts.add(new Explanation.Part("season", season, season));
            }
            return new Explanation(parts);
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            out.writeDouble(sigma);
            out.writeDouble(state.weights().alpha());
            out.writeDouble(state.weights().beta());
            out.writeDouble(state.weights().gamma());
            out.writeDouble(state.weights().phi());
            out.writeDouble(state.level);
            out.writeDouble(state.trend);
            SavedNumbers.write(out, state.season);
            out.writeInt(state.next);
        }
    }
}
