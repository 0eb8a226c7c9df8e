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
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.session.SessionTerms;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.bar.BarAggregator;
import io.sextant.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a session and the only code that changes it. It is moved by steps (of the feed, the venue, or its own
 * timer) and by commands; the same ones in the same order give the same state, live or replayed. Not thread-safe.
 */
public final class TradingCore {

    /** Changes whenever a state is written in another way, in any room that has a part in it. */
    private static final long LAYOUT = 1;

    /** Bars of each instrument and timeframe in memory: twice what waits at most for the archive. */
    private static final int KEPT_BARS = 2 * CompletedBars.HANDFUL;

    private final InstrumentCatalog instruments;
    private final Feed feed;
    private final Venue venue;
    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final BarAggregator bars;
    private final CompletedBars completedBars;
    private final MarketBoard market;
    private final WorkingOrders orders;
    private final OrderBooking booking;
    private final RiskGate gate;
    private final DeskSwitches switches = new DeskSwitches();
    private final AccountMarks marks;
    private final CommandDesk desk;
    private final DeskViews views;
    private final AnswerMemory answers = new AnswerMemory();
    private MarketSink feedSink;

    public TradingCore(
            SessionTerms terms, Feed feed, Venue venue, List<Strategy> strategies, CompletedBars.Sink barSink) {
        this.feed = feed;
        this.venue = venue;
        instruments = terms.instruments();
        time = new CoreTime(terms.startNanos());
        facts = new FactOutlet(feed.name());
        ledger = new Ledger(terms);
        completedBars = new CompletedBars(instruments, barSink);
        bars = new BarAggregator(instruments, KEPT_BARS, completedBars::add);
        market = new MarketBoard(instruments, time, facts, ledger, bars, strategies);
        booking = new OrderBooking(instruments, time, facts, ledger, market);
        orders = new WorkingOrders(instruments.size(), RiskGate.MAX_WORKING_ORDERS, booking);
        gate = new RiskGate(instruments);
        DeskGateView view = new DeskGateView(instruments, market, ledger, orders, gate.buyingPower());
        marks = new AccountMarks(time, facts, ledger, switches);
        desk = new CommandDesk(
                instruments, time, facts, gate, view, orders, venue, switches, market, !feed.isReproducible());
        views = new DeskViews(terms, market, ledger, bars, orders, gate, switches, desk);
        StrategyDesk strategyDesk = new StrategyDesk(time, gate, view, orders, venue, ledger, switches, desk);
        market.connect(venue instanceof MarketSink watching ? watching : null, strategyDesk);
        feedSink = market;
        venue.connect(orders);
    }

    public void listen(FactSink sink) {
        facts.connect(sink);
    }

    /** Puts a recorder between the feed and the core, for feeds that nothing else can reproduce. */
    public void recordMarket(MarketSink recorder) {
        feedSink = recorder;
    }

    public MarketSink marketSink() {
        return market;
    }

    /** Market time of the next step of anything, {@link Long#MAX_VALUE} when nothing is waiting. */
    public long nextNanos() {
        return Math.min(Math.min(feed.nextNanos(), venue.nextNanos()), marks.nextNanos());
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

    /** Takes the next step; at the same time the feed goes before the venue and the venue before the timer. */
    public void step() {
        long feedNanos = feed.nextNanos();
        long venueNanos = venue.nextNanos();
        long markNanos = marks.nextNanos();
        if (feedNanos <= venueNanos && feedNanos <= markNanos) {
            beginFeedStep(feedNanos);
            feed.step(feedSink);
        } else if (venueNanos <= markNanos) {
            begin(venueNanos);
            venue.step();
        } else {
            begin(markNanos);
            marks.mark();
        }
    }

    /** Counts a step of the feed whose reports come from elsewhere, namely from the journal. */
    public void beginFeedStep(long timeNanos) {
        begin(timeNanos);
        marks.wake();
    }

    /** Steps until the core stands where a journal record was written. */
    public void stepTo(long sequence) {
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
        bars.onTime(time.marketNanos - feed.latenessNanos());
        ledger.enterDay(time.dayNanos());
    }

    public Outcome apply(long nowNanos, CommandKey key, Command command) {
        time.moveTo(nowNanos);
        Outcome outcome = desk.apply(command);
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

    public DeskViews views() {
        return views;
    }

    /** Moves whenever orders, positions or switches changed. */
    public long deskVersion() {
        return booking.version() + switches.version();
    }

    /** Moves with every change of an instrument's book or price, or of our orders in it. */
    public long marketVersion(InstrumentId instrument) {
        return market.version(instruments.indexOf(instrument)) + booking.version();
    }

    /** Moves with every trade of an instrument. */
    public long tradeVersion(InstrumentId instrument) {
        return market.tape(instruments.indexOf(instrument)).count();
    }

    public BarSeries newestBars(InstrumentId instrument, Timeframe timeframe) {
        return bars.newest(instruments.indexOf(instrument), timeframe, Integer.MAX_VALUE);
    }

    /** Lets every timeframe begin with the bars that the archive has from before the session. */
    public void seedBars(BarArchive archive) {
        BarSeeding.seed(instruments, bars, archive, time.marketNanos);
    }

    /** Hands all completed bars to the archive; true once they are safe there. */
    public CompletableFuture<Boolean> flushBars() {
        return completedBars.flush();
    }

    /** Whether a state that {@link #save} wrote is laid out as this program reads it. */
    public static boolean isReadable(byte[] state) {
        return StateBytes.reader(state).getLong() == LAYOUT;
    }

    public void save(StateWriter out) {
        out.putLong(LAYOUT);
        saveDecisive(out);
        bars.save(out);
    }

    /** Takes over a whole state; throws when the bytes are anything else, and is then fit for nothing but another load. */
    public void load(StateReader in) {
        long layout = in.getLong();
        if (layout != LAYOUT) {
            throw new IllegalStateException("a state of layout " + layout + " is read by another version");
        }
        time.load(in);
        feed.load(in);
        if (venue != feed) {
            venue.load(in);
        }
        ledger.load(in);
        market.load(in);
        orders.load(in);
        gate.load(in);
        switches.load(in);
        marks.load(in);
        answers.load(in);
        bars.load(in);
        in.requireEnd();
    }

    /** Fingerprint of all that decides what happens next. Bars in memory are left out: they only repeat the trades. */
    public long stateHash() {
        StateHash hash = new StateHash();
        saveDecisive(hash);
        return hash.value();
    }

    private void saveDecisive(StateWriter out) {
        time.save(out);
        feed.save(out);
        if (venue != feed) {
            venue.save(out);
        }
        ledger.save(out);
        market.save(out);
        orders.save(out);
        gate.save(out);
        switches.save(out);
        marks.save(out);
        answers.save(out);
    }
}
