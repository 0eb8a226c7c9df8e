package io.sextant.analytics.estimation;

import io.sextant.analytics.statistics.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The parameters under which a series is most likely as an ARIMA process: many starts are weighed, the best of them climb a little, the
 * best of those to the top. Autoregressive parameters move as partial autocorrelations, which keeps them stationary; those of the moving
 * average move freely, because a root may lie on the unit circle, where the likelihood has its top all the same, and are mirrored to the
 * invertible side at the end. Mean and variance follow from the rest and are not searched for.
 */
public final class ArimaEstimation {

    /** Values of a series that starts are weighed on: the newest. */
    private static final int WEIGHED_MAX = 4_000;

    /** How closely is searched. */
    private enum Search {
        /** To compare one order with the next. */
        QUICK,
        /** For an order that was chosen, where thousands are. */
        SETTLED,
        WIDE;

        /** The slope at which a climb ends, of each value's share in the likelihood. */
        double gradientMax() {
            return this == QUICK ? 1e-5 : 1e-7;
        }

        /** How many of those that are left go on, and for how many steps each. */
        int[][] stages() {
            return switch (this) {
                case QUICK -> new int[][] {{4, 6}, {1, 0}};
                case SETTLED -> new int[][] {{12, 10}, {4, 0}};
                case WIDE -> new int[][] {{300, 12}, {60, 30}, {12, 0}};
            };
        }
    }

    private static final int STEPS_MAX = 400;
    /** Two climbs so close, in every coordinate, came to one top. */
    private static final double BESIDE = 0.02;

    private final ArimaOrder order;
    private final double[] values;
    private final double[] differenced;
    private final ArmaLikelihood likelihood;
    private final ArmaSlope slope;

    private ArimaEstimation(ArimaOrder order, double[] values, double[] differenced) {
        this.order = order;
        this.values = values;
        this.differenced = differenced;
        likelihood = new ArmaLikelihood(order, differenced);
        slope = new ArmaSlope(order, likelihood);
    }

    /** @throws IllegalArgumentException with a sentence, when there are too few values or their differences do not move */
    public static ArimaFit fit(double[] values, ArimaOrder order) {
        return of(values, order).finished(Search.WIDE, List.of(), 0);
    }

    /**
     * The likeliest of the tops at which no root of either kind is nearer to the unit circle than {@code rootsMin}; the likeliest of all
     * where there is no such top.
     */
    public static ArimaFit fitAway(double[] values, ArimaOrder order, double rootsMin) {
        return of(values, order).finished(Search.WIDE, List.of(), rootsMin);
    }

    /**
     * A shorter search, which may miss the highest of several tops: for choosing among orders.
     *
     * @param others further starts: ar, ma, sar, sma
     */
    static ArimaFit quick(double[] values, ArimaOrder order, List<double[]> others, double rootsMin) {
        return of(values, order).best(Search.QUICK, others, rootsMin);
    }

    private static ArimaEstimation of(double[] values, ArimaOrder order) {
        int least = order.lost() + order.terms() + (order.constant() ? 1 : 0) + 3;
        Series.check(values, least, "a fit of " + order);
        double[] differenced = Differences.of(values, order);
        double size = 0;
        double from = order.constant() ? differenced[0] : 0;
        double moves = 0;
        for (double each : values) {
            size = Math.max(size, Math.abs(each));
        }
        for (double each : differenced) {
            moves = Math.max(moves, Math.abs(each - from));
        }
        if (!(moves > 1e-13 * size)) {
            throw new IllegalArgumentException(
                    order.lost() == 0 ? "the values do not move" : "the differences of the values do not move");
        }
        return new ArimaEstimation(order, values, differenced);
    }

    private record Climb(double[] x, double value) {}

