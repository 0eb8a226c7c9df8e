package io.sextant.engine.core;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateHash;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.session.SessionTerms;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.GateTerms;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.outside.OutsideVenue;
import io.sextant.execution.outside.VenueReport;
import io.sextant.execution.outside.VenueSink;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a session and the only code that changes it. It is moved by steps (of the feed, the venue, or its own
 * timer) and by commands; the same ones in the same order give the same state, live or replayed. Not thread-safe.
 */
public final class TradingCore {

    /** Changes whenever a state is written in another way, in any room that has a part in it. */
    private static final long LAYOUT = 10;

    private final InstrumentCatalog instruments;
    private final Feed feed;
    private final Venue venue;
    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final SessionBars bars;
    private final MarketBoard market;
    private final MarketPath marketPath;
    private final WorkingOrders orders;
    private final OrderBooking booking;
    private final RiskGate gate;
    private final HostedDesk hosted;
    private final DeskSwitches switches = new DeskSwitches();
    private final AccountMarks marks;
    private final CommandDesk desk;
    private final ReduceOnlyKeeper reducing;
    private final ParentBook parents;
    private final GateWatch watch;
    private final CoreTimers timers;
    private final DeskViews views;
    private final AnswerMemory answers = new AnswerMemory();
    private final @Nullable DeskBooks books;
    private final CoreParts parts;
    private boolean stepIsOpen;

    public TradingCore(
            SessionTerms terms, Feed feed, Venue venue, List<Strategy> strategies, CompletedBars.Sink barSink) {
        this.feed = feed;
        this.venue = venue;
        instruments = terms.instruments();
        time = new CoreTime(terms.startNanos());
        facts = new FactOutlet(feed.name());
        ledger = new Ledger(terms);
        bars = new SessionBars(instruments, time, barSink);
        market = new MarketBoard(terms, time, facts, ledger, bars.aggregator(), strategies);
        marketPath = new MarketPath(market);
        ParentHands hands = new ParentHands(instruments, time, facts, ledger, bars.aggregator(), market);
        parents = new ParentBook(instruments, terms.seed(), hands);
        gate = new RiskGate(new GateTerms(
                instruments,
                terms.reportingCurrency(),
                venue.name(),
                strategies.stream().map(Strategy::name).toList()));
        booking = new OrderBooking(instruments, time, facts, ledger, market, parents, gate, venue);
        orders = new WorkingOrders(instruments.size(), RiskGate.MAX_WORKING_ORDERS, booking);
        Reconciliation reconciliation = venue instanceof Reconciliation asked ? asked : Reconciliation.NOT_NEEDED;
        hosted = new HostedDesk(terms, time, facts, ledger, market, gate, orders, parents, switches, reconciliation);
        DeskGateView view =
                new DeskGateView(instruments, market, ledger, orders, gate.buyingPower(), reconciliation, switches);
        GateDesk gates = new GateDesk(time, facts, gate, switches);
        marks = new AccountMarks(time, facts, ledger, switches);
        desk = new CommandDesk(
                instruments,
                time,
                facts,
                gate,
                view,
                orders,
                venue,
                switches,
                market,
                parents,
                new ParentOrders(instruments, parents, hands, ledger, market, switches),
                gates,
                !feed.isReproducible());
        watch = new GateWatch(instruments, time, facts, gate, gates, market, ledger, orders, booking, reconciliation);
        reducing = new ReduceOnlyKeeper(instruments.size(), time, orders, ledger, gate, view, venue, desk, booking);
        GateViews gateViews = new GateViews(instruments, gate, view, orders, ledger);
        views = new DeskViews(
                terms, market, ledger, bars.aggregator(), orders, gate, switches, desk, parents, gateViews);
        WaitingOrders waiting = new WaitingOrders(time, orders, ledger, gate, view, venue, parents);
        hands.connect(orders, gate, view, desk, waiting);
        market.connect(
                venue instanceof MarketSink watching ? watching : null,
                waiting,
                parents,
                StrategyDesk.all(strategies.size(), time, gate, view, orders, venue, ledger, switches, desk, parents));
        venue.connect(orders);
        hosted.connect(desk, booking);
        books = venue instanceof OutsideVenue outside
                ? new DeskBooks(outside, market.venues(), instruments, time, facts, ledger, orders, booking, switches)
                : null;
        if (books != null) {
            books.connect((OutsideVenue) venue, desk, view, this::onVenueReport);
        }
        timers = new CoreTimers(orders, desk, parents, marks, watch);
        parts = decisiveParts();
    }

