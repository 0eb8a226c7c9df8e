package io.sextant.engine.testing;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.execution.Venue;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.recording.FeedRecorder;
import io.sextant.marketdata.recording.RecordedFeed;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A market to open a session on, new each time: the simulated one, or a recording of it traded on paper. */
public record TestMarket(SessionTerms terms, Feed feed, Venue venue, SimulatedInstruments instruments) {

    private static final long PAPER_LATENCY_NANOS = 20_000_000;

    public static TestMarket simulated(long seed, long startNanos) {
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(seed, startNanos));
        SessionTerms terms = terms(TradingMode.SIMULATED, seed, startNanos, exchange.name(), exchange.instruments());
        return new TestMarket(terms, exchange, exchange, new SimulatedInstruments(startNanos));
    }

    /** {@code startNanos} is where {@link #record} began. */
    public static TestMarket onPaper(Path recording, long startNanos) {
        try {
            RecordedFeed feed = RecordedFeed.open(recording);
            SessionTerms terms = terms(TradingMode.PAPER, 0, startNanos, feed.name(), feed.instruments());
            PaperVenue venue = new PaperVenue(feed.instruments().size(), PAPER_LATENCY_NANOS);
            return new TestMarket(terms, feed, venue, new SimulatedInstruments(startNanos));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trades of the first instrument every quarter of a minute until {@code endNanos}. */
    public static TestMarket steady(long startNanos, long endNanos) {
        SimulatedInstruments instruments = new SimulatedInstruments(startNanos);
        SteadyFeed feed = new SteadyFeed(instruments.catalog(), startNanos, endNanos);
        SessionTerms terms = terms(TradingMode.PAPER, 0, startNanos, feed.name(), feed.instruments());
        PaperVenue venue = new PaperVenue(feed.instruments().size(), PAPER_LATENCY_NANOS);
        return new TestMarket(terms, feed, venue, instruments);
    }

    /** Says and answers what a test tells it to. */
    public static TestMarket scripted(long startNanos, ScriptedVenue venue) {
        SimulatedInstruments instruments = new SimulatedInstruments(startNanos);
        ScriptedFeed feed = new ScriptedFeed(instruments.catalog());
        SessionTerms terms = terms(TradingMode.PAPER, 0, startNanos, feed.name(), feed.instruments());
        return new TestMarket(terms, feed, venue, instruments);
    }

    /** Writes down what the simulated market says from {@code startNanos} to {@code endNanos}. */
    public static void record(Path recording, long seed, long startNanos, long endNanos) throws IOException {
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(seed, startNanos));
        try (FeedRecorder recorder = FeedRecorder.create(recording, exchange.instruments(), exchange.name())) {
            recorder.onStatus(FeedStatus.CONNECTED, "recorded for a test");
            recorder.record(exchange, endNanos);
        }
    }

    private static SessionTerms terms(
            TradingMode mode, long seed, long startNanos, String feed, InstrumentCatalog instruments) {
        return new SessionTerms(
                mode,
                seed,
                startNanos,
                feed,
                Currency.USD,
                List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed in the simulation")),
                List.of(Money.parse("100000", Currency.USD), Money.parse("100000", Currency.USDT)),
                CostBasis.AVERAGE,
                instruments);
    }
}
