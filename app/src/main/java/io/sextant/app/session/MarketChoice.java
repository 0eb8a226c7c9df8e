package io.sextant.app.session;

import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.KnownPast;
import io.sextant.execution.Venue;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.Feed;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The market of a session: the simulated one, or a recording or a live venue to trade on paper. The terms of an old session stay. */
sealed interface MarketChoice extends AutoCloseable permits MarketChoice.Simulated, PaperMarket, LiveMarket {

    SessionTerms terms();

    Feed feed();

    Venue venue();

    /** A price to derive limits from; zero where there is none. */
    long referenceTicks(int instrument);

    /** Fills the archive with what happened before; {@code preparing} hears what takes a while. */
    void prepare(BarArchive archive, Consumer<String> preparing);

    /** The engine stands where it left off and knows this: the market may begin. */
    default void begin(KnownPast known, BarArchive archive) {}

    /** What the market's own venue remembers of a name, where it is one with a history. */
    default Optional<BackFill.Past> findPast(String venue) {
        return HistorySource.findVenue(venue, Optional.empty())
                .map(found -> new BackFill.Past(found, instrument -> false));
    }

    /** How a live feed is, empty for a market that needs no network. */
    default Optional<FeedHealth> feedHealth() {
        return Optional.empty();
    }

    @Override
    void close();

    static MarketChoice of(DeskOptions options, Path folder, Optional<SessionTerms> journaled, Clock clock) {
        if (options.live().isPresent()) {
            return LiveMarket.open(options.live().get(), folder, journaled, clock);
        }
        return options.recording().isPresent()
                ? PaperMarket.open(options.recording().get(), journaled)
                : Simulated.open(options, journaled, clock);
    }

    List<ConversionRate> RATES =
            List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed in the simulation"));

    List<Money> STARTING_CASH = List.of(Money.parse("100000", Currency.USD), Money.parse("100000", Currency.USDT));

    /** The exchange in a box. */
    record Simulated(SessionTerms terms, SimulatedExchange exchange, SimulatedInstruments instruments)
            implements MarketChoice {

        private static final long MINUTE_NANOS = 60_000_000_000L;

        static Simulated open(DeskOptions options, Optional<SessionTerms> journaled, Clock clock) {
            long seed = journaled
                    .map(SessionTerms::seed)
                    .orElseGet(() -> options.seed().orElse(clock.nanos() / MINUTE_NANOS));
            long start = journaled
                    .map(SessionTerms::startNanos)
                    .orElseGet(() -> clock.nanos() / MINUTE_NANOS * MINUTE_NANOS);
            options.seed().filter(wanted -> wanted != seed).ifPresent(wanted -> {
                throw new SessionProblem(
                        "This desk was begun with seed " + seed + " and keeps it. For a market with seed " + wanted
                                + " give it a folder of its own with --data DIR.");
            });
            SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(seed, start));
            SessionTerms terms = journaled.orElseGet(() -> new SessionTerms(
                    TradingMode.SIMULATED,
                    seed,
                    start,
                    exchange.name(),
                    Currency.USD,
                    RATES,
                    STARTING_CASH,
                    CostBasis.AVERAGE,
                    exchange.instruments()));
            return new Simulated(terms, exchange, new SimulatedInstruments(start));
        }

        @Override
        public Feed feed() {
            return exchange;
        }

        @Override
        public void prepare(BarArchive archive, Consumer<String> preparing) {
            SimulatedPast.prepare(archive, terms, PastReach.of(System.getenv()), preparing);
        }

        @Override
        public Venue venue() {
            return exchange;
        }

        @Override
        public long referenceTicks(int instrument) {
            return instruments.startTicks(instrument);
        }

        @Override
        public void close() {
            exchange.close();
        }
    }
}
