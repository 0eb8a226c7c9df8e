package io.sextant.forecasting.model;

import io.sextant.analytics.estimation.ArimaEstimation;
import io.sextant.analytics.estimation.ArimaFilter;
import io.sextant.analytics.estimation.ArimaFit;
import io.sextant.analytics.estimation.ArimaOrder;
import io.sextant.analytics.estimation.ArimaSelection;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ARIMA by exact likelihood, of a given order or of one that it chooses; a season counts only where it is strong. */
public final class Arima implements Forecaster {

    private static final int OBSERVATIONS_MIN = 30;
    private static final int NEWEST = 5_000;

    private final @Nullable ArimaOrder order;

    /** Chooses its order. */
    public Arima() {
        this(null);
    }

    public Arima(@Nullable ArimaOrder order) {
        this.order = order;
    }

    @Override
    public String name() {
        return "arima";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.newest(Windows.values(past, OBSERVATIONS_MIN, "ARIMA"), NEWEST);
        training.checkCancelled();
        ArimaFit fit;
        try {
            fit = order == null ? chosen(past, values) : ArimaEstimation.fit(values, order);
        } catch (IllegalArgumentException cannotBe) {
            throw new UnfitWindow(Code.NO_PARAMETERS, "ARIMA: " + cannotBe.getMessage());
        }
        ArimaFilter filter = ArimaFilter.before(fit.order(), fit.coefficients(), fit.sigma2());
        double[] errors = new double[values.length];
        int count = 0;
        for (double each : values) {
            double deviation = Math.sqrt(filter.nextVariance());
            double error = filter.observe(each);
            if (!Double.isNaN(error)) {
                errors[count++] = error / deviation;
            }
        }
        ErrorShape shape = ErrorShape.of(Arrays.copyOf(errors, count));
        return new Fitted(shape, past.last(), fit.order(), fit.coefficients(), fit.sigma2(), filter);
    }

    private static ArimaFit chosen(Observations past, double[] values) {
        int period = SeasonLength.of(past);
        return ArimaSelection.choose(values, ArimaSelection.isSeasonal(values, period) ? period : 1);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        ErrorShape shape = ErrorShape.load(in);
        double last = in.readDouble();
        ArimaOrder saved = new ArimaOrder(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readBoolean());
        double[] coefficients = SavedNumbers.read(in);
        double sigma2 = in.readDouble();
        ArimaFilter filter = ArimaFilter.of(saved, coefficients, sigma2, SavedNumbers.read(in));
        return new Fitted(shape, last, saved, coefficients, sigma2, filter);
    }

    private static final class Fitted extends FittedModel {

        private final ArimaOrder order;
        private final double[] coefficients;
        private final double sigma2;
        private final ArimaFilter filter;

        Fitted(
                ErrorShape shape,
                double last,
                ArimaOrder order,
                double[] coefficients,
                double sigma2,
                ArimaFilter filter) {
            super(shape, last);
            this.order = order;
            this.coefficients = coefficients;
            this.sigma2 = sigma2;
            this.filter = filter;
        }

        @Override
        double[] means(int horizon) {
            return filter.mean(horizon);
        }

        @Override
        double[] deviations(int horizon) {
            return filter.deviation(horizon);
        }

        @Override
        void move(Observation next) {
            filter.observe(next.value());
        }

        /** The expected change as a whole, and the coefficients that make it. */
        @Override
        public Explanation explain() {
            List<Explanation.Part> parts = new ArrayList<>();
            double change = filter.mean(1)[0] - last();
            double constant = order.constant() ? coefficients[coefficients.length - 1] : 0;
            double ofConstant = order.lost() > 0 ? constant : 0;
            if (ofConstant != 0) {
                parts.add(new Explanation.Part("drift", constant, ofConstant));
            }
            parts.add(new Explanation.Part(order.toString(), change - ofConstant, change - ofConstant));
            parts.sort(Comparator.comparingDouble((Explanation.Part part) -> Math.abs(part.effect()))
                    .reversed());
            return new Explanation(parts);
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            out.writeInt(order.p());
            out.writeInt(order.d());
            out.writeInt(order.q());
            out.writeInt(order.seasonalP());
            out.writeInt(order.seasonalD());
            out.writeInt(order.seasonalQ());
            out.writeInt(order.period());
            out.writeBoolean(order.constant());
            SavedNumbers.write(out, coefficients);
            out.writeDouble(sigma2);
            SavedNumbers.write(out, filter.state());
        }
    }
}