    public void listen(FactSink sink) {
        facts.connect(sink);
    }

    public MarketPath marketPath() {
        return marketPath;
    }

    public MarketSink marketSink() {
        return market;
    }

    /** Whether the venue's books agree with ours. */
    public Reconciliation reconciliation() {
        return books == null ? Reconciliation.NOT_NEEDED : books;
    }

    /** Acts on a report of a venue outside this process, heard now or read in the journal. */
    public void onVenueReport(VenueReport report) {
        if (books == null) {
            throw new IllegalStateException("the venue of this desk is inside of it and reports nothing");
        }
        books.onReport(report);
        reducing.look();
    }

    /** From here on reports go through a recorder, and requests leave through the outlet. */
    public void beginOutside(OutsideVenue.Outlet outlet, VenueSink recorder) {
        if (venue instanceof OutsideVenue outside) {
            outside.hear(recorder);
            desk.guardOutside();
            outside.begin(orders.standing(), outlet);
            while (outside.nextNanos() == OutsideVenue.NOW) {
                step();
            }
        }
    }

    /** Market time of the next step of anything, {@link Long#MAX_VALUE} when nothing is waiting. */
    public long nextNanos() {
        return Math.min(Math.min(feed.nextNanos(), venue.nextNanos()), timers.nextNanos());
    }

    /**
     * Market time up to which steps are due on a live feed: its own reports as soon as they are there, everything else no
     * earlier than the feed says.
     */
    public long liveDueNanos(long wallNanos) {
        long market = feed.marketNanosAt(wallNanos);
        long reported = feed.nextNanos();
        return reported == Feed.NOTHING_DUE ? market : Math.max(market, reported);
    }

    /** Takes the next step; at the same time the feed goes before the venue, and that before the timers. */
    public void step() {
        finishStep();
        long feedNanos = feed.nextNanos();
        long venueNanos = venue.nextNanos();
        long timerNanos = timers.nextNanos();
        if (feedNanos <= venueNanos && feedNanos <= timerNanos) {
            beginFeedStep(feedNanos);
            feed.step(marketPath.first());
        } else if (venueNanos <= timerNanos) {
            begin(venueNanos);
            venue.step();
        } else {
            begin(timerNanos);
            timers.run(timerNanos);
        }
        afterwards();
    }

    /** What follows a step or a command once all of it was heard. */
    private void afterwards() {
        stepIsOpen = false;
        watch.look();
        hosted.look();
        reducing.look();
        parents.look();
        hosted.settle();
        market.stepEnded();
    }

    /** Ends a step whose reports came from the journal, where nothing says which of them is the last. */
    public void finishStep() {
        if (stepIsOpen) {
            afterwards();
        }
    }

    /** Counts a step of the feed whose reports come from elsewhere, namely from the journal. */
    public void beginFeedStep(long timeNanos) {
        finishStep();
        stepIsOpen = true;
        begin(timeNanos);
        marks.wake();
    }

    /** Counts a step of a venue outside this process whose report comes from the journal. */
    public void beginVenueStep() {
        finishStep();
        stepIsOpen = true;
        begin(OutsideVenue.NOW);
    }

    /** Steps until the core stands where a journal record was written. */
    public void stepTo(long sequence) {
        finishStep();
        while (time.sequence < sequence) {
            if (nextNanos() == Long.MAX_VALUE) {
                throw new IllegalStateException(
                        "the feed ended at step " + time.sequence + " but the journal goes on to step " + sequence);
            }
            step();
        }
    }

