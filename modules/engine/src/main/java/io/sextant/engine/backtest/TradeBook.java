package io.sextant.engine.backtest;

import io.sextant.engine.strategy.Grid;
import java.util.ArrayList;
import java.util.List;

/** Pairs fills into trades: whatever makes a position smaller ends a trade of that part, at the mean price and the fees of what was taken. */
final class TradeBook {

    private final List<Grid> grids;
    private final long[] lots;
    private final double[] entryWorth;
    private final double[] entryFees;
    private final int[] entryBar;
    private final String[] entryReason;
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final List<BacktestOrder> orders = new ArrayList<>();
    private double fees;

    TradeBook(List<Grid> grids) {
        this.grids = grids;
        int instruments = grids.size();
        lots = new long[instruments];
        entryWorth = new double[instruments];
        entryFees = new double[instruments];
        entryBar = new int[instruments];
        entryReason = new String[instruments];
    }

    void fill(int instrument, int bar, long filledLots, double price, double fee, String reason) {
        Grid grid = grids.get(instrument);
        orders.add(new BacktestOrder(instrument, bar, grid.units(filledLots), price, fee, reason));
        fees += fee;
        long held = lots[instrument];
        boolean opposite = Long.signum(held) == -Long.signum(filledLots);
        long closing = opposite ? Math.min(Math.abs(held), Math.abs(filledLots)) : 0;
        if (closing > 0) {
            close(instrument, bar, closing, price, fee * closing / Math.abs(filledLots), reason);
        }
        long opening = filledLots - Long.signum(filledLots) * closing;
        if (opening != 0) {
            if (lots[instrument] == 0) {
                entryBar[instrument] = bar;
                entryReason[instrument] = reason;
            }
            lots[instrument] += opening;
            entryWorth[instrument] += Math.abs(grid.units(opening)) * price;
            entryFees[instrument] += fee * ((double) opening / filledLots);
        }
    }

    private void close(int instrument, int bar, long closing, double price, double fee, String reason) {
        long held = lots[instrument];
        boolean whole = closing == Math.abs(held);
        double part = (double) closing / Math.abs(held);
        double entry = whole ? entryFees[instrument] : entryFees[instrument] * part;
        Grid grid = grids.get(instrument);
        trades.add(new BacktestTrade(
                instrument,
                grid.units(Long.signum(held) * closing),
                entryBar[instrument],
                bar,
                entryPrice(instrument),
                price,
                entry + fee,
                entryReason[instrument],
                reason));
        lots[instrument] = held - Long.signum(held) * closing;
        entryWorth[instrument] = whole ? 0 : entryWorth[instrument] * (1 - part);
        entryFees[instrument] = whole ? 0 : entryFees[instrument] - entry;
    }

    /** To the digit that it was taken at, where all was taken at one price. */
    private double entryPrice(int instrument) {
        double units = Math.abs(grids.get(instrument).units(lots[instrument]));
        double mean = entryWorth[instrument] / units;
        double near = grids.get(instrument).price(grids.get(instrument).ticks(mean));
        return Math.abs(mean - near) <= 1e-12 * near ? near : mean;
    }

    List<BacktestTrade> trades() {
        return trades;
    }

    List<BacktestOrder> orders() {
        return orders;
    }

    double fees() {
        return fees;
    }
}
