package io.sextant.engine.core;

import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.session.SessionTerms;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.bar.BarAggregator;
import io.sextant.marketdata.depth.DepthView;
import io.sextant.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the market looks like now, kept by index in primitives; hands each tick on to ledger, paper venue and strategies. */
final class MarketBoard implements MarketSink {

    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final BarAggregator bars;
    private final DepthView depth;
    private final TradeTape[] tapes;
    private final DayStatistics[] days;
    private final long[] bidTicks;
    private final long[] bidLots;
    private final long[] askTicks;
    private final long[] askLots;
    private final long[] lastTicks;
    private final long[] versions;
    private final MarketWatch watch;
    private final Strategy[] strategies;
    private Strategy.OrderDesk[] strategyDesks = {};
    private @Nullable WaitingOrders waiting;
    private @Nullable ParentBook parents;
    private @Nullable MarketSink venue;
    private final DeskVenues venues;
    private final FeedStatus[] feedStatus;

    MarketBoard(
            SessionTerms terms,
            CoreTime time,
            FactOutlet facts,
            Ledger ledger,
            BarAggregator bars,
            List<Strategy> strategies) {
        this.time = time;
        this.facts = facts;
        this.ledger = ledger;
        this.bars = bars;
        this.strategies = strategies.toArray(new Strategy[0]);
        venues = DeskVenues.of(terms);
        feedStatus = new FeedStatus[venues.count()];
        Arrays.fill(feedStatus, FeedStatus.CONNECTED);
        int count = terms.instruments().size();
        depth = new DepthView(count);
        tapes = new TradeTape[count];
        days = new DayStatistics[count];
        for (int i = 0; i < count; i++) {
            tapes[i] = new TradeTape();
            days[i] = new DayStatistics();
        }
        bidTicks = new long[count];
        bidLots = new long[count];
        askTicks = new long[count];
        askLots = new long[count];
        lastTicks = new long[count];
        versions = new long[count];
        watch = new MarketWatch(count);
    }

    /** A venue that fills by watching the market hears every tick first, then orders that wait for a price, then strategies. */
    void connect(
            @Nullable MarketSink watchingVenue,
            WaitingOrders waitingOrders,
            ParentBook parentBook,
            List<? extends Strategy.OrderDesk> desks) {
        venue = watchingVenue;
        waiting = waitingOrders;
        parents = parentBook;
        strategyDesks = desks.toArray(new Strategy.OrderDesk[0]);
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        versions[instrument]++;
        lastTicks[instrument] = priceTicks;
        watch.report(instrument, time.marketNanos, timeNanos);
        watch.trade(instrument, time.marketNanos, priceTicks);
        tapes[instrument].add(timeNanos, priceTicks, lots, aggressor);
        days[instrument].trade(time.dayNanos(), priceTicks, lots);
        bars.onTrade(instrument, timeNanos, priceTicks, lots);
        ledger.mark(instrument, priceTicks);
        if (venue != null) {
            venue.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
        }
        if (waiting != null) {
            waiting.trade(instrument, priceTicks);
        }
        if (parents != null) {
            parents.traded(instrument, time.marketNanos, priceTicks, lots);
        }
        for (int i = 0; i < strategyDesks.length; i++) {
            strategies[i].onTrade(instrument, timeNanos, priceTicks, lots, aggressor, strategyDesks[i]);
        }
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bid, long bidSize, long ask, long askSize) {
        versions[instrument]++;
        watch.report(instrument, time.marketNanos, timeNanos);
        bidTicks[instrument] = bidSize > 0 ? bid : 0;
        bidLots[instrument] = bidSize;
        askTicks[instrument] = askSize > 0 ? ask : 0;
        askLots[instrument] = askSize;
        if (venue != null) {
            venue.onQuote(instrument, timeNanos, bid, bidSize, ask, askSize);
        }
        for (int i = 0; i < strategyDesks.length; i++) {
            strategies[i].onQuote(instrument, timeNanos, bid, bidSize, ask, askSize, strategyDesks[i]);
        }
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        versions[instrument]++;
        depth.onLevel(instrument, side, priceTicks, lots);
        if (venue != null) {
            venue.onLevel(instrument, timeNanos, side, priceTicks, lots);
        }
    }

    @Override
    public void onHeadline(Headline headline) {
        if (facts.isListening()) {
            facts.accept(new HeadlinePublished(facts.nextPosition(), time.marketNanos, headline));
        }
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        onStatus(0, status, detail);
    }

    @Override
    public void onStatus(int venue, FeedStatus status, String detail) {
        feedStatus[venue] = status;
        if (status == FeedStatus.DISCONNECTED) {
            forgetBooks(venue);
        }
        if (facts.isListening()) {
            String name = venues.areSeveral() ? venues.names().get(venue) : facts.feedName();
            facts.accept(new FeedChanged(facts.nextPosition(), time.marketNanos, name, status, detail));
        }
    }

