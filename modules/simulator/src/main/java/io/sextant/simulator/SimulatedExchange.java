package io.sextant.simulator;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateHash;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.execution.Venue;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.matching.LadderBook;
import io.sextant.simulator.agent.InstrumentMarket;
import io.sextant.simulator.agent.MarketReport;
import io.sextant.simulator.process.Draws;
import io.sextant.simulator.process.MarketProcess;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in a box: one book an instrument, agents who trade in it, and our own orders resting among theirs. It is a
 * {@link Feed} and a {@link Venue} at once because both are the same queue of things to come: an order of ours that arrives is a
 * step like an agent's action, so the feed's steps carry the venue's work and the venue has no steps of its own.
 *
 * <p>At equal times the order is: our messages, the quarter-second tick of the worth, then agents by instrument.
 */
public final class SimulatedExchange implements Feed, Venue {

    private static final long TICK_NANOS = 250_000_000;
    private static final double TICK_SECONDS = 0.25;
    private static final double NANOS = 1e9;

    /** The index is computed this often, in ticks of the worth. */
    private static final int INDEX_TICKS = 4;

    private static final int AGENT_STREAM = 1_000;
    private static final int LATENCY_STREAM = 2;
    private static final int NEWS_STREAM = 3;

    private final SimulatedInstruments instruments;
    private final InstrumentCatalog catalog;
    private final Newsroom newsroom;
    private final MarketProcess process;
    private final @Nullable InstrumentMarket[] markets;
    private final Draws[] timing;
    private final DeskSession desk;
    private final Outputs outputs = new Outputs();

    private final long[] actionNanos;
    private final long[] quotedBidTicks;
    private final long[] quotedBidLots;
    private final long[] quotedAskTicks;
    private final long[] quotedAskLots;
    private final long[] indexTicks;

    private boolean opened;
    private long nowNanos;
    private long tickNanos;
    private long ticks;
    private long lastTradeId;

    public SimulatedExchange(SimulatorSettings settings) {
        this(settings, instrument -> true);
    }

    /** An exchange where only some instruments are traded; the others stay silent. */
    public SimulatedExchange(SimulatorSettings settings, IntPredicate traded) {
        instruments = new SimulatedInstruments(settings.startNanos());
        catalog = instruments.catalog();
        int size = catalog.size();
        newsroom = new Newsroom(catalog, instruments, Draws.stream(settings.seed(), NEWS_STREAM));
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        process = new MarketProcess(settings.seed(), instruments.valueProfiles(), all, TICK_SECONDS, newsroom);
        markets = new @Nullable InstrumentMarket[size];
        desk = new DeskSession(settings, markets, Draws.stream(settings.seed(), LATENCY_STREAM));
        timing = new Draws[size];
        actionNanos = new long[size];
        quotedBidTicks = new long[size];
        quotedBidLots = new long[size];
        quotedAskTicks = new long[size];
        quotedAskLots = new long[size];
        indexTicks = new long[size];
        nowNanos = settings.startNanos();
        tickNanos = nowNanos + TICK_NANOS;
        for (int i = 0; i < size; i++) {
            timing[i] = Draws.stream(settings.seed(), AGENT_STREAM + 2L * i);
            actionNanos[i] = NOTHING_DUE;
            if (traded.test(i)) {
                openMarket(i, settings.seed());
            }
        }
    }

    private void openMarket(int i, long seed) {
        Draws draws = Draws.stream(seed, AGENT_STREAM + 2L * i + 1);
        instruments.agentProfile(i).ifPresent(profile -> {
            InstrumentMarket market = new InstrumentMarket(i, profile, process, draws, outputs);
            market.open();
            markets[i] = market;
            scheduleAction(i, market);
        });
    }

    @Override
    public String name() {
        return "Simulated market";
    }

    @Override
    public InstrumentCatalog instruments() {
        return catalog;
    }

    @Override
    public boolean isReproducible() {
        return true;
    }

    @Override
    public void connect(VenueListener venueListener) {
        desk.connect(venueListener);
    }

    @Override
    public long nextNanos() {
        if (!opened) {
            return nowNanos;
        }
        return Math.min(Math.min(desk.nextArrivalNanos(), tickNanos), actionNanos[nextActor()]);
    }

