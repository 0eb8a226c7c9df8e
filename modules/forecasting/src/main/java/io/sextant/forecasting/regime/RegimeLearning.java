package io.sextant.forecasting.regime;

import io.sextant.analytics.estimation.MultivariateHmm;
import io.sextant.analytics.estimation.MultivariateHmmEstimation;
import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.domain.regime.RegimeName;
import io.sextant.forecasting.UnfitWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Learns how many regimes there are and what they are like. Points of neighbouring bars share most of their bars, so that only one in
 * {@link MarketMood#HALF_LIFE} counts as new where models of more states are held against those of fewer (Schwarz 1978, with likelihood and
 * count divided by it). Learned anew, the number of states changes only for a clear gain, and states keep the places of those that they are
 * like.
 */
public final class RegimeLearning {

    public static final int STATES_MAX = 5;
    public static final int BARS_MIN = 400;
    public static final int BARS_LEARNED = 3_000;

    /** Below this the number of states stays what it was: twice the logarithm of a factor of 150 (Kass and Raftery 1995). */
    private static final double CLEAR_GAIN = 10;

    private static final int STARTS = 8;

    private RegimeLearning() {}

    /**
     * @param endsNanos when each bar ends
     * @param closes all above nought
     * @param before the model until now
     * @throws UnfitWindow with a sentence, when nothing can be learned from these bars
     */
    public static RegimeModel learn(
            long[] endsNanos, double[] closes, Optional<RegimeModel> before, RandomGenerator random) {
        if (closes.length < BARS_MIN) {
            throw UnfitWindow.tooFew(
                    BARS_MIN,
                    closes.length,
                    "regimes take at least " + BARS_MIN + " bars that are over, not " + closes.length);
        }
        MarketMood mood = new MarketMood();
        List<double[]> points = new ArrayList<>();
        double[] returns = new double[closes.length];
        int kept = 0;
        for (int t = 1; t < closes.length; t++) {
            double move = Math.log(closes[t] / closes[t - 1]);
            if (!Double.isFinite(move)) {
                throw new UnfitWindow(Code.PRICE_NOT_ABOVE_ZERO, "a price that is not above zero has no return");
            }
            if (mood.update(move)) {
                points.add(mood.point());
                returns[kept++] = move;
            }
        }
        double[][] all = points.toArray(new double[0][]);
        double[] moves = Arrays.copyOf(returns, kept);
        double[] criteria = new double[STATES_MAX];
        MultivariateHmm chosen = choose(all, before.map(model -> model.states().states()), random, criteria);
        double[][] shares = chosen.smoothed(all);
        MultivariateHmm ordered = before.map(model -> chosen.matchedTo(model.states()))
                .orElseGet(() -> chosen.inOrder(order(shares, moves, chosen)));
        List<RegimeName> names =
                RegimeNaming.names(RegimeNaming.measured(ordered.smoothed(all), moves, stays(ordered)));
        double squares = Arrays.stream(moves).map(move -> move * move).sum();
        return new RegimeModel(
                ordered,
                names,
                Math.sqrt(squares / moves.length),
                endsNanos[0],
                endsNanos[endsNanos.length - 1],
                closes.length,
                before.map(model -> alike(ordered, model.states(), all)).orElse(Double.NaN),
                criteria);
    }

    private static MultivariateHmm choose(
            double[][] points, Optional<Integer> before, RandomGenerator random, double[] criteria) {
        MultivariateHmm[] models = new MultivariateHmm[STATES_MAX];
        String why = "";
        int best = -1;
        for (int i = 0; i < STATES_MAX; i++) {
            criteria[i] = Double.NaN;
            try {
                models[i] = MultivariateHmmEstimation.fit(points, i + 1, STARTS, random);
                criteria[i] = criterion(models[i]);
                best = best < 0 || criteria[i] < criteria[best] ? i : best;
            } catch (IllegalArgumentException cannot) {
                why = String.valueOf(cannot.getMessage());
            }
        }
        if (best < 0) {
            throw new UnfitWindow(Code.NO_PARAMETERS, why);
        }
        int kept = before.orElse(0) - 1;
        boolean stays = kept >= 0 && kept < STATES_MAX && criteria[kept] - criteria[best] < CLEAR_GAIN;
        return models[stays ? kept : best];
    }

    private static double criterion(MultivariateHmm model) {
        double independent = (double) model.observations() / MarketMood.HALF_LIFE;
        return model.freeParameters() * Math.log(independent) - 2 * model.logLikelihood() / MarketMood.HALF_LIFE;
    }

    private static double[] stays(MultivariateHmm states) {
        return IntStream.range(0, states.states())
                .mapToDouble(states::expectedStay)
                .toArray();
    }

    /** A first model's states stand by name, and by size of returns within a name. */
    private static int[] order(double[][] shares, double[] moves, MultivariateHmm states) {
        List<RegimeNaming.Measured> measured = RegimeNaming.measured(shares, moves, stays(states));
        List<RegimeName> names = RegimeNaming.names(measured);
        return IntStream.range(0, states.states())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> names.get(i))
                        .thenComparingDouble(i -> measured.get(i).deviation()))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double alike(MultivariateHmm one, MultivariateHmm other, double[][] points) {
        int[] paths = one.mostLikelyPath(points);
        int[] others = other.mostLikelyPath(points);
        return IntStream.range(0, paths.length)
                        .filter(t -> paths[t] == others[t])
                        .count()
                / (double) paths.length;
    }
}
