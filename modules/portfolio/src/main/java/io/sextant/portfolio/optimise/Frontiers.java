package io.sextant.portfolio.optimise;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.program.ActiveSet;
import io.sextant.portfolio.program.CriticalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What lies on the frontier of return and volatility. On a piece of the critical line H b = m - A'v and A b = 0, so that the variance grows
 * by b'Hb = m'b: what is looked for is the root of a line or of a parabola.
 */
final class Frontiers {

    private static final double SLACK = 1e-12;

    private final Market market;
    private final Lift lift;
    private final double[][] matrix;
    private final double[] means;
    private final double costsAlready;
    private final Limits limits;

    Frontiers(Market market, Limits limits) {
        this.market = market;
        this.limits = limits;
        lift = Lift.of(limits);
        matrix = lift.matrix(market.covariance());
        means = lift.netMeans(market.means());
        costsAlready = lift.costsAlready();
    }

    Solution minVolatility() {
        return utility(new double[means.length]);
    }

    Solution maxUtility(double riskAversion) {
        if (!(riskAversion > 0)) {
            throw new PortfolioRefusal("A risk aversion is above zero, not " + riskAversion + ".");
        }
        double[] linear = means.clone();
        for (int i = 0; i < linear.length; i++) {
            linear[i] /= riskAversion;
        }
        return utility(linear);
    }

    private Solution utility(double[] linear) {
        ActiveSet program = new ActiveSet(matrix, lift.region());
        double[] x = program.solve(linear);
        return new Solution(lift.weights(x), program.steps(), program.residual(), notes(program));
    }

    private List<String> notes(ActiveSet program) {
        List<String> notes = new ArrayList<>();
        if (program.wasRaised()) {
            notes.add(
                    "The covariance has not full rank, so that several weights are equally good: these are one choice of them.");
        }
        for (String row : program.bindingRows()) {
            notes.add("What binds: " + row + ".");
        }
        return notes;
    }

    Solution maxSharpe() {
        CriticalLine line = new CriticalLine(matrix, lift.region(), means);
        double riskFree = market.riskFree() + costsAlready;
        double[] found = line.search(piece -> {
            double variance = variance(piece.start());
            double excess = Figures.dot(means, piece.start()) - riskFree;
            double slope = Figures.dot(means, piece.slope());
            // variance - lambda excess falls through 0 where the ratio is best.
            double now = variance - piece.from() * excess;
            double falls = 2 * piece.from() * slope - excess - piece.from() * slope;
            return within(piece, Math.max(0, now) / -falls);
        });
        if (found == null) {
            throw new PortfolioRefusal(new WeightTrouble(
                    WeightTrouble.Code.NOTHING_ABOVE_RISK_FREE,
                    "",
                    market.riskFree(),
                    "No portfolio within the limits is expected to earn more than the risk-free rate of "
                            + percent(market.riskFree())
                            + ", so that none has the best Sharpe ratio: lower that rate, or choose min-volatility."));
        }
        if (!(variance(found) > Figures.NOTHING * largest())) {
            throw new PortfolioRefusal(
                    WeightTrouble.Code.RISKLESS_ABOVE_RISK_FREE,
                    "A portfolio without any risk earns more than the risk-free rate, so that the Sharpe ratio has no largest value: leave out"
                            + " what does not move, or use a covariance that is shrunk where there are fewer returns than assets.");
        }
        return of(line, found);
    }

    private double largest() {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        return largest;
    }

    Solution targetReturn(double expected) {
        CriticalLine line = new CriticalLine(matrix, lift.region(), means);
        double[] most = {Double.NEGATIVE_INFINITY};
        double[] found = line.search(piece -> {
            double now = Figures.dot(means, piece.start()) - costsAlready;
            double slope = Figures.dot(means, piece.slope());
            most[0] = now;
            if (now >= expected) {
                return piece.from();
            }
            return within(piece, (expected - now) / slope);
        });
        if (found == null && expected - most[0] > 1e-9 * Math.max(1, Math.abs(expected))) {
            throw new PortfolioRefusal("A return of " + percent(expected)
                    + " is out of reach: the most that the limits allow is " + percent(most[0]) + ".");
        }
        return of(line, found == null ? line.program().point() : found);
    }