    private int nextActor() {
        int earliest = 0;
        for (int i = 1; i < actionNanos.length; i++) {
            if (actionNanos[i] < actionNanos[earliest]) {
                earliest = i;
            }
        }
        return earliest;
    }

    @Override
    public void step(MarketSink sink) {
        outputs.sink = sink;
        if (!opened) {
            announceAll(sink);
            return;
        }
        int actor = nextActor();
        long arrival = desk.nextArrivalNanos();
        if (arrival <= tickNanos && arrival <= actionNanos[actor]) {
            nowNanos = arrival;
            int touched = desk.arrive(nowNanos);
            if (touched != DeskSession.NO_INSTRUMENT) {
                announceQuote(touched, sink);
            }
        } else if (tickNanos <= actionNanos[actor]) {
            nowNanos = tickNanos;
            tick(sink);
        } else {
            nowNanos = actionNanos[actor];
            InstrumentMarket market = getMarket(actor);
            market.act();
            announceQuote(actor, sink);
            scheduleAction(actor, market);
        }
    }

    /** The feed's steps carry the venue's work. */
    @Override
    public void step() {
        throw new IllegalStateException("the simulated venue moves with its feed and has no steps of its own");
    }

    private void scheduleAction(int instrument, InstrumentMarket market) {
        double waitSeconds = timing[instrument].exponential() / market.rate();
        actionNanos[instrument] = nowNanos + Math.max(1, (long) (waitSeconds * NANOS));
    }

    private void tick(MarketSink sink) {
        tickNanos += TICK_NANOS;
        ticks++;
        process.advance(nowNanos);
        for (InstrumentMarket market : markets) {
            if (market != null) {
                market.onTick();
            }
        }
        if (ticks % INDEX_TICKS == 0) {
            computeIndices(sink);
        }
        var headline = newsroom.takeHeadline(nowNanos, TICK_SECONDS);
        if (headline.isPresent()) {
            sink.onHeadline(headline.get());
        }
    }

    /** An index has no book: where its components trade decides its value, and each change is printed. */
    private void computeIndices(MarketSink sink) {
        for (int i = 0; i < markets.length; i++) {
            if (instruments.agentProfile(i).isEmpty()) {
                long value = indexTicks(i);
                if (value != indexTicks[i]) {
                    Side direction = value > indexTicks[i] ? Side.BUY : Side.SELL;
                    indexTicks[i] = value;
                    sink.onTrade(i, nowNanos, value, 0, direction);
                }
            }
        }
    }

    private long indexTicks(int index) {
        double[] weights = instruments.valueProfile(index).basket();
        double level = 0;
        for (int i = 0; i < weights.length; i++) {
            InstrumentMarket market = markets[i];
            if (weights[i] != 0) {
                double start = instruments.valueProfile(i).startTicks();
                level += weights[i] * (market == null ? process.valueTicks(i) : market.midTicks()) / start;
            }
        }
        return Math.round(level * instruments.valueProfile(index).startTicks());
    }

    private void announceAll(MarketSink sink) {
        opened = true;
        sink.onStatus(FeedStatus.CONNECTED, name());
        for (int i = 0; i < markets.length; i++) {
            InstrumentMarket market = markets[i];
            if (market != null) {
                announceSide(i, market.book(), Side.BUY, sink);
                announceSide(i, market.book(), Side.SELL, sink);
                announceQuote(i, sink);
            }
        }
        computeIndices(sink);
    }

    private void announceSide(int instrument, LadderBook book, Side side, MarketSink sink) {
        int levels = book.levelCount(side);
        long[] priceTicks = new long[levels];
        long[] lots = new long[levels];
        book.depth(side, priceTicks, lots);
        for (int level = 0; level < levels; level++) {
            sink.onLevel(instrument, nowNanos, side, priceTicks[level], lots[level]);
        }
    }

