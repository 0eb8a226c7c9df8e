package io.sextant.analytics.estimation;

import io.sextant.analytics.statistics.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The {@link SwitchingAutoregression} under which numbers are most likely, from many starts by the slope of the likelihood. As for hidden
 * Markov models, what fits single numbers is thrown away: a variance below 1e-4 of that of all, or fewer than 5 numbers expected in a state.
 */
public final class SwitchingEstimation {

    public static final int STARTS = 20;

    private static final int TRIAL_STEPS = 15;
    private static final int FINISHED = 4;
    private static final int STEPS_MAX = 400;
    private static final double GRADIENT_MAX = 1e-6;
    private static final double WIDTH = 6e-6;
    private static final double VARIANCE_SHARE_MIN = 1e-4;
    private static final double EXPECTED_MIN = 5;
    /** Nearer to its bound than this a chance has no curvature to tell its error by. */
    private static final double AT_BOUND = 1e-5;

    private final double[] x;
    private final int states;
    private final int order;
    private final boolean switchingVariance;

    private SwitchingEstimation(double[] x, int states, int order, boolean switchingVariance) {
        this.x = x;
        this.states = states;
        this.order = order;
        this.switchingVariance = switchingVariance;
    }

    /** @throws IllegalArgumentException with a sentence, when there are too few numbers, they do not move, or no start ends soundly */
    public static SwitchingAutoregression fit(
            double[] numbers, int states, int order, boolean switchingVariance, int starts, RandomGenerator random) {
        if (states < 2 || states > SwitchingAutoregression.STATES_MAX) {
            throw new IllegalArgumentException(
                    "there are 2 to " + SwitchingAutoregression.STATES_MAX + " states, not " + states);
        }
        if (order < 0 || order > SwitchingAutoregression.ORDER_MAX) {
            throw new IllegalArgumentException(
                    "there are 0 to " + SwitchingAutoregression.ORDER_MAX + " lags, not " + order);
        }
        double histories = Math.pow(states, order + 1.0);
        if (histories > SwitchingAutoregression.HISTORIES_MAX) {
            throw new IllegalArgumentException(states + " states over " + order + " lags are " + (long) histories
                    + " histories, and at most " + SwitchingAutoregression.HISTORIES_MAX + " are told apart");
        }
        Series.check(numbers, (int) (4 * EXPECTED_MIN * states) + 2 * order, "a model of " + states + " states");
        double mean = Series.mean(numbers);
        double scale = Math.sqrt(
                Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).sum() / numbers.length);
        if (!(scale > 1e-12 * Math.abs(mean)) || scale == 0) {
            throw new IllegalArgumentException("the numbers do not move");
        }
        double[] x = Arrays.stream(numbers).map(v -> (v - mean) / scale).toArray();
        SwitchingEstimation standard = new SwitchingEstimation(x, states, order, switchingVariance);
        double[] best = standard.best(starts, random);
        double[] given = standard.natural(best);
        int at = states * (states - 1);
        for (int i = 0; i < states; i++) {
            given[at + i] = mean + scale * given[at + i];
        }
        for (int i = at + states; i < given.length - order; i++) {
            given[i] *= scale * scale;
        }
        return new SwitchingEstimation(numbers, states, order, switchingVariance).model(given);
    }

    private int variances() {
        return switchingVariance ? states : 1;
    }

    private double[] best(int starts, RandomGenerator random) {
        QuasiNewton trial = new QuasiNewton(this::free, GRADIENT_MAX, TRIAL_STEPS);
        QuasiNewton whole = new QuasiNewton(this::free, GRADIENT_MAX, STEPS_MAX);
        List<double[]> reached = new ArrayList<>();
        for (int i = 0; i < Math.max(1, starts); i++) {
            reached.add(trial.lowest(start(i == 0 ? 1 : 2 * random.nextDouble(), i > 0, random)));
        }
        reached.sort(Comparator.comparingDouble(this::height));
        double lowest = Double.POSITIVE_INFINITY;
        double[] best = new double[0];
        int finished = 0;
        for (double[] each : reached) {
            if (finished >= FINISHED) {
                break;
            }
            double[] end = whole.lowest(each);
            double height = height(end);
            if (Double.isFinite(height) && isSound(end)) {
                finished++;
                if (height < lowest) {
                    lowest = height;
                    best = end;
                }
            }
        }
        if (best.length == 0) {
            throw new IllegalArgumentException("no start ended soundly, which may mean that there are fewer than "
                    + states + " states in these numbers");
        }
        return best;
    }

    /** Means spread over the numbers; states that stay. Free are logits of the other states, means, log variances, autoregression. */
    private double[] start(double spread, boolean shaken, RandomGenerator random) {
        int moves = states * (states - 1);
        double[] start = new double[moves + states + variances() + order];
        for (int i = 0; i < moves; i++) {
            start[i] = shaken ? -0.5 - 3 * random.nextDouble() : -2;
        }
        for (int i = 0; i < states; i++) {
            double place = 2.0 * i / (states - 1) - 1;
            start[moves + i] = spread * place + (shaken ? 0.5 * random.nextGaussian() : 0);
        }
        for (int i = 0; i < variances(); i++) {
            start[moves + states + i] = shaken ? -2 * random.nextDouble() : -0.5;
        }
        for (int i = 0; i < order && shaken; i++) {
            start[moves + states + variances() + i] = 0.3 * random.nextGaussian() / order;
        }
        return start;
    }

    /** Chances of the other states in rows, means, variances, autoregression. */
    private double[] natural(double[] free) {
        double[] natural = free.clone();
        for (int i = 0; i < states; i++) {
            int row = i * (states - 1);
            double highest = 0;
            for (int j = 0; j < states - 1; j++) {
                highest = Math.max(highest, free[row + j]);
            }
            double total = Math.exp(-highest);
            for (int j = 0; j < states - 1; j++) {
                natural[row + j] = Math.exp(free[row + j] - highest);
                total += natural[row + j];
            }
            for (int j = 0; j < states - 1; j++) {
                natural[row + j] /= total;
            }
        }
        int at = states * (states - 1) + states;
        for (int i = at; i < at + variances(); i++) {
            natural[i] = Math.exp(free[i]);
        }
        return natural;
    }

    private double[][] transition(double[] natural) {
        double[][] transition = new double[states][states];
        int at = 0;
        for (int i = 0; i < states; i++) {
            double left = 1;
            for (int j = 0; j < states; j++) {
                if (i != j) {
                    transition[i][j] = natural[at++];
                    left -= transition[i][j];
                }
            }
            transition[i][i] = Math.max(0, left);
        }
        return transition;
    }

    private double[] means(double[] natural) {
        int at = states * (states - 1);
        return Arrays.copyOfRange(natural, at, at + states);
    }

    private double[] variancesOf(double[] natural) {
        int at = states * states;
        double[] all = new double[states];
        Arrays.setAll(all, i -> natural[at + (switchingVariance ? i : 0)]);
        return all;
    }

    private double[] ar(double[] natural) {
        return Arrays.copyOfRange(natural, natural.length - order, natural.length);
    }

    private SwitchingPass pass(double[] natural) {
        return SwitchingPass.of(x, transition(natural), means(natural), variancesOf(natural), ar(natural));
    }

    private double heightOfNatural(double[] natural) {
        for (double variance : variancesOf(natural)) {
            if (!(variance > 0)) {
                return Double.NaN;
            }
        }
        return -pass(natural).logLikelihood();
    }

    private double height(double[] free) {
        double height = heightOfNatural(natural(free));
        return Double.isNaN(height) ? Double.POSITIVE_INFINITY : height;
    }

    private double free(double[] point, double[] gradient) {
        double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            double width = WIDTH * Math.max(1, Math.abs(point[i]));
            moved[i] = point[i] + width;
            double above = height(moved);
            moved[i] = point[i] - width;
            gradient[i] = (above - height(moved)) / (2 * width);
            moved[i] = point[i];
        }
        return height(point);
    }

    private boolean isSound(double[] free) {
        double[] natural = natural(free);
        if (Arrays.stream(variancesOf(natural)).anyMatch(variance -> variance < VARIANCE_SHARE_MIN)) {
            return false;
        }
        return Arrays.stream(pass(natural).smoothed())
                .allMatch(column -> Arrays.stream(column).sum() >= EXPECTED_MIN);
    }

    private SwitchingAutoregression model(double[] unordered) {
        double[] natural = inIncreasingMean(unordered);
        double[] errors = new double[natural.length];
        Arrays.fill(errors, Double.NaN);
        int chances = states * (states - 1);
        double[][] transition = transition(natural);
        int[] inside = IntStream.range(0, natural.length)
                .filter(i -> i >= chances
                        || (natural[i] > AT_BOUND && transition[i / (states - 1)][i / (states - 1)] > AT_BOUND))
                .toArray();
        try {
            double[][] covariance =
                    Curvature.of(this::slopeOfNatural, natural, inside).covariance(natural.length);
            for (int i = 0; i < errors.length; i++) {
                errors[i] = covariance[i][i] > 0 ? Math.sqrt(covariance[i][i]) : Double.NaN;
            }
        } catch (IllegalArgumentException cannot) {
            Arrays.fill(errors, Double.NaN);
        }
        return new SwitchingAutoregression(
                transition,
                means(natural),
                variancesOf(natural),
                ar(natural),
                switchingVariance,
                -heightOfNatural(natural),
                x.length - order,
                errors);
    }

    private double slopeOfNatural(double[] point, double[] gradient) {
        double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            double width = 1e-4 * Math.max(1e-2, Math.abs(point[i]));
            moved[i] = point[i] + width;
            double above = heightOfNatural(moved);
            moved[i] = point[i] - width;
            gradient[i] = (above - heightOfNatural(moved)) / (2 * width);
            moved[i] = point[i];
        }
        return heightOfNatural(point);
    }

    private double[] inIncreasingMean(double[] natural) {
        double[] means = means(natural);
        double[] variances = variancesOf(natural);
        double[][] transition = transition(natural);
        int[] from = IntStream.range(0, states)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> means[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ordered = natural.clone();
        int at = 0;
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                if (i != j) {
                    ordered[at++] = transition[from[i]][from[j]];
                }
            }
        }
        for (int i = 0; i < states; i++) {
            ordered[at + i] = means[from[i]];
            if (switchingVariance) {
                ordered[at + states + i] = variances[from[i]];
            }
        }
        return ordered;
    }
}
