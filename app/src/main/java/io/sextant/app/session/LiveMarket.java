package io.sextant.app.session;

import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.KnownPast;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.trade.LiveTrading;
import io.sextant.execution.Venue;
import io.sextant.execution.outside.JoinedVenues;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.JoinedFeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Live venues, traded on paper or with an account at each. A new desk needs every venue once, for its instruments; an old one opens without
 * a network and waits for them.
 */
record LiveMarket(
        SessionTerms terms,
        List<LiveMember> members,
        Feed feed,
        Venue venue,
        Clock clock,
        Scheduler scheduler,
        ExecutorService blocking,
        FeedLog log)
        implements MarketChoice {

    private static final System.Logger LOG = System.getLogger(LiveMarket.class.getName());
    private static final long CLOSING_SECONDS = 2;
    private static final long LATENCY_NANOS = 20_000_000;

    static LiveMarket open(LiveChoice choice, Path folder, Optional<SessionTerms> journaled, Clock clock) {
        List<LiveChoice> each = choice.each();
        for (int i = 0; i < each.size(); i++) {
            boolean isFirst = i == 0;
            each.get(i).trading().ifPresent(trading -> LiveConsent.require(trading, folder, isFirst));
        }
        FeedLog log = FeedLog.into(folder);
        try {
            List<TradingConnector> accounts = each.stream()
                    .flatMap(one ->
                            one
                                    .trading()
                                    .map(trading -> LiveAccount.connector(one.venue(), one, trading, clock))
                                    .stream())
                    .toList();
            List<VenueConnector> connectors = each.stream()
                    .map(one -> one.venue().connector(one.feedAddresses()))
                    .toList();
            List<List<Listing>> listings = journaled
                    .map(terms -> listings(each, connectors, terms))
                    .orElseGet(() -> askForListings(each, connectors));
            SessionTerms terms =
                    journaled.orElseGet(() -> LiveTerms.of(choice, listings, clock, balances(each, accounts)));
            SystemScheduler scheduler = new SystemScheduler("sextant-feed");
            ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
            List<LiveMember> members = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                members.add(LiveMember.of(
                        each.get(i).venue(), connectors.get(i), listings.get(i), clock, scheduler, blocking));
            }
            Feed feed = members.size() == 1
                    ? members.getFirst().feed()
                    : new JoinedFeed(
                            choice.label(),
                            members.stream().map(LiveMember::feed).toList());
            Venue venue = accounts.isEmpty()
                    ? new PaperVenue(terms.instruments().size(), LATENCY_NANOS)
                    : trading(terms, members, accounts, clock, scheduler, blocking);
            return new LiveMarket(terms, List.copyOf(members), feed, venue, clock, scheduler, blocking, log);
        } catch (RuntimeException | Error e) {
            log.close();
            throw e;
        }
    }

    private static Venue trading(
            SessionTerms terms,
            List<LiveMember> members,
            List<TradingConnector> accounts,
            Clock clock,
            Scheduler scheduler,
            ExecutorService blocking) {
        List<LiveTrading> venues = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < members.size(); i++) {
            venues.add(members.get(i).trading(accounts.get(i), first, terms.startNanos(), clock, scheduler, blocking));
            first += members.get(i).listings().size();
        }
        return venues.size() == 1 ? venues.getFirst() : new JoinedVenues(DeskVenues.of(terms), venues);
    }

    private static List<List<Listing>> listings(
            List<LiveChoice> each, List<VenueConnector> connectors, SessionTerms terms) {
        List<List<Listing>> listings = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            listings.add(LiveMember.listings(connectors.get(i), each.get(i).venue(), each.size() > 1, terms));
        }
        return listings;
    }

    private static List<List<Listing>> askForListings(List<LiveChoice> each, List<VenueConnector> connectors) {
        List<List<Listing>> listings = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            listings.add(askForListings(connectors.get(i), each.get(i)));
        }
        return each.size() == 1
                ? listings
                : LiveMember.sideBySide(each.stream().map(LiveChoice::venue).toList(), listings);
    }

    private static List<List<AccountBalance>> balances(List<LiveChoice> each, List<TradingConnector> accounts) {
        List<List<AccountBalance>> balances = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            balances.add(LiveAccount.balances(each.get(i).venue(), accounts.get(i)));
        }
        return balances;
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

    @Override
    public long referenceTicks(int instrument) {
        int local = instrument;
        int at = 0;
        while (local >= members.get(at).listings().size()) {
            local -= members.get(at).listings().size();
            at++;
        }
        LiveMember member = members.get(at);
        Listing listing = member.listings().get(local);
        try {
            BookSnapshot book = member.connector().book(listing);
            return book.bids().size() == 0 ? 0 : book.bids().ticks()[0];
        } catch (VenueException e) {
            throw new SessionProblem(
                    member.connector().traits().name() + " does not say what " + listing.symbol() + " costs ("
                            + e.getMessage() + "), so no limits can be set. Try again.",
                    e);
        }
    }

    @Override
    public void prepare(BarArchive archive, Consumer<String> preparing) {
        members.forEach(member -> new LivePast(member.bars(), archive, clock).prepare(member.listings(), preparing));
    }

    @Override
    public void begin(KnownPast known, BarArchive archive) {
        members.forEach(member -> {
            member.feed().startAfter(known);
            member.marks().begin(archive);
        });
    }

    /** The desk's own venue shares its limit with the feed, and what it remembers goes where the feed's bars are. */
    @Override
    public Optional<BackFill.Past> findPast(String venue) {
        LiveMember first = members.getFirst();
        return members.size() == 1
                        && venue.equals(terms.feed())
                        && HistorySource.venuesWithHistory().contains(venue)
                ? Optional.of(new BackFill.Past(
                        new HistorySource.Venue(first.connector(), first.bars()), terms.instruments()::contains))
                : MarketChoice.super.findPast(venue);
    }

    /** Of several venues that of the first which is not well. */
    @Override
    public Optional<FeedHealth> feedHealth() {
        List<FeedHealth> each =
                members.stream().map(member -> member.feed().health()).toList();
        return each.stream()
                .filter(one -> one.phase() != FeedHealth.Phase.LIVE)
                .findFirst()
                .or(() -> Optional.of(each.getFirst()));
    }

    @Override
    public void close() {
        feed.close();
        scheduler.close();
        // The archive is closed next, and nobody is interrupted: inside of it that would close its file.
        members.forEach(member -> member.marks().close());
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
