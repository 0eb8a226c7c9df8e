package io.sextant.app.session;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.KnownPast;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.trade.LiveTrading;
import io.sextant.exchange.trade.TradingSettings;
import io.sextant.execution.Venue;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.BarArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A live venue, traded on paper or with an account there. A new desk needs the venue once, for its instruments; an old one opens without a network and
 * waits for the venue.
 */
record LiveMarket(
        SessionTerms terms,
        VenueConnector connector,
        List<Listing> listings,
        LiveFeed feed,
        BarRequests bars,
        MarkRounds marks,
        Venue venue,
        Clock clock,
        Scheduler scheduler,
        ExecutorService blocking,
        FeedLog log)
        implements MarketChoice {

    private static final System.Logger LOG = System.getLogger(LiveMarket.class.getName());
    private static final long CLOSING_SECONDS = 2;
    private static final long LATENCY_NANOS = 20_000_000;
    private static final String STARTING_CASH_A_CURRENCY = "100000";
    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    static LiveMarket open(LiveChoice choice, Path folder, Optional<SessionTerms> journaled, Clock clock) {
        choice.trading().ifPresent(trading -> LiveConsent.require(trading, folder));
        FeedLog log = FeedLog.into(folder);
        try {
            Optional<TradingConnector> account =
                    choice.trading().map(trading -> LiveAccount.connector(choice.venue(), choice, trading, clock));
            VenueConnector connector = choice.venue().connector(choice.feedAddresses());
            List<Listing> listings = journaled
                    .map(terms -> listings(connector, terms))
                    .orElseGet(() -> askForListings(connector, choice));
            SessionTerms terms = journaled.orElseGet(() ->
                    terms(choice, listings, clock, account.map(one -> LiveAccount.balances(choice.venue(), one))));
            SystemScheduler scheduler = new SystemScheduler("sextant-feed");
            ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
            WeightLimiter limiter =
                    new WeightLimiter(connector.traits().budget().weightAMinute());
            LiveFeed feed = new LiveFeed(
                    connector,
                    limiter,
                    listings,
                    LiveSettings.USUAL,
                    clock,
                    scheduler,
                    blocking,
                    new SeededRandom(clock.nanos()));
            BarRequests bars = new BarRequests(connector, limiter, clock, Pause.PARK);
            MarkRounds marks = new MarkRounds(bars, listings, feed, clock, scheduler, blocking);
            Venue venue = account.<Venue>map(one -> new LiveTrading(
                            one,
                            limiter,
                            listings,
                            terms.startNanos(),
                            TradingSettings.USUAL,
                            clock,
                            scheduler,
                            blocking,
                            new SeededRandom(clock.nanos())))
                    .orElseGet(() -> new PaperVenue(listings.size(), LATENCY_NANOS));
            return new LiveMarket(
                    terms, connector, listings, feed, bars, marks, venue, clock, scheduler, blocking, log);
        } catch (RuntimeException | Error e) {
            log.close();
            throw e;
        }
    }

    private static List<Listing> listings(VenueConnector connector, SessionTerms terms) {
        return terms.instruments().all().stream()
                .map(instrument -> new Listing(instrument, connector.symbolOf(instrument.id())))
                .toList();
    }

    static List<Listing> askForListings(VenueConnector connector, LiveChoice choice) {
        try {
            return connector.listings(choice.symbols());
        } catch (VenueException e) {
            if (e.kind() == VenueException.Kind.REFUSED) {
                throw new SessionProblem(
                        "A desk on " + choice.venue().label() + " cannot be opened: " + e.getMessage() + ".", e);
            }
            throw new SessionProblem(
                    choice.venue().label() + " is not reachable (" + e.getMessage()
                            + "), and a new desk needs its list of instruments once. Nothing was created; try again with"
                            + " a network, or open the simulated market with sextant run.",
                    e);
        }
    }

    /** Pairs quoted in dollars are counted in dollars, a stable coin as one; others only when all are quoted alike. */
    private static SessionTerms terms(
            LiveChoice choice, List<Listing> listings, Clock clock, Optional<List<AccountBalance>> held) {
        List<Currency> quotes = listings.stream()
                .map(listing -> listing.instrument().quote())
                .distinct()
                .toList();
        boolean inDollars = quotes.stream().allMatch(quote -> DOLLARS.contains(quote.code()));
        if (!inDollars && quotes.size() > 1) {
            throw new SessionProblem("A desk counts in one currency, and these symbols are quoted in " + quotes
                    + ". Give each currency a desk of its own, or choose pairs in USD, USDT or USDC.");
        }
        Currency reporting = quotes.stream()
                .filter(quote -> !inDollars || quote.code().equals("USD"))
                .findFirst()
                .orElse(Currency.USD);
        List<ConversionRate> rates = new ArrayList<>();
        List<Money> cash = new ArrayList<>();
        for (Currency quote : quotes) {
            cash.add(held.map(balances -> LiveAccount.cash(balances, quote))
                    .orElseGet(() -> Money.parse(STARTING_CASH_A_CURRENCY, quote)));
            if (!quote.equals(reporting)) {
                rates.add(new ConversionRate(quote, reporting, Price.of(1, 0), "assumed to be worth one dollar"));
            }
        }
        List<Instrument> instruments =
                listings.stream().map(Listing::instrument).toList();
        return new SessionTerms(
                choice.mode(),
                0,
                clock.nanos(),
                choice.venue().label(),
                reporting,
                rates,
                cash,
                CostBasis.AVERAGE,
                new InstrumentCatalog(instruments));
    }

    @Override
    public long referenceTicks(int instrument) {
        try {
            BookSnapshot book = connector.book(listings.get(instrument));
            return book.bids().size() == 0 ? 0 : book.bids().ticks()[0];
        } catch (VenueException e) {
            throw new SessionProblem(
                    connector.traits().name() + " does not say what "
                            + listings.get(instrument).symbol() + " costs (" + e.getMessage()
                            + "), so no limits can be set. Try again.",
                    e);
        }
    }

    @Override
    public void prepare(BarArchive archive, Consumer<String> preparing) {
        new LivePast(bars, archive, clock).prepare(listings, preparing);
    }

    @Override
    public void begin(KnownPast known, BarArchive archive) {
        feed.startAfter(known);
        marks.begin(archive);
    }

    /** The desk's own venue shares its limit with the feed, and what it remembers goes where the feed's bars are. */
    @Override
    public Optional<BackFill.Past> findPast(String venue) {
        return venue.equals(terms.feed()) && HistorySource.venuesWithHistory().contains(venue)
                ? Optional.of(
                        new BackFill.Past(new HistorySource.Venue(connector, bars), terms.instruments()::contains))
                : MarketChoice.super.findPast(venue);
    }

    @Override
    public Optional<FeedHealth> feedHealth() {
        return Optional.of(feed.health());
    }

    @Override
    public void close() {
        feed.close();
        scheduler.close();
        // The archive is closed next, and nobody is interrupted: inside of it that would close its file.
        marks.close();
        venue.close();
        blocking.shutdown();
        try {
            if (!blocking.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "an answer of " + terms.feed() + " is not waited for");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }
}
