package io.sextant.exchange.trade;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.limit.BackOff;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.trade.OrderTrack.Asked;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.outside.OutsideVenue;
import io.sextant.execution.outside.StandingOrder;
import io.sextant.execution.outside.VenueReport;
import io.sextant.execution.outside.VenueSink;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A live venue for the engine. What the engine asks leaves on threads that may wait; what the venue says waits in a queue until the
 * engine takes it, one report a step. Everything about orders happens under one lock, and nothing under it waits.
 */
public final class LiveTrading implements OutsideVenue {

    private static final System.Logger LOG = System.getLogger(LiveTrading.class.getName());
    private static final long TICK_NANOS = 250_000_000L;
    private static final long KEEP_ALIVE_NANOS = 15_000_000_000L;

    private final TradingConnector connector;
    private final List<Listing> listings;
    private final int firstInstrument;
    private final Clock clock;
    private final Scheduler scheduler;
    private final TradeRequests requests;
    private final FollowedOrders orders;
    private final OrderCourse course;
    private final BookReading reading;
    private final AccountLine line;
    private final VenueGuard guard;
    private final TradingSettings settings;
    private final ConcurrentLinkedQueue<VenueReport> reports = new ConcurrentLinkedQueue<>();

    private VenueSink sink = report -> {
        throw new IllegalStateException("nobody hears " + report);
    };
    private Reconciliation books = Reconciliation.NOT_NEEDED;
    private @Nullable Outlet outlet;
    private long nextKeepAliveNanos;
    private boolean closed;
    private volatile boolean abandoned;
    private Scheduler.@Nullable Cancellable ticking;

    /** {@code deskNanos} is when the desk began, by which its orders are known at the venue. {@code limiter} is the feed's. */
    public LiveTrading(
            TradingConnector connector,
            WeightLimiter limiter,
            List<Listing> listings,
            long deskNanos,
            TradingSettings settings,
            Clock clock,
            Scheduler scheduler,
            Executor blocking,
            RandomGenerator random) {
        this(connector, limiter, listings, 0, deskNanos, settings, clock, scheduler, blocking, random);
    }

    /** The same of a desk over several venues, whose instruments begin with {@code firstInstrument} for this one. */
    public LiveTrading(
            TradingConnector connector,
            WeightLimiter limiter,
            List<Listing> listings,
            int firstInstrument,
            long deskNanos,
            TradingSettings settings,
            Clock clock,
            Scheduler scheduler,
            Executor blocking,
            RandomGenerator random) {
        this.firstInstrument = firstInstrument;
        this.connector = connector;
        this.listings = List.copyOf(listings);
        this.settings = settings;
        this.clock = clock;
        this.scheduler = scheduler;
        BackOff connectingAgain = new BackOff(settings.firstWaitNanos(), settings.longestWaitNanos(), random);
        requests = new TradeRequests(limiter, clock, scheduler, blocking, this);
        orders = new FollowedOrders(
                connector, this.listings, new ClientIds(deskNanos), settings, requests, clock, this, this::tell);
        course = orders.course();
        BackOff readingAgain = new BackOff(settings.firstWaitNanos(), settings.longestWaitNanos(), random);
        reading =
                new BookReading(connector, this.listings, settings, requests, clock, readingAgain, orders, this::tell);
        line = new AccountLine(connector, this.listings, scheduler, blocking, connectingAgain, this, new FromTheLine());
        guard = new VenueGuard(connector, requests, clock, line::guard);
    }

    private void tell(VenueReport report) {
        orders.moved();
        if (!abandoned) {
            reports.add(report);
        }
    }

    @Override
    public String name() {
        return connector.traits().name();
    }

    @Override
    public void connect(VenueListener listener) {
        // What is heard goes through the sink, which journals it.
    }

    @Override
    public void hear(VenueSink newSink) {
        sink = newSink;
    }

    @Override
    public void compareBy(Reconciliation newBooks) {
        books = newBooks;
    }

    @Override
    public VenueTrust trust() {
        return books.trust();
    }

    @Override
    public String reason() {
        return books.reason();
    }

    @Override
    public synchronized void begin(List<StandingOrder> standing, Outlet newOutlet) {
        outlet = newOutlet;
        boolean inPlace = connector.traits().amendsInPlace();
        for (StandingOrder order : standing) {
            OrderTrack track =
                    new OrderTrack(order, listings.get(order.instrument() - firstInstrument), inPlace, clock.nanos());
            orders.follow(track);
            if (track.asked != Asked.NOTHING || track.cancelWanted) {
                track.silent = true;
                tell(new VenueReport.Silent(track.orderId, clock.nanos()));
            }
            track.lookNanos = clock.nanos();
        }
        reading.doubt("The books of " + name() + " are read for the first time.");
        ticking = scheduler.every(TICK_NANOS, this::tick);
        line.connect();
    }

