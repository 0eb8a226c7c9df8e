package io.sextant.app.session;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.recording.DamagedRecordingException;
import io.sextant.marketdata.recording.RecordedFeed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A recording traded on paper. A desk belongs to the recording's content, not to the file's name. */
record PaperMarket(SessionTerms terms, RecordedFeed feed, PaperVenue venue, long[] firstTicks) implements MarketChoice {

    private static final long LATENCY_NANOS = 20_000_000;
    private static final int NAME_CHARACTERS = 16;

    /** How far to look for a first price of every instrument. */
    private static final int STEPS_FOR_FIRST_PRICES = 1_000_000;

    static PaperMarket open(Path recording, Optional<SessionTerms> journaled) {
        RecordedFeed feed = openFeed(recording);
        SessionTerms terms = journaled.orElseGet(() -> new SessionTerms(
                TradingMode.PAPER,
                0,
                feed.summary().firstNanos(),
                feed.name(),
                Currency.USD,
                RATES,
                STARTING_CASH,
                CostBasis.AVERAGE,
                feed.instruments()));
        return new PaperMarket(
                terms, feed, new PaperVenue(feed.instruments().size(), LATENCY_NANOS), firstTicks(recording));
    }

    static String deskName(Path recording) {
        try (RecordedFeed feed = openFeed(recording)) {
            return feed.summary().contentHash().substring(0, NAME_CHARACTERS);
        }
    }

    @Override
    public long referenceTicks(int instrument) {
        return firstTicks[instrument];
    }

    @Override
    public void prepare(BarArchive archive, Consumer<String> preparing) {
        // A recording has no past of its own.
    }

    @Override
    public void close() {
        feed.close();
        venue.close();
    }

    private static RecordedFeed openFeed(Path recording) {
        try {
            return RecordedFeed.open(recording);
        } catch (DamagedRecordingException e) {
            throw new SessionProblem(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            throw new SessionProblem("The recording " + recording + " cannot be read: " + why + ".", e);
        }
    }

    private static long[] firstTicks(Path recording) {
        try (RecordedFeed feed = openFeed(recording)) {
            FirstPrices first = new FirstPrices(feed.instruments().size());
            for (int i = 0; i < STEPS_FOR_FIRST_PRICES && first.missing > 0; i++) {
                if (feed.nextNanos() == Feed.NOTHING_DUE) {
                    break;
                }
                feed.step(first);
            }
            return first.ticks;
        }
    }

    /** Notes the first trade of every instrument. */
    private static final class FirstPrices implements MarketSink {

        private final long[] ticks;
        private int missing;

        FirstPrices(int instruments) {
            ticks = new long[instruments];
            missing = instruments;
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            if (ticks[instrument] == 0 && priceTicks > 0) {
                ticks[instrument] = priceTicks;
                missing--;
            }
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bid, long bidLots, long ask, long askLots) {}

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {}

        @Override
        public void onHeadline(Headline headline) {}

        @Override
        public void onStatus(FeedStatus status, String detail) {}
    }
}
