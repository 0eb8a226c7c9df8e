package io.sextant.portfolio.optimise;

import io.sextant.portfolio.program.LinearRow;
import io.sextant.portfolio.program.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What weights may be. They always add up to one.
 *
 * @param rows over several assets: groups, sectors
 * @param current what is held now, for turnover and costs; all 0 where nothing is
 * @param turnoverMax at most so much of the value is bought and sold, both counted; infinite where any may be
 * @param costs of buying or selling each, as a share of what is traded; they lessen the expected return
 * @param grossMax at most so much is held long and short together; infinite where any may be
 * @param heldMax at most so many assets are held
 */
public record Limits(
        double[] lower,
        double[] upper,
        List<LinearRow> rows,
        double[] current,
        double turnoverMax,
        double[] costs,
        double grossMax,
        int heldMax) {

    public Limits {
        rows = List.copyOf(rows);
    }

    public static Limits between(int size, double lower, double upper) {
        double[] from = new double[size];
        double[] to = new double[size];
        Arrays.fill(from, lower);
        Arrays.fill(to, upper);
        return new Limits(
                from,
                to,
                List.of(),
                new double[size],
                Double.POSITIVE_INFINITY,
                new double[size],
                Double.POSITIVE_INFINITY,
                Integer.MAX_VALUE);
    }

    public static Limits longOnly(int size) {
        return between(size, 0, 1);
    }

    public Limits withLower(double[] other) {
        return new Limits(other.clone(), upper, rows, current, turnoverMax, costs, grossMax, heldMax);
    }

    public int size() {
        return lower.length;
    }

    boolean asksForTrades() {
        return Double.isFinite(turnoverMax) || Arrays.stream(costs).anyMatch(c -> c != 0);
    }

    /** What trading from the present weights to these costs, as a share of the value. */
    public double costsOf(double[] weights) {
        double paid = 0;
        for (int i = 0; i < weights.length; i++) {
            paid += costs[i] * Math.abs(weights[i] - current[i]);
        }
        return paid;
    }

    /** Bounds, rows and the budget, without what speaks of trades and of both sides. */
    Region region() {
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        List<LinearRow> all = new ArrayList<>();
        all.add(LinearRow.equal("all of the money invested", ones, 1));
        all.addAll(rows);
        return new Region(lower, upper, all);
    }

    public Limits withBounds(double[] newLower, double[] newUpper) {
        return new Limits(newLower, newUpper, rows, current, turnoverMax, costs, grossMax, heldMax);
    }

    public Limits withRows(List<LinearRow> newRows) {
        return new Limits(lower, upper, newRows, current, turnoverMax, costs, grossMax, heldMax);
    }

    public Limits withTrades(double[] newCurrent, double newTurnoverMax, double[] newCosts) {
        return new Limits(lower, upper, rows, newCurrent, newTurnoverMax, newCosts, grossMax, heldMax);
    }

    public Limits withGrossMax(double newGrossMax) {
        return new Limits(lower, upper, rows, current, turnoverMax, costs, newGrossMax, heldMax);
    }

    public Limits withHeldMax(int newHeldMax) {
        return new Limits(lower, upper, rows, current, turnoverMax, costs, grossMax, newHeldMax);
    }
}