    Solution targetVolatility(double volatility) {
        CriticalLine line = new CriticalLine(matrix, lift.region(), means);
        double[] least = {-1};
        double target = volatility * volatility;
        double[] found = line.search(piece -> {
            double now = variance(piece.start());
            if (least[0] < 0) {
                least[0] = Math.sqrt(now);
            }
            double half = cross(piece.start(), piece.slope());
            double slope = variance(piece.slope());
            if (now >= target) {
                return now <= target * (1 + 1e-9) || piece.from() > 0 ? piece.from() : Double.NaN;
            }
            // now + 2 half d + slope d^2 = target, by the root that does not cancel.
            double room = target - now;
            return within(piece, room / (half + Math.sqrt(Math.max(0, half * half + slope * room))));
        });
        if (least[0] > volatility * (1 + 1e-9)) {
            throw new PortfolioRefusal("A volatility of " + percent(volatility)
                    + " is out of reach: the least that the limits allow is " + percent(least[0]) + ".");
        }
        return of(line, found == null ? line.program().point() : found);
    }

    Solution robust(double radius, double riskAversion, int periodsKnown) {
        if (!(radius >= 0) || !(riskAversion > 0)) {
            throw new PortfolioRefusal("A radius is not negative and a risk aversion above zero.");
        }
        double unsure = unsure(market, radius, periodsKnown);
        CriticalLine line = new CriticalLine(matrix, lift.region(), means);
        double[] found = line.search(piece -> {
            double to = Double.isInfinite(piece.to())
                    ? Math.max(piece.from(), Math.sqrt(variance(piece.start())) / Math.max(unsure, 1e-300))
                            + 1 / riskAversion
                    : piece.to();
            if (balance(piece, to, unsure, riskAversion) < 0) {
                return Double.NaN;
            }
            double low = piece.from();
            double high = to;
            for (int i = 0; i < 200 && low < high; i++) {
                double middle = (low + high) / 2;
                if (middle <= low || middle >= high) {
                    break;
                }
                if (balance(piece, middle, unsure, riskAversion) < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        });
        return of(line, found == null ? line.program().point() : found);
    }

    /** The means of a year are known to within covariance * periods / T: so much of the volatility counts against them. */
    static double unsure(Market market, double radius, int periodsKnown) {
        return radius * Math.sqrt(market.periods() / Math.max(1, periodsKnown));
    }

    /** Of m - unsure H w / sigma - delta H w = 0 with H w = m / lambda: below 0 before the point, above it after. */
    private double balance(CriticalLine.Piece piece, double lambda, double unsure, double riskAversion) {
        double volatility = Math.sqrt(variance(piece.at(lambda)));
        return lambda * (unsure + riskAversion * volatility) - volatility;
    }

    Solution maxDiversification() {
        Hierarchies.requireMovement(market);
        double[] volatilities = new double[market.size()];
        for (int i = 0; i < volatilities.length; i++) {
            volatilities[i] = Math.sqrt(market.covariance()[i][i]);
        }
        Market asked = market.with(volatilities, market.covariance(), 0);
        return new Frontiers(
                        asked, limits.withTrades(limits.current(), limits.turnoverMax(), new double[market.size()]))
                .maxSharpe();
    }

    /** The corners of the frontier, from the least volatile to the one of most return; between two of them weights move along a line. */
    List<double[]> corners() {
        List<double[]> corners = new ArrayList<>();
        for (double[] x : new CriticalLine(matrix, lift.region(), means).corners()) {
            corners.add(lift.weights(x));
        }
        return corners;
    }

    private Solution of(CriticalLine line, double[] x) {
        return new Solution(
                lift.weights(x), line.program().steps(), line.program().residual(), notes(line.program()));
    }

    private static double within(CriticalLine.Piece piece, double along) {
        double room = piece.to() - piece.from();
        if (!(along >= 0) || along > room * (1 + SLACK) || Double.isInfinite(along)) {
            return Double.NaN;
        }
        return piece.from() + Math.min(along, room);
    }

    private double variance(double[] x) {
        return cross(x, x);
    }

    private double cross(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                sum += x[i] * Figures.dot(matrix[i], y);
            }
        }
        return sum;
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.2f%%", 100 * share);
    }
}
