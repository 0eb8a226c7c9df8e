package io.sextant.engine.verdict;

import io.sextant.engine.backtest.BacktestRun;

/** A run over bars with everything that was wished in it. */
public record Passage(BacktestRun run, Signals signals) {

    /** From close to close, one fewer than bars; once all is lost nothing is earned or lost any more. */
    double[] returns() {
        return returns(run);
    }

    static double[] returns(BacktestRun run) {
        double[] equity = run.equity();
        double[] returns = new double[Math.max(0, equity.length - 1)];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = equity[t] > 0 ? Math.max(-1, equity[t + 1] / equity[t] - 1) : 0;
        }
        return returns;
    }

    double returnShare() {
        double[] equity = run.equity();
        return equity.length == 0 ? 0 : equity[equity.length - 1] / equity[0] - 1;
    }
}