    /** What a feed that lost touch has shown last is not the market any more. */
    private void forgetBooks(int venue) {
        for (int i = 0; i < tapes.length; i++) {
            if (venues.of(i) == venue) {
                depth.clear(i);
                bidTicks[i] = 0;
                bidLots[i] = 0;
                askTicks[i] = 0;
                askLots[i] = 0;
                versions[i]++;
            }
        }
    }

    /** A strategy's order traded. */
    void strategyFilled(
            int strategy, int instrument, long orderId, Side side, long priceTicks, long lots, long fee, long nanos) {
        strategies[strategy].onFill(instrument, orderId, side, priceTicks, lots, fee, nanos);
    }

    /** A strategy's order is over. */
    void strategyDone(int strategy, long orderId) {
        strategies[strategy].onDone(orderId);
    }

    /** Lets strategies act on all that they heard in a step. */
    void stepEnded() {
        for (int i = 0; i < strategyDesks.length; i++) {
            strategies[i].onStepEnd(time.marketNanos, strategyDesks[i]);
        }
    }

    /** Money for what is held, below zero where it is taken; in the currency that the instrument is quoted in. */
    void pay(int instrument, long units) {
        ledger.pay(instrument, units);
        for (Strategy strategy : strategies) {
            strategy.onCash(instrument, units);
        }
    }

    /** Tells every level that waits now. */
    void tellLevels(MarketPath.LevelListener listener) {
        for (int i = 0; i < tapes.length; i++) {
            for (Side side : Side.values()) {
                for (int level = 0; level < depth.levels(i, side); level++) {
                    listener.onLevel(
                            i, time.marketNanos, side, depth.priceTicks(i, side, level), depth.lots(i, side, level));
                }
            }
        }
    }

    /** One of our orders traded; the tape shows that trade as ours. */
    void markOurs(int instrument, long timeNanos, long priceTicks) {
        tapes[instrument].markOurs(timeNanos, priceTicks);
    }

    /** How fresh, calm and punctual the market's reports are. */
    MarketWatch watch() {
        return watch;
    }

    long nowNanos() {
        return time.marketNanos;
    }

    /** That of the venue that is worst off; over only when all are. */
    FeedStatus feedStatus() {
        FeedStatus worst = feedStatus[0];
        for (FeedStatus status : feedStatus) {
            worst = badness(status) > badness(worst) ? status : worst;
        }
        return worst;
    }

    private static int badness(FeedStatus status) {
        return switch (status) {
            case ENDED -> 0;
            case CONNECTED -> 1;
            case POLLING -> 2;
            case STALE -> 3;
            case DISCONNECTED -> 4;
        };
    }

    DeskVenues venues() {
        return venues;
    }

    FeedStatus feedStatus(int venue) {
        return feedStatus[venue];
    }

    /** Whether nothing more is heard of an instrument. */
    boolean isGone(int instrument) {
        return switch (feedStatus[venues.of(instrument)]) {
            case DISCONNECTED, ENDED -> true;
            case CONNECTED, POLLING, STALE -> false;
        };
    }

    long version(int instrument) {
        return versions[instrument];
    }

    long bidTicks(int instrument) {
        return bidTicks[instrument];
    }

    long askTicks(int instrument) {
        return askTicks[instrument];
    }

    long lastTicks(int instrument) {
        return lastTicks[instrument];
    }

    long[] lastTicks() {
        return lastTicks.clone();
    }

    DepthView depth() {
        return depth;
    }

    TradeTape tape(int instrument) {
        return tapes[instrument];
    }

    DayStatistics day(int instrument) {
        return days[instrument];
    }

    void save(StateWriter out) {
        int count = tapes.length;
        for (FeedStatus status : feedStatus) {
            out.putString(status.name());
        }
        out.putLongs(bidTicks, count);
        out.putLongs(bidLots, count);
        out.putLongs(askTicks, count);
        out.putLongs(askLots, count);
        out.putLongs(lastTicks, count);
        watch.save(out);
        depth.save(out);
        for (int i = 0; i < count; i++) {
            tapes[i].save(out);
            days[i].save(out);
        }
    }

    void load(StateReader in) {
        for (int venue = 0; venue < feedStatus.length; venue++) {
            feedStatus[venue] = FeedStatus.valueOf(in.getString());
        }
        restore(in, bidTicks);
        restore(in, bidLots);
        restore(in, askTicks);
        restore(in, askLots);
        restore(in, lastTicks);
        watch.load(in);
        depth.load(in);
        for (int i = 0; i < tapes.length; i++) {
            tapes[i].load(in);
            days[i].load(in);
        }
    }

    private static void restore(StateReader in, long[] to) {
        System.arraycopy(in.getLongs(), 0, to, 0, to.length);
    }
}
