package io.sextant.exchange.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.port.BookChecksum;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.sequence.DepthSequencer.Outcome;
import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.LevelChange;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.marketdata.depth.DepthView;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever order updates and snapshots come in: what is told is the venue's book or none. */
class DepthSequencerProperties {

    private DepthView told = new DepthView(1);
    private DepthSequencer sequencer = sequencer();

    @BeforeTry
    void begin() {
        told = new DepthView(1);
        sequencer = sequencer();
    }

    private DepthSequencer sequencer() {
        LevelSink sink = new LevelSink() {

            @Override
            public void onLevel(Side side, long priceTicks, long lots, long timeNanos) {
                told.onLevel(0, side, priceTicks, lots);
            }

            @Override
            public void onCleared(long timeNanos) {
                told.clear(0);
            }
        };
        return new DepthSequencer(sink, BookChecksum.NONE, 0);
    }

    @Property(tries = 300)
    void tellsTheVenuesBookOrNone(@ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        MarketTruth truth = new MarketTruth(ListedPair.BTC_USDT, seed, 0);
        for (int i = 1; i < 60; i++) {
            truth.step(i);
        }
        List<MarketUpdate> updates = truth.updates();
        for (int i = 0; i < 120; i++) {
            // Mostly forward, sometimes back or far ahead, with a snapshot of any age now and then.
            int at = Math.clamp(i / 2 + (random.nextInt(8) == 0 ? random.nextInt(9) - 4 : 0), 0, updates.size() - 1);
            if (random.nextInt(6) == 0) {
                sequencer.onSnapshot(snapshot(truth.bookAt(updates.get(at).lastId())), i);
            } else {
                sequencer.onDelta(delta(updates.get(at)));
            }
            check(truth);
        }
        sequencer.onSnapshot(snapshot(truth.book()), 0);
        assertThat(sequencer.isTrusted()).isTrue();
        check(truth);
    }

    @Property(tries = 100)
    void noticesAnUpdateThatNeverCame(@ForAll long seed) {
        MarketTruth truth = new MarketTruth(ListedPair.BTC_USDT, seed, 0);
        sequencer.onSnapshot(snapshot(truth.book()), 0);
        MarketUpdate lost = truth.step(1);
        while (lost.changes().isEmpty()) {
            lost = truth.step(1);
        }
        MarketUpdate next = truth.step(2);
        while (next.changes().isEmpty()) {
            next = truth.step(2);
        }
        assertThat(sequencer.onDelta(delta(next))).isEqualTo(Outcome.LOST);
        assertThat(sequencer.whyLost()).contains("never came");
        assertThat(told.levels(0, Side.BUY)).isZero();
    }

    private void check(MarketTruth truth) {
        if (!sequencer.isTrusted()) {
            assertThat(told.levels(0, Side.BUY) + told.levels(0, Side.SELL)).isZero();
            return;
        }
        BookState then = truth.bookAt(sequencer.lastSequence());
        assertThat(levels(Side.BUY)).isEqualTo(new TreeMap<>(then.bids()));
        assertThat(levels(Side.SELL)).isEqualTo(new TreeMap<>(then.asks()));
    }

    private Map<Long, Long> levels(Side side) {
        Map<Long, Long> levels = new TreeMap<>();
        for (int depth = 0; depth < told.levels(0, side); depth++) {
            levels.put(told.priceTicks(0, side, depth), told.lots(0, side, depth));
        }
        return levels;
    }

    private static BookSnapshot snapshot(BookState book) {
        return new BookSnapshot(book.updateId(), levels(book.bids()), levels(book.asks()), 0);
    }

    private static BookDelta delta(MarketUpdate update) {
        return new BookDelta(
                update.firstId(),
                update.lastId(),
                update.timeNanos(),
                levels(update, true),
                levels(update, false),
                BookDelta.NO_CHECKSUM);
    }

    private static BookLevels levels(MarketUpdate update, boolean bid) {
        NavigableMap<Long, Long> last = new TreeMap<>();
        for (LevelChange change : update.changes()) {
            if (change.bid() == bid) {
                last.put(change.ticks(), change.lots());
            }
        }
        return levels(last);
    }

    private static BookLevels levels(NavigableMap<Long, Long> side) {
        return new BookLevels(
                side.keySet().stream().mapToLong(Long::longValue).toArray(),
                side.values().stream().mapToLong(Long::longValue).toArray());
    }
}
