package io.sextant.simulator;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayList;
import java.util.List;

/** Makes minute bars of trades, as plainly as can be. */
final class MinuteBars implements MarketSink {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final InstrumentCatalog catalog;
    private final List<BarSeriesBuilder> bars = new ArrayList<>();
    private long trades;

    MinuteBars(InstrumentCatalog catalog) {
        this.catalog = catalog;
        for (int i = 0; i < catalog.size(); i++) {
            bars.add(new BarSeriesBuilder());
        }
    }

    BarSeries of(int instrument) {
        return bars.get(instrument).build();
    }

    long trades() {
        return trades;
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        Instrument traded = catalog.get(instrument);
        double price = priceTicks * traded.rules().tick().toDouble();
        double quantity = lots * traded.rules().lot().toDouble();
        BarSeriesBuilder builder = bars.get(instrument);
        long start = timeNanos / MINUTE_NANOS * MINUTE_NANOS;
        if (builder.size() == 0 || builder.lastTimeNanos() != start) {
            builder.add(start, price, price, price, price, quantity);
        } else {
            builder.extendLast(price, quantity);
        }
        trades++;
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {}

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {}

    @Override
    public void onHeadline(Headline headline) {}

    @Override
    public void onStatus(FeedStatus status, String detail) {}
}
