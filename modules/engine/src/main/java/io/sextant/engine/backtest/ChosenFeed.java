package io.sextant.engine.backtest;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;

/** Some of the instruments of a feed, counted anew from 0. */
final class ChosenFeed implements Feed {

    private final Feed whole;
    private final InstrumentCatalog chosen;
    private final int[] place;

    /** @param chosen each is also an instrument of the whole */
    ChosenFeed(Feed whole, InstrumentCatalog chosen) {
        this.whole = whole;
        this.chosen = chosen;
        place = new int[whole.instruments().size()];
        for (int i = 0; i < place.length; i++) {
            InstrumentId id = whole.instruments().get(i).id();
            place[i] = chosen.contains(id) ? chosen.indexOf(id) : -1;
        }
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public InstrumentCatalog instruments() {
        return chosen;
    }

    @Override
    public boolean isReproducible() {
        return whole.isReproducible();
    }

    @Override
    public long nextNanos() {
        return whole.nextNanos();
    }

    @Override
    public void step(MarketSink sink) {
        whole.step(new Passing(sink));
    }

    @Override
    public long latenessNanos() {
        return whole.latenessNanos();
    }

    @Override
    public void save(StateWriter out) {
        whole.save(out);
    }

    @Override
    public void load(StateReader in) {
        whole.load(in);
    }

    @Override
    public void close() {
        whole.close();
    }

    private final class Passing implements MarketSink {

        private final MarketSink to;

        Passing(MarketSink to) {
            this.to = to;
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            if (place[instrument] >= 0) {
                to.onTrade(place[instrument], timeNanos, priceTicks, lots, aggressor);
            }
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            if (place[instrument] >= 0) {
                to.onQuote(place[instrument], timeNanos, bidTicks, bidLots, askTicks, askLots);
            }
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            if (place[instrument] >= 0) {
                to.onLevel(place[instrument], timeNanos, side, priceTicks, lots);
            }
        }

        @Override
        public void onHeadline(Headline headline) {
            to.onHeadline(headline);
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            to.onStatus(status, detail);
        }
    }
}
