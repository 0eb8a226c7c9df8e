package io.sextant.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Believes nothing: keeps its own books from the levels it is told and holds everything else against them. */
final class WatchedMarket implements MarketSink {

    private static final int WIDEST = 2_000;
    private static final long LONGEST_EMPTY_NANOS = 5_000_000_000L;

    private final InstrumentCatalog catalog;
    private final List<SortedMap<Long, Long>> bids = new ArrayList<>();
    private final List<SortedMap<Long, Long>> asks = new ArrayList<>();
    private final long[] trades;
    private final long[] lastTicks;
    private final long[][] spreads;
    private final long[] emptySince;
    private final List<Headline> headlines = new ArrayList<>();
    private long lastNanos;

    WatchedMarket(InstrumentCatalog catalog) {
        this.catalog = catalog;
        int size = catalog.size();
        for (int i = 0; i < size; i++) {
            bids.add(new TreeMap<>());
            asks.add(new TreeMap<>());
        }
        trades = new long[size];
        lastTicks = new long[size];
        spreads = new long[size][WIDEST + 1];
        emptySince = new long[size];
    }

    long trades(int instrument) {
        return trades[instrument];
    }

    long lastTicks(int instrument) {
        return lastTicks[instrument];
    }

    List<Headline> headlines() {
        return headlines;
    }

    SortedMap<Long, Long> levels(int instrument, Side side) {
        return (side == Side.BUY ? bids : asks).get(instrument);
    }

    /** Price levels of the thinner side. */
    int depth(int instrument) {
        return Math.min(bids.get(instrument).size(), asks.get(instrument).size());
    }

    /** The spread in ticks that so large a share of quotes did not exceed. */
    int spreadTicks(int instrument, double share) {
        long total = 0;
        for (long count : spreads[instrument]) {
            total += count;
        }
        long passed = 0;
        for (int ticks = 0; ticks <= WIDEST; ticks++) {
            passed += spreads[instrument][ticks];
            if (passed >= share * total) {
                return ticks;
            }
        }
        return WIDEST;
    }

    void forgetSpreads() {
        for (long[] each : spreads) {
            Arrays.fill(each, 0);
        }
    }

    private void heard(long timeNanos) {
        if (timeNanos < lastNanos) {
            throw new AssertionError("time went back from " + lastNanos + " to " + timeNanos);
        }
        lastNanos = timeNanos;
    }

    private static void must(boolean condition, String what, int instrument, long timeNanos) {
        if (!condition) {
            throw new AssertionError(what + ", instrument " + instrument + " at " + timeNanos);
        }
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        heard(timeNanos);
        boolean isIndex = catalog.get(instrument) instanceof Index;
        must(priceTicks > 0 && (isIndex ? lots == 0 : lots > 0), "a trade of " + lots, instrument, timeNanos);
        trades[instrument]++;
        lastTicks[instrument] = priceTicks;
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        heard(timeNanos);
        must(priceTicks > 0 && lots >= 0, "a level of " + lots + " at " + priceTicks, instrument, timeNanos);
        if (lots == 0) {
            levels(instrument, side).remove(priceTicks);
        } else {
            levels(instrument, side).put(priceTicks, lots);
        }
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        heard(timeNanos);
        SortedMap<Long, Long> bid = bids.get(instrument);
        SortedMap<Long, Long> ask = asks.get(instrument);
        must(bidLots == (bid.isEmpty() ? 0 : bid.get(bid.lastKey())), "bid lots " + bidLots, instrument, timeNanos);
        must(askLots == (ask.isEmpty() ? 0 : ask.get(ask.firstKey())), "ask lots " + askLots, instrument, timeNanos);
        if (bidLots > 0 && askLots > 0) {
            must(bidTicks == bid.lastKey() && askTicks == ask.firstKey(), "a false quote", instrument, timeNanos);
            must(bidTicks < askTicks, "bid " + bidTicks + " meets ask " + askTicks, instrument, timeNanos);
            spreads[instrument][(int) Math.min(WIDEST, askTicks - bidTicks)]++;
            emptySince[instrument] = 0;
        } else if (emptySince[instrument] == 0) {
            emptySince[instrument] = timeNanos;
        } else {
            long empty = timeNanos - emptySince[instrument];
            must(empty < LONGEST_EMPTY_NANOS, "a side empty for " + empty, instrument, timeNanos);
        }
    }

    @Override
    public void onHeadline(Headline headline) {
        heard(headline.timeNanos());
        headlines.add(headline);
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        assertThat(status).isEqualTo(FeedStatus.CONNECTED);
    }
}
