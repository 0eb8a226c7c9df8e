package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Holds what a model told against what came, beside what naive told at the same origins. */
final class Scorer {

    private static final int Q025 = Forecast.indexOfLevel(0.025);
    private static final int Q975 = Forecast.indexOfLevel(0.975);
    private static final int Q10 = Forecast.indexOfLevel(0.1);
    private static final int Q90 = Forecast.indexOfLevel(0.9);
    private static final int Q25 = Forecast.indexOfLevel(0.25);
    private static final int Q75 = Forecast.indexOfLevel(0.75);

    private final Observations observations;
    private final Scale scale;
    private final double costBps;
    private final double[] naiveErrorOfFold;

    Scorer(Observations observations, List<Fold> folds, Scale scale, double costBps) {
        this.observations = observations;
        this.scale = scale;
        this.costBps = costBps;
        naiveErrorOfFold = folds.stream().mapToDouble(this::meanChange).toArray();
    }

    /** Of the values inside the training part, a step apart. */
    private double meanChange(Fold fold) {
        double sum = 0;
        for (int i = fold.trainFrom() + 1; i < fold.trainEnd(); i++) {
            sum += Math.abs(column(i) - column(i - 1));
        }
        return sum / (fold.trained() - 1);
    }

    /** @param counted which origins, beside those whose value is not known yet */
    Figures score(OutOfSample model, OutOfSample naive, int step, IntPredicate counted) {
        Sums sums = new Sums(model, naive, step, counted);
        int n = sums.places.length;
        double[] quantiles = new double[Forecast.levels()];
        for (int k = 0; k < n; k++) {
            sums.add(k, quantiles);
        }
        double naiveSquares = sum(sums.naiveSquares);
        return new Figures(
                step,
                n,
                Math.sqrt(sums.squares / n),
                sums.absolutes / n,
                1 - sums.squares / sums.aroundMean(),
                sums.scaled / n,
                ratio(Math.sqrt(sums.squares), Math.sqrt(sums.naiveColumnSquares)),
                ratio(Math.sqrt(sum(sums.modelSquares)), Math.sqrt(naiveSquares)),
                DieboldMariano.of(sums.naiveSquares, sums.modelSquares, step),
                ClarkWest.of(sums.naiveErrors, sums.modelErrors, step),
                DieboldMariano.of(sums.naiveCrps, sums.modelCrps, step),
                sums.pinball / n,
                sum(sums.modelCrps) / n,
                ratio(sum(sums.modelCrps), sum(sums.naiveCrps)),
                sums.logScore / n,
                new HitRate(sums.hits, sums.told),
                (double) sums.inside50 / n,
                (double) sums.inside80 / n,
                (double) sums.inside95 / n,
                sums.tradable ? SignTrading.netProfit(sums.signals, step, costBps) : Double.NaN);
    }

    private double column(int i) {
        return scale.toColumn(observations.value(i));
    }

    /** Two forecasts without any error are equally good. */
    private static double ratio(double model, double naive) {
        return model == naive ? 1 : model / naive;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum;
    }

    /** What adds up over the origins. */
    private final class Sums {

        private final OutOfSample model;
        private final OutOfSample naive;
        private final int step;
        private final int[] places;
        private final double[] modelErrors;
        private final double[] naiveErrors;
        private final double[] modelSquares;
        private final double[] naiveSquares;
        private final double[] modelCrps;
        private final double[] naiveCrps;
        private final double[] came;
        private final List<SignTrading.Signal> signals = new ArrayList<>();
        private double squares;
        private double naiveColumnSquares;
        private double absolutes;
        private double scaled;
        private double pinball;
        private double logScore;
        private int hits;
        private int told;
        private int inside50;
        private int inside80;
        private int inside95;
        private boolean tradable = true;

        Sums(OutOfSample model, OutOfSample naive, int step, IntPredicate counted) {
            this.model = model;
            this.naive = naive;
            this.step = step;
            int[] chosen = new int[model.size()];
            int n = 0;
            for (int k = 0; k < chosen.length; k++) {
                int origin = model.origins()[k];
                if (origin + step < observations.size() && counted.test(origin)) {
                    chosen[n++] = k;
                }
            }
            places = Arrays.copyOf(chosen, n);
            modelErrors = new double[n];
            naiveErrors = new double[n];
            modelSquares = new double[n];
            naiveSquares = new double[n];
            modelCrps = new double[n];
            naiveCrps = new double[n];
            came = new double[n];
        }

        void add(int k, double[] quantiles) {
            int place = places[k];
            int origin = model.origins()[place];
            double value = observations.value(origin + step);
            double last = observations.value(origin);
            double median = model.medians()[step - 1][place];
            modelErrors[k] = value - median;
            naiveErrors[k] = value - last;
            modelSquares[k] = modelErrors[k] * modelErrors[k];
            naiveSquares[k] = naiveErrors[k] * naiveErrors[k];
            came[k] = scale.toColumn(value);
            double error = came[k] - scale.toColumn(median);
            double naiveError = came[k] - scale.toColumn(last);
            squares += error * error;
            naiveColumnSquares += naiveError * naiveError;
            absolutes += Math.abs(error);
            scaled += Math.abs(error) / naiveErrorOfFold[model.foldOf()[place]];
            int side = Double.compare(median, last);
            if (side != 0 && value != last) {
                told++;
                hits += side == Double.compare(value, last) ? 1 : 0;
            }
            trade(origin, side);
            addDistribution(k, value, quantiles);
        }

        private void trade(int origin, int side) {
            double price = column(origin);
            double next = column(origin + 1);
            tradable &= price > 0 && next > 0;
            signals.add(new SignTrading.Signal(origin, side, price, next));
        }

        private void addDistribution(int k, double value, double[] quantiles) {
            double[] told = model.quantiles()[step - 1][places[k]];
            inside50 += told[Q25] <= value && value <= told[Q75] ? 1 : 0;
            inside80 += told[Q10] <= value && value <= told[Q90] ? 1 : 0;
            inside95 += told[Q025] <= value && value <= told[Q975] ? 1 : 0;
            logScore += QuantileScores.logScore(told, value) - scale.logStretch(value);
            toColumn(told, quantiles);
            modelCrps[k] = QuantileScores.crps(quantiles, came[k]);
            pinball += QuantileScores.meanPinball(quantiles, came[k]);
            toColumn(naive.quantiles()[step - 1][places[k]], quantiles);
            naiveCrps[k] = QuantileScores.crps(quantiles, came[k]);
        }

        private void toColumn(double[] told, double[] into) {
            for (int i = 0; i < told.length; i++) {
                into[i] = scale.toColumn(told[i]);
            }
        }

        double aroundMean() {
            double mean = sum(came) / came.length;
            double squared = 0;
            for (double each : came) {
                squared += (each - mean) * (each - mean);
            }
            return squared;
        }
    }
}
