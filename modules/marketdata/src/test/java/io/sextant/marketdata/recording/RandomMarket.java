package io.sextant.marketdata.recording;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.Listed;
import io.sextant.marketdata.MarketSink;
import java.util.List;

/** Says the same random things to any number of listeners. */
final class RandomMarket {

    static final long START = 1_795_000_000_000_000_000L;

    private final SeededRandom random;
    private long now = START;

    RandomMarket(long seed) {
        random = new SeededRandom(seed);
    }

    void say(int events, MarketSink... sinks) {
        for (int i = 0; i < events; i++) {
            now += random.nextInt(3) == 0 ? 0 : random.nextLong(1L << random.nextInt(40));
            int instrument = random.nextInt(Listed.ALL.size());
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long ticks = 5_000 + random.nextLong(200);
            long lots = random.nextInt(5) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 50));
            int kind = random.nextInt(200);
            for (MarketSink sink : sinks) {
                say(sink, kind, instrument, side, ticks, lots);
            }
        }
    }

    private void say(MarketSink sink, int kind, int instrument, Side side, long ticks, long lots) {
        if (kind < 60) {
            sink.onTrade(instrument, now, ticks, lots, side);
        } else if (kind < 100) {
            sink.onQuote(instrument, now, ticks, lots, ticks + kind - 60, lots / 2);
        } else if (kind < 196) {
            sink.onLevel(instrument, now, side, ticks * (kind == 195 ? -1_000_000_007L : 1), lots);
        } else if (kind < 198) {
            sink.onHeadline(new Headline(
                    now,
                    List.of(InstrumentId.of("ACME")),
                    "news.template",
                    List.of("Acme", "é — 日本"),
                    "x".repeat(lots % 40 == 1 ? 90_000 : 30),
                    "wire"));
        } else {
            sink.onStatus(kind == 198 ? FeedStatus.STALE : FeedStatus.CONNECTED, "detail " + ticks);
        }
    }
}
