package io.sextant.engine.hosting;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.engine.core.HostedListener;
import io.sextant.engine.ring.WordRing;
import io.sextant.marketdata.MarketSink;

/** Writes what the loop's thread hears into the rings of those who listen. All of it runs on that thread and makes no object. */
final class HostTap implements HostedListener {

    static final long TRADE = 0;
    static final long QUOTE = 1;
    static final long FILL = 2;
    static final long DONE = 3;
    static final long STEP_END = 4;

    /** A kind with an instrument or an order, and six figures. */
    static final int WIDTH = 8;

    private Hearing[] hearing = {};

    /** Somebody's ring and what he wants to hear of. */
    static final class Hearing {

        final String strategy;
        final WordRing ring;
        private final boolean[] wanted;
        private boolean heardSome;
        private volatile boolean lost;

        Hearing(String strategy, boolean[] wanted, int capacity) {
            this.strategy = strategy;
            this.wanted = wanted;
            ring = new WordRing(capacity, WIDTH);
        }

        /** Whether a report did not fit; from then on nothing more is written. */
        boolean hasLost() {
            return lost;
        }

        void put(long kind, long a, long b, long c, long d, long e, long f, long g) {
            if (!lost) {
                lost = !ring.hasRoom();
                if (!lost) {
                    ring.write(0, kind, a, b, c);
                    ring.write(WIDTH / 2, d, e, f, g);
                    ring.publish();
                }
                heardSome = true;
            }
        }
    }

    /** Only on the loop's thread. */
    void add(Hearing one) {
        Hearing[] more = new Hearing[hearing.length + 1];
        System.arraycopy(hearing, 0, more, 0, hearing.length);
        more[hearing.length] = one;
        hearing = more;
    }

    /** Only on the loop's thread. */
    void remove(Hearing one) {
        int place = -1;
        for (int i = 0; i < hearing.length; i++) {
            place = hearing[i] == one ? i : place;
        }
        if (place >= 0) {
            Hearing[] fewer = new Hearing[hearing.length - 1];
            System.arraycopy(hearing, 0, fewer, 0, place);
            System.arraycopy(hearing, place + 1, fewer, place, fewer.length - place);
            hearing = fewer;
        }
    }

    MarketSink before(MarketSink sink) {
        return new Market(sink);
    }

    @Override
    public void onFill(
            String strategy,
            int instrument,
            long orderId,
            Side side,
            long priceTicks,
            long lots,
            long feeLots,
            long feeUnits,
            long timeNanos) {
        for (Hearing one : hearing) {
            if (one.strategy.equals(strategy)) {
                one.put(FILL, instrument, timeNanos, priceTicks, lots, side.sign() * (1 + feeLots), orderId, feeUnits);
            }
        }
    }

    @Override
    public void onDone(String strategy, long orderId) {
        for (Hearing one : hearing) {
            if (one.strategy.equals(strategy)) {
                one.put(DONE, orderId, 0, 0, 0, 0, 0, 0);
            }
        }
    }

    @Override
    public void onStepEnd(long nowNanos) {
        for (Hearing one : hearing) {
            if (one.heardSome) {
                one.put(STEP_END, nowNanos, 0, 0, 0, 0, 0, 0);
                one.heardSome = false;
            }
        }
    }

    private final class Market implements MarketSink {

        private final MarketSink sink;

        Market(MarketSink sink) {
            this.sink = sink;
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            for (Hearing one : hearing) {
                if (one.wanted[instrument]) {
                    one.put(TRADE, instrument, timeNanos, priceTicks, lots, aggressor.sign(), 0, 0);
                }
            }
            sink.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            for (Hearing one : hearing) {
                if (one.wanted[instrument]) {
                    one.put(QUOTE, instrument, timeNanos, bidTicks, bidLots, askTicks, askLots, 0);
                }
            }
            sink.onQuote(instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            sink.onLevel(instrument, timeNanos, side, priceTicks, lots);
        }

        @Override
        public void onHeadline(Headline headline) {
            sink.onHeadline(headline);
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            sink.onStatus(status, detail);
        }

        @Override
        public void onStatus(int venue, FeedStatus status, String detail) {
            sink.onStatus(venue, status, detail);
        }
    }
}
