package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.AdjustedBars;
import io.sextant.marketdata.bar.CorporateAction;
import io.sextant.marketdata.bar.CorporateAction.Dividend;
import io.sextant.marketdata.bar.CorporateAction.Split;
import java.util.Comparator;
import java.util.List;

/**
 * Counts all shares as the newest ones. A split changes nobody's wealth, and a factor on all prices before it changes no return, so no
 * strategy can tell from it what is still to come.
 */
final class Splits {

    private Splits() {}

    static BarSeries undone(BarSeries bars, List<CorporateAction> actions) {
        List<CorporateAction> splits =
                actions.stream().filter(each -> each instanceof Split).toList();
        return splits.isEmpty() ? bars : AdjustedBars.of(bars, splits).adjusted();
    }

    /** A dividend was told a share of its day, which later splits made smaller ones of. */
    static List<Dividend> dividends(List<CorporateAction> actions) {
        return actions.stream()
                .filter(each -> each instanceof Dividend)
                .map(each -> (Dividend) each)
                .map(each -> new Dividend(each.exNanos(), each.cash() * factorAfter(each.exNanos(), actions)))
                .sorted(Comparator.comparingLong(Dividend::exNanos))
                .toList();
    }

    private static double factorAfter(long nanos, List<CorporateAction> actions) {
        double factor = 1;
        for (CorporateAction each : actions) {
            if (each instanceof Split(long exNanos, double newShares, double oldShares) && exNanos >= nanos) {
                factor *= oldShares / newShares;
            }
        }
        return factor;
    }
}
