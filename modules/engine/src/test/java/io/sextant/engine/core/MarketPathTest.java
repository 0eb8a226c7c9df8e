package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.engine.testing.CoreSession;
import io.sextant.marketdata.MarketSink;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketPathTest {

    private record Place(int instrument, Side side, long priceTicks) {}

    /** The levels by what was told of them. */
    private final Map<Place, Long> followed = new HashMap<>();

    private final Map<Place, Long> standing = new HashMap<>();

    @Test
    void whoTapsLaterHearsTheBookThatOneKnowsWhoHeardAllOfIt() {
        CoreSession session = CoreSession.begin(3);
        session.core().marketPath().tap(Following::new, this::follow);
        session.run(5_000);
        session.core().marketPath().tap(sink -> sink, (instrument, timeNanos, side, priceTicks, lots) -> {
            assertThat(timeNanos).isEqualTo(session.core().marketNanos());
            assertThat(standing.put(new Place(instrument, side, priceTicks), lots))
                    .isNull();
        });
        assertThat(standing).isNotEmpty().isEqualTo(followed);
    }

    private void follow(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        if (lots == 0) {
            followed.remove(new Place(instrument, side, priceTicks));
        } else {
            followed.put(new Place(instrument, side, priceTicks), lots);
        }
    }

    private final class Following implements MarketSink {

        private final MarketSink sink;

        Following(MarketSink sink) {
            this.sink = sink;
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            sink.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            sink.onQuote(instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            follow(instrument, timeNanos, side, priceTicks, lots);
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
    }
}
