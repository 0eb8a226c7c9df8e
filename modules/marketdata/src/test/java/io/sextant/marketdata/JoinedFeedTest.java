package io.sextant.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several feeds in one time: the earliest first, under indices of their own, and each with a status of its own. */
class JoinedFeedTest {

    private static final class Scripted implements Feed {

        private final InstrumentCatalog instruments;
        private final ArrayDeque<Long> trades = new ArrayDeque<>();
        private final boolean reproducible;
        private final long releasedNanos;

        Scripted(boolean reproducible, long releasedNanos, List<String> symbols, long... tradeNanos) {
            this.reproducible = reproducible;
            this.releasedNanos = releasedNanos;
            instruments = new InstrumentCatalog(symbols.stream()
                    .map(symbol -> new SpotPair(
                            InstrumentId.of(symbol),
                            symbol,
                            Currency.BTC,
                            Currency.USDT,
                            TradingRules.of("0.01", "0.001"),
                            FeeSchedule.FREE))
                    .toList());
            for (long at : tradeNanos) {
                trades.add(at);
            }
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public InstrumentCatalog instruments() {
            return instruments;
        }

        @Override
        public boolean isReproducible() {
            return reproducible;
        }

        @Override
        public long nextNanos() {
            return trades.isEmpty() ? NOTHING_DUE : trades.peek();
        }

        @Override
        public void step(MarketSink sink) {
            long at = trades.remove();
            sink.onStatus(FeedStatus.STALE, "at " + at);
            sink.onTrade(instruments.size() - 1, at, 100, 1, Side.BUY);
        }

        @Override
        public long marketNanosAt(long wallNanos) {
            return releasedNanos;
        }

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {}

        @Override
        public void close() {}
    }

    private static final class Heard implements MarketSink {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            lines.add("trade " + instrument + " at " + timeNanos);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bid, long bidLots, long ask, long askLots) {}

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {}

        @Override
        public void onHeadline(Headline headline) {}

        @Override
        public void onStatus(FeedStatus status, String detail) {
            throw new AssertionError("a status of nobody");
        }

        @Override
        public void onStatus(int venue, FeedStatus status, String detail) {
            lines.add("venue " + venue + " " + detail);
        }
    }

    @Test
    void tellsTheEarliestFirstUnderItsOwnIndexAndVenue() {
        JoinedFeed joined = new JoinedFeed(
                "a+b",
                List.of(
                        new Scripted(false, 90, List.of("X.A", "Y.A"), 10, 30),
                        new Scripted(false, 70, List.of("X.B"), 10, 20)));
        assertThat(joined.instruments().all()).hasSize(3);
        assertThat(joined.marketNanosAt(100))
                .as("as far as the one that is furthest behind")
                .isEqualTo(70);
        Heard heard = new Heard();
        while (joined.nextNanos() != Feed.NOTHING_DUE) {
            joined.step(heard);
        }
        assertThat(heard.lines)
                .containsExactly(
                        "venue 0 at 10",
                        "trade 1 at 10",
                        "venue 1 at 10",
                        "trade 2 at 10",
                        "venue 1 at 20",
                        "trade 2 at 20",
                        "venue 0 at 30",
                        "trade 1 at 30");
    }

    @Test
    void joinsNoRecordingWithALiveMarket() {
        List<Feed> mixed = List.of(new Scripted(true, 0, List.of("X.A")), new Scripted(false, 0, List.of("X.B")));
        assertThatThrownBy(() -> new JoinedFeed("a+b", mixed)).isInstanceOf(IllegalArgumentException.class);
    }
}