    private void begin(long timeNanos) {
        time.sequence++;
        time.moveTo(timeNanos);
        bars.aggregator().onTime(time.marketNanos - feed.latenessNanos());
        ledger.enterDay(time.dayNanos());
    }

    public Outcome apply(long nowNanos, CommandKey key, Command command) {
        finishStep();
        time.moveTo(nowNanos);
        Outcome outcome = desk.apply(command);
        afterwards();
        answers.remember(key, outcome);
        return outcome;
    }

    public @Nullable Outcome findAnswer(CommandKey key) {
        return answers.find(key);
    }

    /** Tells a fact that no replay produces, such as that this engine started. */
    public void announce(LongFunction<Event> fact) {
        facts.accept(fact.apply(facts.nextPosition()));
    }

    public long sequence() {
        return time.sequence;
    }

    public long marketNanos() {
        return time.marketNanos;
    }

    public double timesRealTime() {
        return switches.timesRealTime();
    }

    public boolean isPaused() {
        return switches.isPaused();
    }

    public String feedName() {
        return feed.name();
    }

    public boolean feedIsReproducible() {
        return feed.isReproducible();
    }

    public FeedStatus feedStatus() {
        return market.feedStatus();
    }

    public Map<String, String> settings() {
        return switches.settings();
    }

    public InstrumentCatalog instruments() {
        return instruments;
    }

    /** Newest trade prices by index; zero where nothing traded yet. */
    public long[] lastTicks() {
        return market.lastTicks();
    }

    /** How many orders passed the gate since the session began. */
    public long ordersSoFar() {
        return switches.nextOrderId() - 1;
    }

    /** For an engine that stopped; see {@link CommandDesk#abandon}. */
    public boolean abandon(boolean askedFor) {
        return desk.abandon(askedFor);
    }

    public HostedViews hosted() {
        return new HostedViews(hosted, time, market);
    }

    public DeskViews views() {
        return views;
    }

    /** Moves whenever orders, positions or switches changed. */
    public long deskVersion() {
        return booking.version() + switches.version() + parents.version();
    }

    /** Moves with every change of an instrument's book or price, or of our orders in it. */
    public long marketVersion(InstrumentId instrument) {
        return market.version(instruments.indexOf(instrument)) + booking.version();
    }

    /** Moves with every trade of an instrument. */
    public long tradeVersion(InstrumentId instrument) {
        return market.tape(instruments.indexOf(instrument)).count();
    }

    /** The bars in memory. */
    public SessionBars bars() {
        return bars;
    }

    /** Whether a state that {@link #save} wrote is laid out as this program reads it. */
    public static boolean isReadable(byte[] state) {
        return StateBytes.reader(state).getLong() == LAYOUT;
    }

    public void save(StateWriter out) {
        out.putLong(LAYOUT);
        parts.save(out);
        bars.aggregator().save(out);
    }

    /** Takes over a whole state; throws when the bytes are anything else, and is then fit for nothing but another load. */
    public void load(StateReader in) {
        long layout = in.getLong();
        if (layout != LAYOUT) {
            throw new IllegalStateException("a state of layout " + layout + " is read by another version");
        }
        parts.load(in);
        bars.aggregator().load(in);
        in.requireEnd();
    }

    /** Fingerprint of all that decides what happens next. Bars in memory are left out: they only repeat the trades. */
    public long stateHash() {
        StateHash hash = new StateHash();
        parts.save(hash);
        return hash.value();
    }

    private CoreParts decisiveParts() {
        CoreParts decisive = new CoreParts().add(time::save, time::load).add(feed::save, feed::load);
        if (venue != feed) {
            decisive.add(venue::save, venue::load);
        }
        decisive.add(ledger::save, ledger::load)
                .add(market::save, market::load)
                .add(orders::save, orders::load)
                .add(gate::save, gate::load)
                .add(switches::save, switches::load)
                .add(watch::save, watch::load)
                .add(marks::save, marks::load)
                .add(parents::save, parents::load)
                .add(answers::save, answers::load)
                .add(hosted::save, hosted::load);
        if (books != null) {
            decisive.add(books::save, books::load);
        }
        return decisive;
    }
}
