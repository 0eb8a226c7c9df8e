package io.sextant.marketdata.intake;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import java.util.HashMap;
import java.util.Map;

/** Where one file of trades ends within a bar and the next one goes on, the two halves become one bar. */
final class TradeSeams {

    private final Map<String, Bar> lastBars = new HashMap<>();

    /** The same bars, the first one joined to the last of the file before where it has the same time. */
    BarSeries joined(String symbol, BarSeries bars) {
        Bar before = lastBars.get(symbol);
        if (before != null && before.openTimeNanos() == bars.firstTimeNanos()) {
            bars.open()[0] = before.open();
            bars.high()[0] = Math.max(bars.high()[0], before.high());
            bars.low()[0] = Math.min(bars.low()[0], before.low());
            bars.volume()[0] += before.volume();
        }
        lastBars.put(symbol, bars.get(bars.size() - 1));
        return bars;
    }
}
