package io.sextant.engine.forecast;

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
import java.util.List;

/** The next change is a share of the last one, by least squares: the cheapest model that can have skill. */
final class LastMoveModel implements Forecaster {

    static final String NAME = "last-move";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int observationsNeeded() {
        return 20;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double product = 0;
        double square = 0;
        double errors = 0;
        for (int i = 2; i < past.size(); i++) {
            double before = past.value(i - 1) - past.value(i - 2);
            product += before * (past.value(i) - past.value(i - 1));
            square += before * before;
        }
        double share = product / square;
        for (int i = 2; i < past.size(); i++) {
            double miss = past.value(i) - past.value(i - 1) - share * (past.value(i - 1) - past.value(i - 2));
            errors += miss * miss;
        }
        training.watcher().step(1, Math.sqrt(errors / past.size()), Math.sqrt(errors / past.size()));
        return new Fitted(
                share,
                Math.sqrt(errors / past.size()),
                past.value(past.size() - 2),
                past.last(),
                training.parent() != null);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return new Fitted(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), false);
    }

    private static final class Fitted implements FittedForecaster {

        private final double share;
        private final double deviation;
        private final boolean hasParent;
        private double before;
        private double last;

        Fitted(double share, double deviation, double before, double last, boolean hasParent) {
            this.hasParent = hasParent;
            this.share = share;
            this.deviation = deviation;
            this.before = before;
            this.last = last;
        }

        @Override
        public boolean hasParent() {
            return hasParent;
        }

        @Override
        public Forecast forecast(int horizon) {
            double[] mean = new double[horizon];
            double[] spread = new double[horizon];
            double move = last - before;
            double at = last;
            for (int h = 0; h < horizon; h++) {
                move *= share;
                at += move;
                mean[h] = at;
                spread[h] = deviation * Math.sqrt(h + 1);
            }
            return Forecast.normal(last, mean, spread);
        }

        @Override
        public void observe(Observation next) {
            before = last;
            last = next.value();
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of(new Explanation.Part("last move", last - before, share * (last - before))));
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeDouble(share);
            out.writeDouble(deviation);
            out.writeDouble(before);
            out.writeDouble(last);
        }
    }
}
