package io.sextant.portfolio.optimise;

import io.sextant.portfolio.program.LinearRow;
import io.sextant.portfolio.program.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights as sums of parts, so that turnover, costs and gross exposure are linear: what lies below nought and the present weight, between
 * them, and above. Each |w| and |w - current| has one slope on each part. Where nothing asks for that there is one part, the weight.
 */
final class Lift {

    private static final int PLAIN = 0;

    private record Part(int asset, double sign, double lower, double upper, double gross, double traded) {}

    private final Limits limits;
    private final List<Part> parts = new ArrayList<>();
    private double tradedAlready;
    private final boolean trades;

    private Lift(Limits limits) {
        this.limits = limits;
        trades = limits.asksForTrades();
        boolean gross = Double.isFinite(limits.grossMax());
        for (int i = 0; i < limits.size(); i++) {
            double low = limits.lower()[i];
            double high = limits.upper()[i];
            if ((!trades && !gross) || low > high) {
                parts.add(new Part(i, 1, low, high, PLAIN, PLAIN));
            } else {
                split(i, low, high, trades ? limits.current()[i] : 0);
            }
        }
    }

    static Lift of(Limits limits) {
        return new Lift(limits);
    }

    private void split(int i, double low, double high, double current) {
        double from = Math.min(0, current);
        double to = Math.max(0, current);
        double side = Math.signum(current);
        if (current != 0) {
            parts.add(new Part(i, 1, Math.clamp(low, from, to), Math.clamp(high, from, to), side, -side));
            tradedAlready += Math.abs(current);
        }
        if (high > to) {
            parts.add(new Part(i, 1, Math.max(0, low - to), high - to, 1, 1));
        }
        if (low < from) {
            parts.add(new Part(i, -1, Math.max(0, from - high), from - low, 1, 1));
        }
        if (current == 0 && !(high > to) && !(low < from)) {
            parts.add(new Part(i, 1, 0, 0, 0, 0));
        }
    }

    Region region() {
        double[] lower = new double[parts.size()];
        double[] upper = new double[parts.size()];
        for (int k = 0; k < parts.size(); k++) {
            lower[k] = parts.get(k).lower();
            upper[k] = parts.get(k).upper();
        }
        List<LinearRow> rows = new ArrayList<>();
        for (LinearRow row : limits.region().rows()) {
            rows.add(new LinearRow(row.name(), linear(row.coefficients()), row.lower(), row.upper()));
        }
        if (Double.isFinite(limits.turnoverMax())) {
            rows.add(new LinearRow(
                    "a turnover of at most " + percent(limits.turnoverMax()),
                    slopes(false),
                    Double.NEGATIVE_INFINITY,
                    limits.turnoverMax() - tradedAlready));
        }
        if (Double.isFinite(limits.grossMax())) {
            rows.add(new LinearRow(
                    "long and short together of at most " + percent(limits.grossMax()),
                    slopes(true),
                    Double.NEGATIVE_INFINITY,
                    limits.grossMax()));
        }
        return new Region(lower, upper, rows);
    }

    private static String percent(double share) {
        return Math.round(share * 10_000) / 100.0 + "%";
    }

    private double[] slopes(boolean gross) {
        double[] slopes = new double[parts.size()];
        Arrays.setAll(slopes, k -> gross ? parts.get(k).gross() : parts.get(k).traded());
        return slopes;
    }

    /** A sum over weights as one over parts. */
    double[] linear(double[] ofWeights) {
        double[] linear = new double[parts.size()];
        Arrays.setAll(linear, k -> parts.get(k).sign() * ofWeights[parts.get(k).asset()]);
        return linear;
    }

    /** The expected return as a sum over parts, without {@link #costsAlready}. */
    double[] netMeans(double[] means) {
        double[] net = linear(means);
        for (int k = 0; trades && k < net.length; k++) {
            net[k] -= limits.costs()[parts.get(k).asset()] * parts.get(k).traded();
        }
        return net;
    }

    /** What selling all that is held would cost: the parts hold what of it is not sold. */
    double costsAlready() {
        double costs = 0;
        for (int i = 0; trades && i < limits.size(); i++) {
            costs += limits.costs()[i] * Math.abs(limits.current()[i]);
        }
        return costs;
    }

    double[][] matrix(double[][] covariance) {
        if (parts.size() == limits.size() && !trades && !Double.isFinite(limits.grossMax())) {
            return covariance;
        }
        int n = parts.size();
        double[][] matrix = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                Part one = parts.get(a);
                Part other = parts.get(b);
                matrix[a][b] = one.sign() * other.sign() * covariance[one.asset()][other.asset()];
            }
        }
        return matrix;
    }

    double[] weights(double[] x) {
        double[] weights = new double[limits.size()];
        for (int k = 0; k < x.length; k++) {
            weights[parts.get(k).asset()] += parts.get(k).sign() * x[k];
        }
        return weights;
    }
}
