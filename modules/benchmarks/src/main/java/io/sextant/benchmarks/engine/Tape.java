package io.sextant.benchmarks.engine;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;
import java.util.Arrays;

/** What a market said, in columns of primitives, so that saying it again costs next to nothing. */
final class Tape implements MarketSink {

    static final byte TRADE = 1;
    static final byte QUOTE = 2;
    static final byte LEVEL = 3;

    byte[] kinds = new byte[1 << 16];
    int[] instruments = new int[1 << 16];
    long[] times = new long[1 << 16];
    long[][] words = new long[4][1 << 16];
    int size;

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        add(TRADE, instrument, timeNanos, priceTicks, lots, aggressor.sign(), 0);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        add(QUOTE, instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        add(LEVEL, instrument, timeNanos, side.sign(), priceTicks, lots, 0);
    }

    @Override
    public void onHeadline(Headline headline) {}

    @Override
    public void onStatus(FeedStatus status, String detail) {}

    void say(int i, MarketSink sink) {
        switch (kinds[i]) {
            case TRADE -> sink.onTrade(instruments[i], times[i], words[0][i], words[1][i], side(words[2][i]));
            case QUOTE -> sink.onQuote(instruments[i], times[i], words[0][i], words[1][i], words[2][i], words[3][i]);
            default -> sink.onLevel(instruments[i], times[i], side(words[0][i]), words[1][i], words[2][i]);
        }
    }

    private static Side side(long sign) {
        return sign > 0 ? Side.BUY : Side.SELL;
    }

    private void add(byte kind, int instrument, long timeNanos, long a, long b, long c, long d) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            instruments = Arrays.copyOf(instruments, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
            for (int w = 0; w < words.length; w++) {
                words[w] = Arrays.copyOf(words[w], 2 * size);
            }
        }
        kinds[size] = kind;
        instruments[size] = instrument;
        times[size] = timeNanos;
        words[0][size] = a;
        words[1][size] = b;
        words[2][size] = c;
        words[3][size] = d;
        size++;
    }
}
