package io.sextant.analytics.options;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.estimation.SimplexSearch;
import io.sextant.analytics.linear.LeastSquares;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds the smile of an expiry. For given m and sigma total variance is linear in the rest, which is solved exactly (de Marco and Martini,
 * Quasi-explicit calibration of Gatheral's SVI, Zeliade 2009); m and sigma are searched. Twice the points far from the curve are then given less
 * weight (Huber 1964), because closing prices of far strikes are often hours apart. If the curve has a butterfly below zero or passes under the
 * expiry before it, all five numbers are searched again with a price on that.
 */
final class SviFit {

    /** A curve of five numbers needs as many points. */
    static final int POINTS_MIN = 5;

    private static final double SIGMA_MIN = 1e-3;
    private static final int GRID = 100;
    private static final int SIDE = 30;
    /** Ranges of the strikes to which a smile is drawn on. */
    private static final double WINGS = 8;

    private static final double DENSITY_MARGIN = 1e-3;
    private static final double CALENDAR_MARGIN = 1e-4;
    /**
     * Of a share of variance that is missing. A shift of volatility costs its square, so this mends what takes up to this much over the volatility:
     * two or three points. More than that is a bad expiry, which must not bend all later ones.
     */
    private static final double CALENDAR_PRICE = 0.005;

    private static final double HUBER = 2.5;
    private static final double RESIDUAL_MIN = 1e-4;

    private final double years;
    private final double forward;
    private final double[] k;
    private final double[] volatility;
    private final double[] weight;
    private final Optional<VolatilitySurface.Slice> before;
    private final double commonLow;
    private final double commonHigh;
    private final double reach;
    private final double middle;
    private final double[] grid = new double[GRID + 1];

    private SviFit(List<SmilePoint> points, double years, double forward, Optional<VolatilitySurface.Slice> before) {
        this.years = years;
        this.forward = forward;
        this.before = before;
        k = points.stream()
                .mapToDouble(point -> Math.log(point.strike() / forward))
                .toArray();
        volatility = points.stream().mapToDouble(SmilePoint::volatility).toArray();
        weight = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            double s = volatility[i] * Math.sqrt(years);
            weight[i] = Math.max(0.02, Normal.density(-k[i] / s + s / 2) / Normal.density(0));
        }
        double low = Arrays.stream(k).min().orElse(0);
        double high = Arrays.stream(k).max().orElse(0);
        reach = high - low;
        middle = (high + low) / 2;
        Arrays.setAll(grid, i -> place(i, low, high));
        commonLow = Math.max(low, before.map(VolatilitySurface.Slice::lowest).orElse(low));
        commonHigh = Math.min(high, before.map(VolatilitySurface.Slice::highest).orElse(high));
    }

    /** Even between the strikes, ever wider apart beyond them. */
    private double place(int i, double low, double high) {
        if (i < SIDE) {
            double out = (double) (SIDE - i) / SIDE;
            return low - WINGS * reach * out * out;
        }
        if (i > GRID - SIDE) {
            double out = (double) (i - GRID + SIDE) / SIDE;
            return high + WINGS * reach * out * out;
        }
        return low + reach * (i - SIDE) / (GRID - 2 * SIDE);
    }

    /** The log moneyness at which a fitted smile is looked at for arbitrage: the range of its points and far beyond it. */
    static double[] grid(List<SmilePoint> points, SviSmile smile) {
        return new SviFit(points, smile.years(), smile.forward(), Optional.empty()).grid;
    }

    /** @throws IllegalArgumentException with fewer than {@link #POINTS_MIN} points */
    static SviSmile of(
            List<SmilePoint> points, double years, double forward, Optional<VolatilitySurface.Slice> before) {
        if (points.size() < POINTS_MIN) {
            throw new IllegalArgumentException("a smile needs " + POINTS_MIN + " strikes, not " + points.size());
        }
        return new SviFit(points, years, forward, before).fit();
    }

    private SviSmile fit() {
        double[] plain = weight.clone();
        SviSmile smile = explicit();
        for (int round = 0; round < 2; round++) {
            double[] off = new double[k.length];
            for (int i = 0; i < off.length; i++) {
                off[i] = Math.abs(Math.sqrt(smile.totalVariance(k[i]) / years) - volatility[i]);
            }
            double[] sorted = off.clone();
            Arrays.sort(sorted);
            double usual = Math.max(RESIDUAL_MIN, 1.4826 * sorted[sorted.length / 2]);
            for (int i = 0; i < off.length; i++) {
                weight[i] = plain[i] * Math.min(1, HUBER * usual / off[i]);
            }
            smile = explicit();
        }
        return breach(smile) > 0 ? mended(smile) : smile;
    }

    private SviSmile explicit() {
        double[] best = {0, Math.log(reach / 2)};
        double least = Double.POSITIVE_INFINITY;
        for (int i = -3; i <= 3; i++) {
            for (int j = -4; j <= 2; j++) {
                double[] start = {i * reach / 4, Math.log(reach) + j * 0.7};
                double height = error(inner(start));
                if (height < least) {
                    least = height;
                    best = start;
                }
            }
        }
        return inner(new SimplexSearch(point -> error(inner(point)), 600).lowest(best, new double[] {reach / 8, 0.3}));
    }

    /** The best a, b and rho for m and ln sigma, moved to where they make a smile if they make none. */
    private SviSmile inner(double[] point) {
        double m = within(point[0]);
        double sigma = sigma(point[1]);
        double[][] columns = new double[3][k.length];
        double[] wanted = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            double scale = scale(i);
            double y = (k[i] - m) / sigma;
            columns[0][i] = scale;
            columns[1][i] = scale * y;
            columns[2][i] = scale * Math.hypot(y, 1);
            wanted[i] = scale * volatility[i] * volatility[i] * years;
        }
        double[] solved = LeastSquares.fit(wanted, columns).coefficients();
        double c = Math.clamp(solved[2], 0, 2 * sigma);
        double d = Math.clamp(solved[1], -Math.min(c, 2 * sigma - c), Math.min(c, 2 * sigma - c));
        double a = solved[0];
        if (c != solved[2] || d != solved[1]) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < k.length; i++) {
                double s = scale(i) * scale(i);
                double y = (k[i] - m) / sigma;
                sum += s * (volatility[i] * volatility[i] * years - d * y - c * Math.hypot(y, 1));
                total += s;
            }
            a = sum / total;
        }
        double rho = c == 0 ? 0 : Math.clamp(d / c, -1, 1);
        return smile(a, c / sigma, rho, m, sigma);
    }

    private double within(double m) {
        return Math.clamp(m, middle - 1.5 * reach, middle + 1.5 * reach);
    }

    /** Beyond these bounds the three columns of the linear part could not be told apart. */
    private double sigma(double logarithm) {
        return Math.clamp(Math.exp(logarithm), Math.max(SIGMA_MIN, reach / 200), Math.max(SIGMA_MIN, 20 * reach));
    }

    /** Turns an error of the total variance into one of the volatility. */
    private double scale(int i) {
        return Math.sqrt(weight[i]) / (2 * volatility[i] * years);
    }

    private SviSmile smile(double a, double b, double rho, double m, double sigma) {
        double least = 1e-10 - b * sigma * Math.sqrt(1 - rho * rho);
        return new SviSmile(Math.max(a, least), b, rho, m, sigma, years, forward);
    }

    /** From the curve found, and from a shallow one that is free of arbitrage; the better end of both. */
    private SviSmile mended(SviSmile found) {
        double level = found.totalVariance(0);
        SviSmile shallow = smile(0.8 * level, 0.2 * level / reach, -0.3, 0, reach / 2);
        double[] steps = {0.2 * level, 0.2, 0.2, 0.05 * reach, 0.2};
        ToDoubleFunction<double[]> height = point -> {
            SviSmile tried = ofCorner(point);
            return error(tried) + breach(tried);
        };
        SimplexSearch search = new SimplexSearch(height, 3_000);
        double[] first = search.lowest(corner(found), steps);
        double[] second = search.lowest(corner(shallow), steps);
        return ofCorner(height.applyAsDouble(first) <= height.applyAsDouble(second) ? first : second);
    }

    private static double[] corner(SviSmile smile) {
        return new double[] {
            smile.a(), Math.log(Math.max(1e-6, smile.b())), atanh(smile.rho()), smile.m(), Math.log(smile.sigma())
        };
    }

    private static double atanh(double rho) {
        double inside = Math.clamp(rho, -0.9999, 0.9999);
        return 0.5 * Math.log((1 + inside) / (1 - inside));
    }

    private SviSmile ofCorner(double[] point) {
        double rho = Math.tanh(point[2]);
        // Lee (2004): no wing of the total variance is steeper than two.
        double b = Math.min(Math.exp(Math.min(point[1], 5)), 2 / (1 + Math.abs(rho)));
        return smile(point[0], b, rho, within(point[3]), sigma(point[4]));
    }

    /** Mean squared error of the volatility. */
    private double error(SviSmile smile) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < k.length; i++) {
            double off = Math.sqrt(smile.totalVariance(k[i]) / years) - volatility[i];
            sum += weight[i] * off * off;
            total += weight[i];
        }
        return sum / total;
    }

    /** How far the curve is from being free of arbitrage: zero when it is, with a margin. */
    private double breach(SviSmile smile) {
        double density = 0;
        double calendar = 0;
        for (double at : grid) {
            density += Math.max(0, DENSITY_MARGIN - smile.durrleman(at));
            if (before.isPresent() && at >= commonLow && at <= commonHigh) {
                double earlier = before.get().smile().totalVariance(at);
                calendar += Math.max(0, earlier * (1 + CALENDAR_MARGIN) - smile.totalVariance(at)) / earlier;
            }
        }
        return (density + CALENDAR_PRICE * calendar) / grid.length;
    }
}