    private synchronized void tick() {
        if (closed) {
            return;
        }
        orders.tick();
        guard.tick(orders.areWorking(), line.isOpen());
        reading.tick(line.isOpen());
        if (clock.nanos() >= nextKeepAliveNanos) {
            nextKeepAliveNanos = clock.nanos() + KEEP_ALIVE_NANOS;
            line.keepAlive();
        }
    }

    @Override
    public synchronized void submit(CheckedOrder order, long nowNanos) {
        Outlet out = outlet;
        if (out == null) {
            return;
        }
        if (books.trust() != VenueTrust.AGREED) {
            tell(new VenueReport.Rejected(order.orderId(), clock.nanos(), RefusalCode.NEVER_ARRIVED));
            return;
        }
        OrderTrack track = new OrderTrack(order, listings.get(order.instrument() - firstInstrument));
        track.hold(clock.nanos());
        orders.follow(track);
        orders.moved();
        guard.tick(true, line.isOpen());
        out.send(() -> locked(() -> {
            if (!track.done) {
                course.place(track);
            }
        }));
    }

    @Override
    public synchronized void cancel(long orderId, long nowNanos) {
        Outlet out = outlet;
        if (out == null) {
            return;
        }
        OrderTrack track = orders.find(orderId);
        if (track == null) {
            tell(new VenueReport.CancelRejected(orderId, clock.nanos(), RefusalCode.NOT_AT_VENUE));
            return;
        }
        orders.moved();
        track.cancelWanted = true;
        out.send(() -> locked(() -> {
            if (!track.done && track.cancelWanted) {
                course.cancelWanted(track);
            }
        }));
    }

    @Override
    public synchronized void abandon() {
        abandoned = true;
        guard.leave();
        reports.clear();
        orders.cancelAll();
    }

    @Override
    public synchronized void amend(CheckedAmend amend, long nowNanos) {
        Outlet out = outlet;
        if (out == null) {
            return;
        }
        OrderTrack track = orders.find(amend.orderId());
        if (track == null || track.asked != Asked.NOTHING || track.cancelWanted) {
            if (track != null) {
                track.amends++;
            }
            RefusalCode code = track == null ? RefusalCode.NOT_AT_VENUE : RefusalCode.CHANGE_PENDING;
            tell(new VenueReport.AmendRejected(amend.orderId(), clock.nanos(), code));
            return;
        }
        orders.moved();
        track.amends++;
        track.askedLots = amend.lots();
        track.askedLimitTicks = amend.limitTicks();
        track.asked = connector.traits().amendsInPlace() ? Asked.AMEND : Asked.REPLACE_CANCEL;
        track.hold(clock.nanos());
        Asked asked = track.asked;
        int amends = track.amends;
        out.send(() -> locked(() -> {
            if (!track.done && track.asked == asked && track.amends == amends) {
                course.amend(track);
            }
        }));
    }

    @Override
    public synchronized void guard(boolean wanted) {
        guard.want(wanted);
    }

    private synchronized void locked(Runnable work) {
        if (!closed) {
            work.run();
        }
    }

    @Override
    public synchronized void readSoon() {
        if (outlet != null) {
            reading.soon(settings.roundAgainNanos());
        }
    }

    @Override
    public synchronized void forget(long orderId) {
        OrderTrack track = orders.find(orderId);
        if (track != null) {
            track.done = true;
            track.quietNanos = clock.nanos();
            orders.end(track);
        }
    }

    @Override
    public long nextNanos() {
        return reports.isEmpty() ? Long.MAX_VALUE : NOW;
    }

    @Override
    public void step() {
        VenueReport report = reports.poll();
        if (report != null) {
            sink.onReport(report);
        }
    }

    @Override
    public void save(StateWriter out) {
        // What was asked stands in the orders; what the venue made of it only the venue can say.
    }

    @Override
    public void load(StateReader in) {
        // See save.
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            guard.close(orders.areWorking());
        }
        closed = true;
        requests.close();
        if (ticking != null) {
            ticking.close();
        }
        line.close();
    }

    /** What the account's stream says about orders of this desk. */
    private final class FromTheLine implements AccountLine.Hearer {

        @Override
        public void onDoubt(String why) {
            guard.streamBegan();
            reading.doubt(why);
        }

        @Override
        public void onOrder(OrderSight order) {
            orders.heard(order);
        }

        @Override
        public void onTrade(OwnTrade trade) {
            if (!orders.heard(trade)) {
                reading.soon(settings.roundAgainNanos());
            }
        }

        @Override
        public void onGuardRefused(String why) {
            guard.streamRefused(why);
        }

        @Override
        public void onUnclear(String why) {
            LOG.log(System.Logger.Level.DEBUG, "the account's stream: " + why);
            reading.soon(settings.roundAgainNanos());
        }
    }
}
