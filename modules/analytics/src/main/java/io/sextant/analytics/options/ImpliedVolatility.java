package io.sextant.analytics.options;

import io.sextant.analytics.distribution.Normal;

/**
 * The volatility at which Black's formula gives a price, after P. Jaeckel, Let's be rational (Wilmott, January 2015). The time value as an
 * out-of-the-money call without units is b(x, s); a first guess comes from what is known of b at the point of inflection and at both ends, then
 * steps of Householder's third order on 1/ln b where b is small, on b in the middle, and on ln(bmax - b) where it is large. Each step is
 * kept within bounds that hold the root, so it ends for every price that has a volatility.
 */
public final class ImpliedVolatility {

    private static final int STEPS_MAX = 60;
    /** A step of third order this small leaves an error of its fourth power, which a double does not see. */
    private static final double LAST_STEP = 1e-5;

    private static final double ROOT_THREE = Math.sqrt(3);
    private static final double TWO_PI = 2 * Math.PI;

    private ImpliedVolatility() {}

    /** Of a European option with continuous rate and yield; NaN when no volatility gives the price. */
    public static double of(
            OptionRight right, double price, double spot, double strike, double years, double rate, double dividend) {
        return ofForward(
                right, price * Math.exp(rate * years), spot * Math.exp((rate - dividend) * years), strike, years);
    }

    /** Of an undiscounted price on a forward; NaN when no volatility gives it, 0 when it is the intrinsic value. */
    public static double ofForward(OptionRight right, double price, double forward, double strike, double years) {
        if (!(forward > 0 && strike > 0 && years > 0 && price >= 0)) {
            return Double.NaN;
        }
        double timeValue = price - right.intrinsic(forward, strike);
        double scale = Math.sqrt(forward) * Math.sqrt(strike);
        double x = -Math.abs(Math.log(forward / strike));
        double beta = timeValue / scale;
        double most = Math.exp(x / 2);
        // Half a unit in the last place of the price is all that is known of its time value.
        if (beta <= 0) {
            return timeValue < -Math.ulp(price) ? Double.NaN : 0;
        }
        return beta < most ? new Search(x, beta, most).run() / Math.sqrt(years) : Double.NaN;
    }

    /** How many steps it took, for those who measure. */
    static int steps(double x, double beta) {
        Search search = new Search(x, beta, Math.exp(x / 2));
        search.run();
        return search.steps;
    }

    private static final class Search {

        private final double x;
        private final double beta;
        private final double most;
        private double below;
        private double above = Double.POSITIVE_INFINITY;
        private boolean small;
        private boolean large;
        private int steps;

        Search(double x, double beta, double most) {
            this.x = x;
            this.beta = beta;
            this.most = most;
        }

        double run() {
            double s = guess();
            for (steps = 1; steps <= STEPS_MAX; steps++) {
                double b = NormalizedBlack.price(x, s);
                if (b > beta) {
                    above = Math.min(above, s);
                } else if (b < beta) {
                    below = Math.max(below, s);
                } else {
                    return s;
                }
                double step = step(s, b);
                double next = s + step;
                if (Math.abs(step) <= LAST_STEP * s) {
                    return next;
                }
                if (!(next > below && next < above)) {
                    next = above < Double.POSITIVE_INFINITY ? 0.5 * (below + above) : 2 * s;
                }
                s = next;
            }
            return s;
        }

        /** What is known at the inflection and where its tangent meets 0 and the most, joined by cubics. */
        private double guess() {
            double centre = Math.sqrt(-2 * x);
            if (centre < 1e-150) {
                // At the money b = 2 N(s/2) - 1.
                return beta < 1 ? Math.max(2 * Normal.quantile(0.5 + beta / 2), beta * Math.sqrt(TWO_PI)) : 1;
            }
            double middle = NormalizedBlack.price(x, centre);
            double slope = NormalizedBlack.vega(x, centre);
            double low = centre - middle / slope;
            double bLow = NormalizedBlack.price(x, low);
            if (beta < bLow) {
                small = true;
                above = low;
                return lowest(low, bLow);
            }
            double high = centre + (most - middle) / slope;
            double bHigh = NormalizedBlack.price(x, high);
            if (beta > bHigh) {
                large = true;
                below = high;
                return highest(high, bHigh);
            }
            if (beta < middle) {
                below = low;
                above = centre;
                return cubic(bLow, middle, low, centre, 1 / NormalizedBlack.vega(x, low), 1 / slope);
            }
            below = centre;
            above = high;
            return cubic(middle, bHigh, centre, high, 1 / slope, 1 / NormalizedBlack.vega(x, high));
        }

        /** In f = 2 pi |x| / 3^1.5 N(x / (3^0.5 s))^3, which begins in b with slope 1. */
        private double lowest(double low, double bLow) {
            double z = x / (ROOT_THREE * low);
            double tail = Normal.cumulative(z);
            double scale = TWO_PI * -x / (3 * ROOT_THREE);
            double end = scale * tail * tail * tail;
            double bySigma = scale * 3 * tail * tail * Normal.density(z) * -z / low;
            double f = cubic(0, bLow, 0, end, 1, bySigma / NormalizedBlack.vega(x, low));
            double root = Math.cbrt(Math.max(f, 1e-3 * beta) / scale);
            double s = x / (ROOT_THREE * Normal.quantile(Math.min(0.499, root)));
            return s > 0 && s < low ? s : low / 2;
        }

        /** In f = N(-s/2), which ends at 0 where b is the most. */
        private double highest(double high, double bHigh) {
            double start = Normal.cumulative(-high / 2);
            double byPrice = -0.5 * Normal.density(high / 2) / NormalizedBlack.vega(x, high);
            double f = cubic(bHigh, most, start, 0, byPrice, -0.5);
            double s = f > 0 && f < start ? -2 * Normal.quantile(f) : high * 1.5;
            return Double.isFinite(s) ? s : high * 2;
        }

        /** Hermite's cubic between two points with two slopes, at beta. */
        private double cubic(double x0, double x1, double y0, double y1, double slope0, double slope1) {
            double width = x1 - x0;
            double u = (beta - x0) / width;
            double v = 1 - u;
            double value = v * v * (1 + 2 * u) * y0
                    + u * u * (1 + 2 * v) * y1
                    + u * v * v * width * slope0
                    - u * u * v * width * slope1;
            double least = Math.min(y0, y1);
            double largest = Math.max(y0, y1);
            return value > least && value < largest ? value : y0 + u * (y1 - y0);
        }

        private double step(double s, double b) {
            double vega = NormalizedBlack.vega(x, s);
            double h = x / s;
            double second = h * h / s - s / 4;
            double third = second * second - 3 * h * h / (s * s) - 0.25;
            if (small) {
                double logPrice = Math.log(b);
                double logWanted = Math.log(beta);
                double relative = vega / b;
                double newton = (logWanted - logPrice) * logPrice / logWanted / relative;
                double bend = relative * (1 + 2 / logPrice);
                return householder(
                        newton,
                        second - bend,
                        third + 2 * relative * relative * (1 + 3 / logPrice * (1 + 1 / logPrice)) - 3 * second * bend);
            }
            if (large) {
                double relative = vega / (most - b);
                double newton = Math.log((most - b) / (most - beta)) / relative;
                return householder(newton, second + relative, third + relative * (2 * relative + 3 * second));
            }
            return householder((beta - b) / vega, second, third);
        }

        private static double householder(double newton, double second, double third) {
            return newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
        }
    }
}
