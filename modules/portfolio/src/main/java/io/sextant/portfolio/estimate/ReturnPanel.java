package io.sextant.portfolio.estimate;

import io.sextant.portfolio.PortfolioRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Simple returns of several assets over the same periods; NaN where a price of the period's begin or end is not known. A price that is
 * missing inside leaves two returns unknown: a move over two periods is not one of one.
 *
 * @param returns by asset, then by period, oldest first
 */
public record ReturnPanel(List<String> names, double[][] returns) {

    public ReturnPanel {
        names = List.copyOf(names);
        if (names.size() != returns.length || names.isEmpty()) {
            throw new IllegalArgumentException(names.size() + " names and " + returns.length + " columns");
        }
    }

    /** @param prices by asset, then by time; NaN where there is none */
    public static ReturnPanel ofPrices(List<String> names, double[][] prices) {
        double[][] returns = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            double[] p = prices[i];
            for (int t = 0; t < p.length; t++) {
                if (p[t] <= 0 || Double.isInfinite(p[t])) {
                    throw new PortfolioRefusal("Row " + (t + 1) + " of " + names.get(i) + " is " + number(p[t])
                            + ", and only a price above zero has a return.");
                }
            }
            double[] r = new double[Math.max(0, p.length - 1)];
            Arrays.setAll(r, t -> p[t + 1] / p[t] - 1);
            returns[i] = r;
        }
        return new ReturnPanel(names, returns);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    public int assets() {
        return returns.length;
    }

    public int periods() {
        return returns[0].length;
    }

    /** The newest {@code count} periods. */
    public ReturnPanel last(int count) {
        if (count > periods()) {
            throw new PortfolioRefusal(
                    "The last " + count + " returns are wished for, and there are " + periods() + ".");
        }
        double[][] newest = new double[assets()][];
        Arrays.setAll(newest, i -> Arrays.copyOfRange(returns[i], periods() - count, periods()));
        return new ReturnPanel(names, newest);
    }

    /** Only the periods of which every asset's return is known. */
    public ReturnPanel complete() {
        int[] kept = new int[periods()];
        int count = 0;
        for (int t = 0; t < periods(); t++) {
            boolean whole = true;
            for (double[] column : returns) {
                whole &= !Double.isNaN(column[t]);
            }
            if (whole) {
                kept[count++] = t;
            }
        }
        if (count == periods()) {
            return this;
        }
        int size = count;
        double[][] whole = new double[assets()][size];
        for (int i = 0; i < assets(); i++) {
            for (int k = 0; k < size; k++) {
                whole[i][k] = returns[i][kept[k]];
            }
        }
        return new ReturnPanel(names, whole);
    }

    public boolean isComplete() {
        return complete().periods() == periods();
    }

    /** How many returns of an asset are known. */
    public int known(int asset) {
        int known = 0;
        for (double each : returns[asset]) {
            known += Double.isNaN(each) ? 0 : 1;
        }
        return known;
    }

    /** One row for each period. */
    public double[][] rows() {
        double[][] rows = new double[periods()][assets()];
        for (int i = 0; i < assets(); i++) {
            for (int t = 0; t < periods(); t++) {
                rows[t][i] = returns[i][t];
            }
        }
        return rows;
    }
}