    private void announceQuote(int i, MarketSink sink) {
        InstrumentMarket market = markets[i];
        if (market == null) {
            return;
        }
        LadderBook book = market.book();
        long bidLots = book.bestLots(Side.BUY);
        long askLots = book.bestLots(Side.SELL);
        long bidTicks = bidLots == 0 ? quotedBidTicks[i] : book.bestTicks(Side.BUY);
        long askTicks = askLots == 0 ? quotedAskTicks[i] : book.bestTicks(Side.SELL);
        if (bidTicks != quotedBidTicks[i]
                || bidLots != quotedBidLots[i]
                || askTicks != quotedAskTicks[i]
                || askLots != quotedAskLots[i]) {
            quotedBidTicks[i] = bidTicks;
            quotedBidLots[i] = bidLots;
            quotedAskTicks[i] = askTicks;
            quotedAskLots[i] = askLots;
            sink.onQuote(i, nowNanos, bidTicks, bidLots, askTicks, askLots);
        }
    }

    @Override
    public void submit(CheckedOrder order, long sentNanos) {
        desk.submit(order, Math.max(sentNanos, nowNanos));
    }

    @Override
    public void cancel(long orderId, long sentNanos) {
        desk.cancel(orderId, Math.max(sentNanos, nowNanos));
    }

    @Override
    public void amend(CheckedAmend amend, long sentNanos) {
        desk.amend(amend, Math.max(sentNanos, nowNanos));
    }

    private InstrumentMarket getMarket(int instrument) {
        InstrumentMarket market = markets[instrument];
        if (market == null) {
            throw new IllegalStateException("instrument " + instrument + " is not traded here");
        }
        return market;
    }

    /** The worth behind the prices and the hidden weather, for tests and figures; agents know the worth with errors. */
    MarketProcess process() {
        return process;
    }

    /** The book of a traded instrument, for tests and figures. */
    LadderBook book(int instrument) {
        return getMarket(instrument).book();
    }

    public long stateHash() {
        StateHash hash = new StateHash();
        save(hash);
        return hash.value();
    }

    @Override
    public void save(StateWriter out) {
        out.putBoolean(opened);
        out.putLong(nowNanos);
        out.putLong(tickNanos);
        out.putLong(ticks);
        out.putLong(lastTradeId);
        process.save(out);
        newsroom.save(out);
        desk.save(out);
        for (int i = 0; i < markets.length; i++) {
            timing[i].save(out);
            out.putLong(actionNanos[i]);
            out.putLong(quotedBidTicks[i]);
            out.putLong(quotedBidLots[i]);
            out.putLong(quotedAskTicks[i]);
            out.putLong(quotedAskLots[i]);
            out.putLong(indexTicks[i]);
            InstrumentMarket market = markets[i];
            if (market != null) {
                market.save(out);
            }
        }
    }

    @Override
    public void load(StateReader in) {
        opened = in.getBoolean();
        nowNanos = in.getLong();
        tickNanos = in.getLong();
        ticks = in.getLong();
        lastTradeId = in.getLong();
        process.load(in);
        newsroom.load(in);
        desk.load(in);
        for (int i = 0; i < markets.length; i++) {
            timing[i].load(in);
            actionNanos[i] = in.getLong();
            quotedBidTicks[i] = in.getLong();
            quotedBidLots[i] = in.getLong();
            quotedAskTicks[i] = in.getLong();
            quotedAskLots[i] = in.getLong();
            indexTicks[i] = in.getLong();
            InstrumentMarket market = markets[i];
            if (market != null) {
                market.load(in);
            }
        }
    }

    @Override
    public void close() {
        desk.connect(null);
    }

    /** Passes on what the books say, to the feed's sink and, where our orders are meant, to the venue's listener. */
    private final class Outputs implements MarketReport {

        private MarketSink sink = SilentSink.INSTANCE;

        @Override
        public void onTrade(
                int instrument,
                long makerId,
                int makerOwner,
                long takerId,
                int takerOwner,
                Side takerSide,
                long priceTicks,
                long lots) {
            lastTradeId++;
            sink.onTrade(instrument, nowNanos, priceTicks, lots, takerSide);
            if (makerOwner == InstrumentMarket.DESK) {
                desk.filled(makerId, lastTradeId, nowNanos, priceTicks, lots, true);
            } else if (takerOwner == InstrumentMarket.DESK) {
                desk.filled(takerId, lastTradeId, nowNanos, priceTicks, lots, false);
            }
        }

        @Override
        public void onLevel(int instrument, Side side, long priceTicks, long lots) {
            sink.onLevel(instrument, nowNanos, side, priceTicks, lots);
        }
    }
}
