package io.sextant.engine.backtest;

import io.sextant.engine.strategy.SeatBook;

/**
 * What an equity did, in one pass over the closes and without keeping it. The figures are those of {@link BacktestFigures} but for the order in which
 * their sums are rounded: the mean of logarithms of daily returns is that of the last equity over the first.
 */
final class EquityTally {

    /** As {@link io.sextant.analytics.luck.SharpeEvidence} has it: below this share of the largest return nothing moves. */
    private static final double STILL = 1e-13;

    private final double[] closes;
    private final int[] dayEnds;
    private int bar;
    private int day;
    private int trades;
    private double before;
    private double firstDay = Double.NaN;
    private double dayBefore = Double.NaN;
    private double sum;
    private double squares;
    private double daySum;
    private double daySquares;
    private double top;
    private double bottom;
    private double topOfBottom;
    private boolean ruined;

    EquityTally(double[] closes, int[] dayEnds, double cash) {
        this.closes = closes;
        this.dayEnds = dayEnds;
        before = cash;
        top = cash;
        bottom = cash;
        topOfBottom = cash;
    }

    void closed() {
        trades++;
    }

    /** Walks up to a bar, which is not among them, with what the book has held since the last fill. */
    void walk(int until, SeatBook book) {
        if (until <= bar) {
            return;
        }
        double units = book.units(0);
        book.mark(0, 0);
        double cash = book.equity();
        int from = bar;
        int to = units == 0 ? from + 1 : until;
        walk(from, to, cash, units);
        bar = until;
        for (; day < dayEnds.length && dayEnds[day] < until; day++) {
            endDay(cash + units * closes[dayEnds[day]]);
        }
    }

    private void walk(int from, int to, double cash, double units) {
        double last = before;
        double highest = top;
        double lowest = bottom;
        double over = topOfBottom;
        double returns = 0;
        double squared = 0;
        for (int i = from; i < to; i++) {
            double now = cash + units * closes[i];
            double gained = (now - last) / last;
            returns += gained;
            squared += gained * gained;
            last = now;
            if (now > highest) {
                highest = now;
            } else if (now * over < lowest * highest) {
                lowest = now;
                over = highest;
            }
        }
        before = last;
        top = highest;
        bottom = lowest;
        topOfBottom = over;
        sum += returns;
        squares += squared;
    }

    private void endDay(double equity) {
        ruined |= !(equity > 0);
        if (Double.isNaN(firstDay)) {
            firstDay = equity;
        } else {
            double gained = (equity - dayBefore) / dayBefore;
            daySum += gained;
            daySquares += gained * gained;
        }
        dayBefore = equity;
    }

    BacktestOutcome outcome(double cash, double finalEquity, double ofYear) {
        double fall = bottom / topOfBottom - 1;
        int days = dayEnds.length - 1;
        double growth = days < 1 ? 0 : ruined ? Double.NaN : Math.exp(Math.log(dayBefore / firstDay) / days) - 1;
        double annual = Math.pow(1 + growth, ofYear) - 1;
        double volatility = Math.sqrt(Math.max(
                0,
                Math.pow(variance(daySum, daySquares, days) + (1 + growth) * (1 + growth), ofYear)
                        - Math.pow(1 + growth, 2 * ofYear)));
        return new BacktestOutcome(
                trades,
                finalEquity,
                finalEquity / cash - 1,
                volatility == 0 ? Double.NaN : annual / volatility,
                fall == 0 ? Double.NaN : annual / -fall,
                fall,
                sharpeABar());
    }

    private double sharpeABar() {
        int count = closes.length - 1;
        double variance = variance(sum, squares, count);
        return count < 2 || variance <= STILL * STILL * squares ? 0 : sum / count / Math.sqrt(variance);
    }

    private static double variance(double sum, double squares, int count) {
        return count < 2 ? 0 : Math.max(0, (squares - sum * sum / count) / (count - 1));
    }
}
