package io.sextant.app.crash;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.engine.LocalEngine;
import io.sextant.engine.recovery.Recovery;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.KnownPast;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.store.journal.FileJournal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An engine that follows a venue until it is killed. Lines on standard output: {@code TIME nanos} of the market as recovered,
 * {@code RECORDS n} in the journal as found, {@code BAR symbol open o h l c v} for each second that was complete then,
 * {@code NOTTRUSTED symbol from to} as soon as it is known, {@code READY} when books are there, then {@code DURABLE n} and
 * {@code BOOK symbol levels} again and again.
 */
final class FollowingChild {

    private static final List<InstrumentId> WANTED = List.of(InstrumentId.of("BTC-USDT"), InstrumentId.of("ETH-USDT"));
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** What is marked again after a kill is twice as long, so that a machine that stands still for almost half a second loses no mark. */
    private static final long PATIENCE_NANOS = SECOND_NANOS / 2;

    private static final int SEEN_BARS = 4_096;

    private final LocalEngine engine;
    private final LiveFeed feed;
    private final PrintStream out = System.out;
    private final Set<Stretch> told = new HashSet<>();

    private FollowingChild(LocalEngine engine, LiveFeed feed) {
        this.engine = engine;
        this.feed = feed;
    }

    /** Arguments: data folder, where the venue answers, where it streams. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        SystemClock clock = new SystemClock();
        VenueConnector venue = LiveVenue.BINANCE.connector(Optional.of(new VenueAddresses(args[1], args[2])));
        FileJournal journal = BareEngine.journal(folder, clock);
        Optional<SessionTerms> known = Recovery.findTerms(journal);
        SessionTerms terms = known.isPresent() ? known.get() : terms(venue.listings(WANTED), clock.nanos());
        LiveFeed feed = new LiveFeed(
                venue,
                terms.instruments().all().stream()
                        .map(one -> new Listing(one, venue.symbolOf(one.id())))
                        .toList(),
                settings(),
                clock,
                new SystemScheduler("feed"),
                Executors.newVirtualThreadPerTaskExecutor(),
                new SeededRandom(clock.nanos()));
        System.out.println("RECORDS " + journal.lastPosition());
        LocalEngine engine = LocalEngine.open(
                BareEngine.parts(terms, feed, new PaperVenue(WANTED.size(), 0), journal, folder, clock));
        FollowingChild child = new FollowingChild(engine, feed);
        child.tellWhatWasKept();
        child.follow();
    }

    private static LiveSettings settings() {
        LiveSettings usual = LiveSettings.USUAL;
        return new LiveSettings(
                usual.staleNanos(),
                usual.lostNanos(),
                usual.connectNanos(),
                PATIENCE_NANOS,
                usual.holdBackNanos(),
                usual.latenessNanos(),
                SECOND_NANOS / 10,
                SECOND_NANOS,
                usual.pollNanos(),
                usual.streamRetryNanos(),
                usual.streamFailuresBeforePolling(),
                usual.greatestLeadNanos());
    }

    private static SessionTerms terms(List<Listing> listings, long nowNanos) {
        List<Instrument> instruments =
                listings.stream().map(Listing::instrument).toList();
        Currency quote = instruments.getFirst().quote();
        return new SessionTerms(
                TradingMode.PAPER,
                0,
                nowNanos,
                "binance",
                Currency.USD,
                List.of(new ConversionRate(quote, Currency.USD, Price.of(1, 0), "assumed to be worth one dollar")),
                List.of(Money.parse("100000", quote)),
                CostBasis.AVERAGE,
                new InstrumentCatalog(instruments));
    }

    private void tellWhatWasKept() throws Exception {
        DeskState desk = get(new Query.Desk());
        out.println("TIME " + desk.marketNanos());
        for (InstrumentId id : WANTED) {
            BarSeries seconds = get(new Query.Bars(id, Timeframe.S1, Long.MAX_VALUE, SEEN_BARS));
            for (int i = 0; i < seconds.size(); i++) {
                Bar bar = seconds.get(i);
                out.println("BAR " + id + " " + bar.openTimeNanos() + " " + bar.open() + " " + bar.high() + " "
                        + bar.low() + " " + bar.close() + " " + bar.volume());
            }
        }
        feed.startAfter(KnownPast.of(desk.marketNanos(), markets()));
        tellMarks();
    }

    private List<MarketState> markets() throws Exception {
        List<MarketState> markets = new ArrayList<>();
        for (InstrumentId id : WANTED) {
            markets.add(get(new Query.Market(id)));
        }
        return markets;
    }

    private void follow() throws Exception {
        boolean ready = false;
        while (true) {
            tellMarks();
            FeedHealth health = feed.health();
            boolean whole = health.phase() == FeedHealth.Phase.LIVE
                    && health.instruments().stream().allMatch(one -> one.bookTrusted() && one.tradesWhole());
            for (InstrumentId id : WANTED) {
                MarketState market = get(new Query.Market(id));
                out.println("BOOK " + id + " " + levels(market.depth().bids()) + " "
                        + levels(market.depth().asks()));
                whole = whole && !market.depth().bids().isEmpty();
            }
            out.println("DURABLE " + get(new Query.Desk()).health().journalDurablePosition());
            if (whole && !ready) {
                ready = true;
                out.println("READY");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String levels(List<DepthLevel> side) {
        return side.stream()
                .map(level -> level.price() + "@" + level.quantity())
                .collect(Collectors.joining(","));
    }

    private void tellMarks() {
        for (Stretch stretch : feed.health().newestStretches()) {
            if (stretch.kind() == Stretch.Kind.NOT_TRUSTED && told.add(stretch)) {
                out.println("NOTTRUSTED " + stretch.instrument() + " " + stretch.fromNanos() + " " + stretch.toNanos());
            }
        }
    }

    private <R> R get(Query<R> query) throws Exception {
        return engine.ask(query).toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
