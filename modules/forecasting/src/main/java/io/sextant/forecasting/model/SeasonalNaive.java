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
import java.util.Arrays;
import java.util.List;

/** The value of a season ago comes again; each whole season further ahead adds the variance of one seasonal step. */
public final class SeasonalNaive implements Forecaster {

    private static final int SEASONS_MIN = 3;

    private final int period;

    /** With the season that the times suggest. */
    public SeasonalNaive() {
        this(0);
    }

    /** @param period observations in a season; 0 for what their times suggest */
    public SeasonalNaive(int period) {
        if (period < 0) {
            throw new IllegalArgumentException("a season has no " + period + " observations");
        }
        this.period = period;
    }

    @Override
    public String name() {
        return "seasonal-naive";
    }

    @Override
    public int observationsNeeded() {
        return SEASONS_MIN * Math.max(period, 2);
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        int season = period > 0 ? period : SeasonLength.of(past);
        if (season < 2) {
            throw new UnfitWindow(Code.NO_SEASON, "the times of this series tell no season");
        }
        double[] values = Windows.values(past, SEASONS_MIN * season, "the seasonal naive forecast");
        double[] errors = new double[values.length - season];
        Arrays.setAll(errors, i -> values[i + season] - values[i]);
        double[] newest = Arrays.copyOfRange(values, values.length - season, values.length);
        return new Fitted(ErrorShape.of(errors), past.last(), Windows.rootMeanSquare(errors), newest, 0);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return new Fitted(ErrorShape.load(in), in.readDouble(), in.readDouble(), SavedNumbers.read(in), in.readInt());
    }

    private static final class Fitted extends FittedModel {

        private final double deviation;
        /** The newest season, a ring; the oldest of it stands at {@code next}. */
        private final double[] season;

        private int next;

        Fitted(ErrorShape shape, double last, double deviation, double[] season, int next) {
            super(shape, last);
            this.deviation = deviation;
            this.season = season;
            this.next = next;
        }

        @Override
        double[] means(int horizon) {
            double[] means = new double[horizon];
            Arrays.setAll(means, h -> season[(next + h) % season.length]);
            return means;
        }

        @Override
        double[] deviations(int horizon) {
            double[] deviations = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                int seasons = 1 + h / season.length;
                deviations[h] = deviation * Math.sqrt(seasons);
            }
            return deviations;
        }

        @Override
        void move(Observation observation) {
            season[next] = observation.value();
            next = (next + 1) % season.length;
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of(new Explanation.Part("a season ago", season[next], season[next] - last())));
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            out.writeDouble(deviation);
            SavedNumbers.write(out, season);
            out.writeInt(next);
        }
    }
}
