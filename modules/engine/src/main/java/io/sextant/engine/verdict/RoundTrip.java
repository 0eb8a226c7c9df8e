package io.sextant.engine.verdict;

import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTrade;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was taken at one row and left at another, in all instruments together: the two legs of a pair are one decision, and what one of them
 * earned is no profit before the other is paid for.
 */
record RoundTrip(int entryRow, int exitRow, double profit) {

    private record Rows(int entry, int exit) {}

    /** In the order of their exits. */
    static List<RoundTrip> of(BacktestRun run) {
        Map<Rows, Double> profits = new LinkedHashMap<>();
        for (BacktestTrade each : run.trades()) {
            Rows rows =
                    new Rows(row(run, each.instrument(), each.entryBar()), row(run, each.instrument(), each.exitBar()));
            profits.merge(rows, each.profit(), Double::sum);
        }
        return profits.entrySet().stream()
                .map(each -> new RoundTrip(each.getKey().entry(), each.getKey().exit(), each.getValue()))
                .toList();
    }

    /** At which row of a run a bar of an instrument opens. */
    static int row(BacktestRun run, int instrument, int bar) {
        return Arrays.binarySearch(
                run.timeNanos(), run.market().bars(instrument).openTimeNanos()[bar]);
    }
}
