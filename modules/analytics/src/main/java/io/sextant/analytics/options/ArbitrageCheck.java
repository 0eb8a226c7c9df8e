package io.sextant.analytics.options;

import io.sextant.analytics.options.ArbitrageFinding.Kind;
import io.sextant.analytics.options.ArbitrageFinding.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Looks for prices that contradict each other: calls against neighbouring strikes (spreads and butterflies), and total variance against the
 * expiry before (calendars; Gatheral and Jacquier, Arbitrage-free SVI volatility surfaces, 2014).
 */
final class ArbitrageCheck {

    /** Prices are rounded to cents, and a butterfly has up to two of them on each side. */
    private static final double PRICE_TOLERANCE = 0.01 + 1e-9;

    private static final double FIT_TOLERANCE = 1e-6;

    private ArbitrageCheck() {}

    /** Of the prices themselves, each strike by its option out of the money. */
    static List<ArbitrageFinding> ofQuotes(List<VolatilitySurface.Slice> slices) {
        List<ArbitrageFinding> found = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            strikes(slices.get(i), found);
            if (i > 0) {
                calendar(slices.get(i - 1), slices.get(i), found);
            }
        }
        return found;
    }

    private static void strikes(VolatilitySurface.Slice slice, List<ArbitrageFinding> found) {
        List<SmilePoint> points = slice.points();
        for (int i = 1; i < points.size(); i++) {
            double low = points.get(i - 1).strike();
            double strike = points.get(i).strike();
            double fall = call(slice, i - 1) - call(slice, i);
            double off = Math.max(-fall, fall - (strike - low));
            if (off > PRICE_TOLERANCE) {
                found.add(new ArbitrageFinding(Kind.VERTICAL, Source.QUOTES, slice.expiryDay(), strike, off));
            }
            if (i + 1 < points.size()) {
                double high = points.get(i + 1).strike();
                double share = (high - strike) / (high - low);
                double cost = share * call(slice, i - 1) - call(slice, i) + (1 - share) * call(slice, i + 1);
                if (cost < -PRICE_TOLERANCE) {
                    found.add(new ArbitrageFinding(Kind.BUTTERFLY, Source.QUOTES, slice.expiryDay(), strike, -cost));
                }
            }
        }
    }

    private static double call(VolatilitySurface.Slice slice, int i) {
        SmilePoint point = slice.points().get(i);
        // Parity holds for undiscounted prices of one forward.
        return point.right() == OptionRight.CALL ? point.price() : point.price() + slice.forward() - point.strike();
    }

    /** Where the earlier expiry has strikes on both sides of a moneyness of the later one. */
    private static void calendar(
            VolatilitySurface.Slice earlier, VolatilitySurface.Slice later, List<ArbitrageFinding> found) {
        for (SmilePoint point : later.points()) {
            double k = Math.log(point.strike() / later.forward());
            double before = earlier.quotedVariance(k);
            double now = point.volatility() * point.volatility() * later.years();
            if (before > now) {
                double size = outOfTheMoney(later.forward(), point.strike(), before)
                        - outOfTheMoney(later.forward(), point.strike(), now);
                if (size > PRICE_TOLERANCE) {
                    found.add(new ArbitrageFinding(
                            Kind.CALENDAR, Source.QUOTES, later.expiryDay(), point.strike(), size));
                }
            }
        }
    }

    private static double outOfTheMoney(double forward, double strike, double variance) {
        OptionRight right = strike >= forward ? OptionRight.CALL : OptionRight.PUT;
        return Black76.price(right, forward, strike, 1, 0, Math.sqrt(variance));
    }

    /** Of the fitted smiles: the worst place of each stretch; calendars where both expiries have strikes. */
    static List<ArbitrageFinding> ofSmiles(List<VolatilitySurface.Slice> slices) {
        List<ArbitrageFinding> found = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            VolatilitySurface.Slice slice = slices.get(i);
            SviSmile smile = slice.smile();
            double[] grid = SviFit.grid(slice.points(), smile);
            stretches(slice, grid, Kind.BUTTERFLY, k -> -smile.durrleman(k), found);
            if (i > 0) {
                VolatilitySurface.Slice before = slices.get(i - 1);
                double low = Math.max(before.lowest(), slice.lowest());
                double high = Math.min(before.highest(), slice.highest());
                stretches(
                        slice,
                        grid,
                        Kind.CALENDAR,
                        k -> k < low || k > high
                                ? 0
                                : 1 - smile.totalVariance(k) / before.smile().totalVariance(k),
                        found);
            }
        }
        return found;
    }

    private static void stretches(
            VolatilitySurface.Slice slice,
            double[] grid,
            Kind kind,
            DoubleUnaryOperator breach,
            List<ArbitrageFinding> found) {
        double worst = 0;
        double place = Double.NaN;
        for (int i = 0; i <= grid.length; i++) {
            double size = i < grid.length ? breach.applyAsDouble(grid[i]) : 0;
            if (size > FIT_TOLERANCE) {
                if (size > worst) {
                    worst = size;
                    place = grid[i];
                }
            } else if (worst > 0) {
                found.add(new ArbitrageFinding(
                        kind, Source.FITTED, slice.expiryDay(), slice.forward() * Math.exp(place), worst));
                worst = 0;
            }
        }
    }
}
