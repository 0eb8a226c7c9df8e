package io.sextant.portfolio.program;

import java.util.Arrays;
import java.util.List;

/** Where a solution may lie: bounds of each variable, and rows over several. */
public record Region(double[] lower, double[] upper, List<LinearRow> rows) {

    public Region {
        rows = List.copyOf(rows);
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(lower.length + " lower bounds and " + upper.length + " upper ones");
        }
        for (LinearRow row : rows) {
            if (row.coefficients().length != lower.length) {
                throw new IllegalArgumentException(row.name() + " does not speak of all variables");
            }
        }
    }

    /** All of the money, in {@code size} assets, each between the same bounds. */
    public static Region fullyInvested(int size, double lower, double upper) {
        double[] from = new double[size];
        double[] to = new double[size];
        double[] ones = new double[size];
        Arrays.fill(from, lower);
        Arrays.fill(to, upper);
        Arrays.fill(ones, 1);
        return new Region(from, to, List.of(LinearRow.equal("all of the money invested", ones, 1)));
    }

    public int size() {
        return lower.length;
    }

    /** How far a point lies outside, as the largest of all breaches; 0 inside. */
    public double breach(double[] x) {
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.max(lower[i] - x[i], x[i] - upper[i]));
        }
        for (LinearRow row : rows) {
            double value = row.of(x);
            worst = Math.max(worst, Math.max(row.lower() - value, value - row.upper()));
        }
        return worst;
    }
}
