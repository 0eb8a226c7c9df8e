package io.sextant.analytics.estimation;

import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.Kpss;
import io.sextant.analytics.statistics.SeasonalTrend;
import io.sextant.analytics.statistics.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which order of ARIMA a series has, step by step (Hyndman and Khandakar, Journal of Statistical Software 27, 2008): differences until a KPSS
 * test is content, a seasonal one where the season is strong, then from four simple orders to whichever neighbour has the smaller AICc
 * until none has. Orders with a root within 1 % of the unit circle do not count.
 */
public final class ArimaSelection {

    /** Where roots lie closer to the unit circle an order is as good as differenced once more, or noise fitted as a wave. */
    public static final double ROOTS_MIN = 1.01;

    /** Longer seasons make states that are as long; their terms are not tried. */
    public static final int PERIOD_MAX = 60;

    private static final int TERMS_MAX = 5;
    private static final int SEASONAL_TERMS_MAX = 2;
    private static final int DIFFERENCES_MAX = 2;
    private static final int STEPS_MAX = 94;
    private static final double SEASON_STRONG = 0.64;
    private static final double REJECTED = 0.05;
    private static final int VALUES_MIN = 10;

    private final double[] values;
    private final int period;
    private final int d;
    private final int seasonalD;
    private final Map<ArimaOrder, ArimaFit> tried = new HashMap<>();
    private ArimaFit best;

    private ArimaSelection(double[] values, int period, int d, int seasonalD) {
        this.values = values;
        this.period = period;
        this.d = d;
        this.seasonalD = seasonalD;
        best = ArimaEstimation.quick(values, order(0, 0, 0, 0, false), List.of(), ROOTS_MIN);
        tried.put(best.order(), best);
    }

    /**
     * The chosen order, fitted; the climb had few starts, so a longer one may find a higher top of it.
     *
     * @param period places in a season; 1 where there is none
     * @throws IllegalArgumentException with a sentence, when there are too few values or they do not move
     */
    public static ArimaFit choose(double[] values, int period) {
        Series.check(values, VALUES_MIN, "a choice among ARIMA models");
        boolean seasonal = hasSeasons(values, period);
        int seasonalD = isSeasonal(values, period) ? 1 : 0;
        double[] left = seasonalD == 1 ? Differences.once(values, period) : values;
        int d = 0;
        while (d < DIFFERENCES_MAX && wanders(left)) {
            left = Differences.once(left, 1);
            d++;
        }
        ArimaSelection selection = new ArimaSelection(values, seasonal ? period : 1, d, seasonalD);
        selection.search();
        return ArimaEstimation.settled(values, selection.best, ROOTS_MIN);
    }

    /** Whether the season is so strong that it is differenced away. */
    public static boolean isSeasonal(double[] values, int period) {
        return hasSeasons(values, period) && seasonStrength(values, period) > SEASON_STRONG;
    }

    private static boolean hasSeasons(double[] values, int period) {
        return period > 1 && period <= PERIOD_MAX && values.length >= 3 * period;
    }

    /** 1 - the share of what neither trend nor season explains, of what the trend does not (Wang, Smith and Hyndman 2006). */
    private static double seasonStrength(double[] values, int period) {
        SeasonalTrend parts = SeasonalTrend.of(values, SeasonalTrend.Settings.usual(period, false));
        double[] both = new double[values.length];
        Arrays.setAll(both, i -> parts.seasonal()[i] + parts.remainder()[i]);
        return Math.max(0, 1 - variance(parts.remainder()) / variance(both));
    }

    private static double variance(double[] values) {
        double mean = Series.mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }

    private static boolean wanders(double[] values) {
        if (values.length < VALUES_MIN || !(variance(values) > 1e-20 * (1 + values[0] * values[0]))) {
            return false;
        }
        int lags = (int) (3 * Math.sqrt(values.length) / 13);
        return Kpss.test(values, lags, Deterministic.CONSTANT).pValue() < REJECTED;
    }

    private ArimaOrder order(int p, int q, int seasonalP, int seasonalQ, boolean constant) {
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, constant && d + seasonalD <= 1);
    }

    private void search() {
        int s = period > 1 ? 1 : 0;
        offer(order(0, 0, 0, 0, true));
        offer(order(2, 2, s, s, true));
        offer(order(1, 0, s, 0, true));
        offer(order(0, 1, 0, s, true));
        boolean moved = true;
        while (moved && tried.size() < STEPS_MAX) {
            moved = false;
            for (ArimaOrder each : neighbours(best.order())) {
                if (offer(each)) {
                    moved = true;
                    break;
                }
            }
        }
    }

    /** One term more or less of one kind, or of both kinds, and with or without the constant. */
    private List<ArimaOrder> neighbours(ArimaOrder now) {
        List<ArimaOrder> neighbours = new ArrayList<>();
        int[][] moves = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
        if (period > 1) {
            for (int[] move : moves) {
                add(neighbours, now, 0, 0, move[0], move[1]);
            }
        }
        for (int[] move : moves) {
            add(neighbours, now, move[0], move[1], 0, 0);
        }
        neighbours.add(order(now.p(), now.q(), now.seasonalP(), now.seasonalQ(), !now.constant()));
        return neighbours;
    }

    private void add(List<ArimaOrder> to, ArimaOrder now, int dp, int dq, int dsp, int dsq) {
        int p = now.p() + dp;
        int q = now.q() + dq;
        int sp = now.seasonalP() + dsp;
        int sq = now.seasonalQ() + dsq;
        if (Math.min(Math.min(p, q), Math.min(sp, sq)) >= 0
                && Math.max(p, q) <= TERMS_MAX
                && Math.max(sp, sq) <= SEASONAL_TERMS_MAX) {
            to.add(order(p, q, sp, sq, now.constant()));
        }
    }

    private boolean offer(ArimaOrder order) {
        if (tried.containsKey(order)) {
            return false;
        }
        ArimaFit fit;
        try {
            fit = ArimaEstimation.quick(values, order, List.of(carried(best, order)), ROOTS_MIN);
        } catch (IllegalArgumentException tooFew) {
            return false;
        }
        tried.put(order, fit);
        if (fit.aicc() < best.aicc() && ArmaPolynomials.smallestRoot(order, fit.coefficients()) >= ROOTS_MIN) {
            best = fit;
            return true;
        }
        return false;
    }

    /** The terms that both orders have. */
    private static double[] carried(ArimaFit from, ArimaOrder to) {
        double[] x = new double[to.terms()];
        int[] have = {
            from.order().p(),
            from.order().q(),
            from.order().seasonalP(),
            from.order().seasonalQ()
        };
        int[] want = {to.p(), to.q(), to.seasonalP(), to.seasonalQ()};
        int source = 0;
        int target = 0;
        for (int kind = 0; kind < 4; kind++) {
            System.arraycopy(from.coefficients(), source, x, target, Math.min(have[kind], want[kind]));
            source += have[kind];
            target += want[kind];
        }
        return x;
    }
}