    private ArimaFit best(Search search, List<double[]> others, double rootsMin) {
        double[] x = new double[0];
        if (order.terms() > 0) {
            x = slope.coefficients(highest(search, others, rootsMin));
            double before = likelihood.at(x);
            double[] inverted = x.clone();
            ArmaPolynomials.invert(inverted, order.p(), order.q());
            ArmaPolynomials.invert(inverted, order.terms() - order.seasonalQ(), order.seasonalQ());
            // A double root is found less exactly than it was fitted, and then stays where it was.
            if (likelihood.at(inverted) >= before - 1e-6) {
                x = inverted;
            }
        }
        double value = likelihood.at(x);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no parameters make these values likely");
        }
        double sigma2 = likelihood.variance();
        double[] all = x;
        if (order.constant()) {
            all = Arrays.copyOf(x, x.length + 1);
            all[x.length] = likelihood.constant();
        }
        double[] errors = new double[all.length];
        Arrays.fill(errors, Double.NaN);
        return new ArimaFit(order, all, errors, sigma2, value, differenced.length, new double[0]);
    }

    /** A quick fit climbed to its very top, or to a higher one beside it, with standard errors and a filter that stands at the end. */
    static ArimaFit settled(double[] values, ArimaFit quick, double rootsMin) {
        double[] from = Arrays.copyOf(quick.coefficients(), quick.order().terms());
        return of(values, quick.order()).finished(Search.SETTLED, List.of(from), rootsMin);
    }

    private ArimaFit finished(Search search, List<double[]> others, double rootsMin) {
        ArimaFit fit = best(search, others, rootsMin);
        double[] all = fit.coefficients();
        double sigma2 = fit.sigma2();
        double value = fit.logLikelihood();
        double[] errors = new ArmaErrors(likelihood, order).of(all, sigma2);
        ArimaFilter filter = ArimaFilter.before(order, all, sigma2);
        for (double each : values) {
            filter.observe(each);
        }
        return new ArimaFit(order, all, errors, sigma2, value, differenced.length, filter.state());
    }

    private double[] highest(Search search, List<double[]> others, double rootsMin) {
        ArimaStarts starts = new ArimaStarts(order);
        double[] newest = newest();
        ArmaLikelihood part = newest.length < differenced.length ? new ArmaLikelihood(order, newest) : likelihood;
        ArmaSlope partSlope = part == likelihood ? slope : new ArmaSlope(order, part);
        List<double[]> tried = new ArrayList<>(others);
        tried.addAll(
                switch (search) {
                    case QUICK -> starts.few(newest);
                    case SETTLED -> starts.some(newest);
                    case WIDE -> starts.all(newest, part::at);
                });
        if (search == Search.WIDE) {
            tried.addAll(smaller(newest));
        }
        List<Climb> tops = new ArrayList<>();
        for (Climb each : tops(tried, search, part, partSlope)) {
            tops.add(climb(each.x(), STEPS_MAX, search.gradientMax(), slope));
        }
        tops.sort(Comparator.comparingDouble(Climb::value).reversed());
        if (tops.isEmpty()) {
            return new double[order.terms()];
        }
        for (Climb each : tops) {
            if (rootsMin <= 0 || ArmaPolynomials.smallestRoot(order, slope.coefficients(each.x())) >= rootsMin) {
                return each.x();
            }
        }
        return tops.getFirst().x();
    }

    private static List<Climb> tops(List<double[]> tried, Search search, ArmaLikelihood on, ArmaSlope along) {
        List<Climb> climbs = new ArrayList<>();
        for (double[] each : tried) {
            double value = on.at(each);
            double[] coordinates = each.clone();
            if (Double.isFinite(value) && along.toCoordinates(coordinates)) {
                climbs.add(new Climb(coordinates, value));
            }
        }
        for (int[] stage : search.stages()) {
            climbs = risen(climbs, stage[0], stage[1], search.gradientMax(), along);
        }
        return climbs;
    }

    /** Tops of the order with no more than two terms of either kind, which is searched more closely than many dimensions can be. */
    private List<double[]> smaller(double[] newest) {
        int p = Math.min(order.p(), 2);
        int q = Math.min(order.q(), 2);
        if (p == order.p() && q == order.q()) {
            return List.of();
        }
        ArimaOrder core = new ArimaOrder(
                p,
                order.d(),
                q,
                order.seasonalP(),
                order.seasonalD(),
                order.seasonalQ(),
                order.period(),
                order.constant());
        if (core.terms() == 0) {
            return List.of();
        }
        ArmaLikelihood on = new ArmaLikelihood(core, newest);
        ArmaSlope along = new ArmaSlope(core, on);
        List<double[]> found = new ArrayList<>();
        for (Climb each : tops(new ArimaStarts(core).all(newest, on::at), Search.WIDE, on, along)) {
            double[] x = along.coefficients(each.x());
            double[] padded = new double[order.terms()];
            System.arraycopy(x, 0, padded, 0, p);
            System.arraycopy(x, p, padded, order.p(), x.length - p - (core.terms() - p - q));
            System.arraycopy(x, p + q, padded, order.p() + order.q(), core.terms() - p - q);
            found.add(padded);
        }
        return found;
    }

    /** The highest of them, each a few steps further up; of those that came to one place only the highest. */
    private static List<Climb> risen(List<Climb> climbs, int most, int steps, double gradientMax, ArmaSlope on) {
        climbs.sort(Comparator.comparingDouble(Climb::value).reversed());
        List<Climb> risen = new ArrayList<>();
        List<Climb> apart = new ArrayList<>();
        for (Climb each : climbs) {
            if (apart.size() < most && apart.stream().noneMatch(higher -> isBeside(higher.x(), each.x()))) {
                apart.add(each);
                risen.add(steps == 0 ? each : climb(each.x(), steps, gradientMax, on));
            }
        }
        return risen;
    }

    private static boolean isBeside(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > BESIDE) {
                return false;
            }
        }
        return true;
    }

    private double[] newest() {
        int n = differenced.length;
        return n > WEIGHED_MAX ? Arrays.copyOfRange(differenced, n - WEIGHED_MAX, n) : differenced;
    }

    private static Climb climb(double[] from, int steps, double gradientMax, ArmaSlope on) {
        double[] reached = new QuasiNewton(on, gradientMax * on.values(), steps).lowest(from);
        return new Climb(reached, on.height(reached));
    }
}
