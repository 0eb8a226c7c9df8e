package io.sextant.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.marketdata.Feed;
import java.util.NavigableMap;

/** Bars that the engine made equal what happened, or are marked. */
public final class AgainstTruth {

    /** That a trade came too late is known when it came. */
    private static final long NOT_KNOWN_YET_NANOS = 5_000_000_000L;

    private AgainstTruth() {}

    /** How many bars could be compared and how many were marked. */
    public record Tally(long compared, long marked) {

        public Tally plus(Tally other) {
            return new Tally(compared + other.compared, marked + other.marked);
        }
    }

    /** Bars that ended are the venue's unless a marked stretch touches them; none is made up. */
    public static Tally checkBars(
            int instrument, Timeframe timeframe, MarketTruth truth, Feed feed, FeedHealth health, EngineTwin engine) {
        long length = timeframe.nominalNanos();
        NavigableMap<Long, TruthBar> wanted = truth.bars(length);
        NavigableMap<Long, double[]> told = engine.bars(instrument, timeframe);
        Instrument terms = feed.instruments().get(instrument);
        long first = timeframe.nextStart(timeframe.startOf(engine.firstTradeNanos(instrument)));
        long compared = 0;
        long marked = 0;
        for (TruthBar bar : wanted.tailMap(first).values()) {
            if (bar.openNanos() + length + NOT_KNOWN_YET_NANOS > engine.marketNanos()) {
                break;
            }
            if (isMarked(health, terms, bar.openNanos(), length)) {
                marked++;
                continue;
            }
            compared++;
            assertThat(told.get(bar.openNanos()))
                    .as("%s bar of %s at %d", timeframe, terms.id(), bar.openNanos())
                    .isNotNull()
                    .containsExactly(
                            terms.priceOf(bar.open()).toDouble(),
                            terms.priceOf(bar.high()).toDouble(),
                            terms.priceOf(bar.low()).toDouble(),
                            terms.priceOf(bar.close()).toDouble(),
                            terms.quantityOf(bar.lots()).toDouble());
        }
        for (long open : told.keySet()) {
            if (!isMarked(health, terms, open, length)) {
                assertThat(wanted).as("a bar that never was").containsKey(open);
            }
        }
        return new Tally(compared, marked);
    }

    private static boolean isMarked(FeedHealth health, Instrument terms, long openNanos, long length) {
        return health.newestStretches().stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.NOT_TRUSTED)
                .filter(stretch -> stretch.instrument().equals(terms.id()))
                .anyMatch(stretch -> stretch.touches(openNanos, openNanos + length));
    }
}
