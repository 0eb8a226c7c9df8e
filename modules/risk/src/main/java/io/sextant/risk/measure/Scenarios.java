package io.sextant.risk.measure;

import io.sextant.domain.risk.TailRisk;
import java.util.Arrays;

/**
 * What may happen, each scenario as likely as the other: {@code length} rows of returns, the first of them every {@code stride} rows. The
 * portfolio's weights are restored after each row, and what came of one row is at stake in the next; what is lost altogether stays lost.
 */
record Scenarios(ReturnTable table, int length, int stride) {

    int count() {
        return (table.periods() - length) / stride + 1;
    }

    double[] outcomes(double[] weights) {
        return outcomesOf(table.portfolio(weights));
    }

    double[] outcomesOf(double[] portfolio) {
        double[] outcomes = new double[count()];
        for (int s = 0; s < outcomes.length; s++) {
            double value = 1;
            for (int k = 0; k < length && value > 0; k++) {
                value *= 1 + portfolio[s * stride + k];
            }
            outcomes[s] = length == 1 ? portfolio[s * stride] : value - 1;
        }
        return outcomes;
    }

    /**
     * What one more unit of weight in each asset adds to the loss of these scenarios on average, at the value that the portfolio has got to
     * in each row. Times the weights it adds up to the loss exactly.
     */
    private double[] lossOf(int[] scenarios, double[] shares, double[] portfolio) {
        double[] losses = new double[table.assets()];
        for (int s = 0; s < scenarios.length; s++) {
            double value = 1;
            for (int k = 0; k < length && value > 0; k++) {
                int row = scenarios[s] * stride + k;
                for (int c = 0; c < losses.length; c++) {
                    losses[c] -= table.columns()[c][row] * value * shares[s];
                }
                value *= 1 + portfolio[row];
            }
        }
        return losses;
    }

    /**
     * The derivative of the interpolated quantile: what the one or two scenarios do that it lies at.
     *
     * @param around so many scenarios on either side are averaged and scaled to the quantile, because one drawn scenario says little
     */
    double[] marginalVar(double[] portfolio, double[] outcomes, TailRisk tail, int around) {
        Integer[] order = new Integer[outcomes.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(outcomes[a], outcomes[b]));
        int above = 0;
        double quantile = 0 - tail.valueAtRisk();
        while (above < order.length - 1 && outcomes[order[above]] < quantile) {
            above++;
        }
        int below = Math.max(0, above - 1);
        if (around == 0) {
            double lower = outcomes[order[below]];
            double upper = outcomes[order[above]];
            double share = upper > lower ? (quantile - lower) / (upper - lower) : 1;
            return lossOf(new int[] {order[below], order[above]}, new double[] {1 - share, share}, portfolio);
        }
        int from = Math.max(0, above - around);
        int to = Math.min(order.length, above + around + 1);
        int[] near = new int[to - from];
        Arrays.setAll(near, i -> order[from + i]);
        double[] shares = new double[near.length];
        Arrays.fill(shares, 1.0 / near.length);
        double[] marginal = lossOf(near, shares, portfolio);
        double mean = Arrays.stream(near).mapToDouble(s -> -outcomes[s]).sum() / near.length;
        return mean == 0
                ? marginal
                : Arrays.stream(marginal)
                        .map(m -> m * tail.valueAtRisk() / mean)
                        .toArray();
    }

    /** The mean loss of what is at or below the quantile, by asset. */
    double[] marginalShortfall(double[] portfolio, double[] outcomes, TailRisk tail) {
        double quantile = 0 - tail.valueAtRisk();
        int[] worst = new int[outcomes.length];
        int count = 0;
        for (int s = 0; s < outcomes.length; s++) {
            if (outcomes[s] <= quantile) {
                worst[count++] = s;
            }
        }
        double[] shares = new double[count];
        Arrays.fill(shares, 1.0 / count);
        return lossOf(Arrays.copyOf(worst, count), shares, portfolio);
    }
}
