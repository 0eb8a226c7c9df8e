package io.sextant.risk.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Simple returns of several assets over the same periods, one column an asset, oldest first. */
public record ReturnTable(List<String> names, double[][] columns) {

    public ReturnTable {
        names = List.copyOf(names);
        if (names.isEmpty() || columns.length != names.size()) {
            throw new IllegalArgumentException("one column an asset, and at least one asset");
        }
        for (double[] column : columns) {
            if (column.length != columns[0].length) {
                throw new IllegalArgumentException("columns of different lengths");
            }
        }
    }

    /**
     * Of prices, where NaN is missing. A row counts when all assets have a price in it; a return leads from one such row to the next,
     * so that what happened over a gap is in it.
     *
     * @throws CannotMeasure with a sentence, when a price is not above zero
     */
    public static ReturnTable ofPrices(List<String> names, double[][] prices) {
        int[] rows = commonRows(names, prices);
        double[][] columns = new double[prices.length][Math.max(0, rows.length - 1)];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < columns[c].length; i++) {
                columns[c][i] = prices[c][rows[i + 1]] / prices[c][rows[i]] - 1;
            }
        }
        return new ReturnTable(names, columns);
    }

    /** The rows in which all have a price. */
    public static int[] commonRows(List<String> names, double[][] prices) {
        List<Integer> rows = new ArrayList<>();
        int count = prices.length == 0 ? 0 : prices[0].length;
        for (int row = 0; row < count; row++) {
            boolean whole = true;
            for (int c = 0; c < prices.length; c++) {
                double price = prices[c][row];
                if (price <= 0 || Double.isInfinite(price)) {
                    throw new CannotMeasure("Row " + (row + 1) + " of " + names.get(c) + " is " + price
                            + ", and from a price that is not above zero no return leads on.");
                }
                whole &= !Double.isNaN(price);
            }
            if (whole) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    public int assets() {
        return columns.length;
    }

    public int periods() {
        return columns[0].length;
    }

    /** Returns of a portfolio whose weights are restored after each period; what they lack to one is cash without interest. */
    public double[] portfolio(double[] weights) {
        if (weights.length != columns.length) {
            throw new IllegalArgumentException(columns.length + " weights are needed, not " + weights.length);
        }
        double[] returns = new double[periods()];
        for (int c = 0; c < columns.length; c++) {
            double weight = weights[c];
            double[] column = columns[c];
            if (weight != 0) {
                for (int i = 0; i < returns.length; i++) {
                    returns[i] += weight * column[i];
                }
            }
        }
        return returns;
    }

    public double[] means() {
        return Arrays.stream(columns).mapToDouble(Moments::mean).toArray();
    }

    /** Of the newest rows. */
    public ReturnTable last(int periods) {
        int from = Math.max(0, periods() - periods);
        double[][] newest = new double[columns.length][];
        Arrays.setAll(newest, c -> Arrays.copyOfRange(columns[c], from, columns[c].length));
        return new ReturnTable(names, newest);
    }

    /** With n - 1 below. */
    public double[][] covariance() {
        int n = periods();
        double[][] centred = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            double mean = Moments.mean(columns[c]);
            centred[c] = Arrays.stream(columns[c]).map(r -> r - mean).toArray();
        }
        double[][] covariance = new double[columns.length][columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += centred[a][i] * centred[b][i];
                }
                covariance[a][b] = sum / (n - 1);
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    /** The covariance of each asset with the portfolio of these returns, n - 1 below, without the whole matrix. */
    double[] covarianceWith(double[] portfolio) {
        double mean = Moments.mean(portfolio);
        double[] covariances = new double[columns.length];
        for (int c = 0; c < columns.length; c++) {
            double own = Moments.mean(columns[c]);
            double sum = 0;
            for (int i = 0; i < portfolio.length; i++) {
                sum += (columns[c][i] - own) * (portfolio[i] - mean);
            }
            covariances[c] = sum / (portfolio.length - 1);
        }
        return covariances;
    }
}
