package io.sextant.engine.core;

import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.gate.FlowFigures;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.WorkingOrders;
import java.util.Arrays;

/**
 * Compares what the breakers watch with their limits, {@value #LOOKS_A_SECOND} times a second of market time and after every change
 * of an order; so nothing is reckoned for a tick that comes between.
 */
final class GateWatch {

    private static final int LOOKS_A_SECOND = 10;
    private static final long PERIOD_NANOS = 1_000_000_000L / LOOKS_A_SECOND;
    private static final String REPEATED = "it executed more often than its limit allows";

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final RiskGate gate;
    private final GateDesk desk;
    private final MarketBoard market;
    private final Ledger ledger;
    private final WorkingOrders orders;
    private final OrderBooking booking;
    private final Reconciliation venue;
    private final FlowFigures flow;
    private final boolean[] throttled;
    private final long moneyUnit;
    private long lookedNanos = Long.MIN_VALUE;
    private long seenVersion;
    private final DeskVenues venues;
    /** An instrument of each venue, by which it is asked. */
    private final int[] firstOf;

    private final boolean[] wasDisconnected;

    GateWatch(
            InstrumentCatalog instruments,
            CoreTime time,
            FactOutlet facts,
            RiskGate gate,
            GateDesk desk,
            MarketBoard market,
            Ledger ledger,
            WorkingOrders orders,
            OrderBooking booking,
            Reconciliation venue) {
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.gate = gate;
        this.desk = desk;
        this.market = market;
        this.ledger = ledger;
        this.orders = orders;
        this.booking = booking;
        this.venue = venue;
        venues = market.venues();
        wasDisconnected = new boolean[venues.count()];
        firstOf = new int[venues.count()];
        Arrays.setAll(firstOf, each -> venues.instrumentsOf(each).getFirst());
        flow = gate.figures();
        throttled = new boolean[gate.terms().strategies().size()];
        moneyUnit = Decimals.powerOfTen(gate.terms().reporting().scale());
    }

    /** When a silent feed has to be noticed, {@link Long#MAX_VALUE} when nothing waits for that. */
    long nextNanos() {
        long limit = limits().breakers().feedSilenceNanos();
        long newest = market.watch().newestNanos();
        if (limit == AccountLimits.UNSET
                || newest == 0
                || newest > Long.MAX_VALUE - limit
                || gate.standing().breakers().isTripped(Breaker.FEED_SILENCE)
                || !hearsAny()) {
            return Long.MAX_VALUE;
        }
        return Math.max(newest + limit, time.marketNanos);
    }

    private boolean hearsAny() {
        for (int i = 0; i < instruments.size(); i++) {
            if (!market.isGone(i)) {
                return true;
            }
        }
        return false;
    }

    /** After every step and command; a connection that was lost does not wait for the next look. */
    void look() {
        boolean changed = booking.version() != seenVersion || connectionChanged();
        if (!changed && time.marketNanos - lookedNanos < PERIOD_NANOS && lookedNanos != Long.MIN_VALUE) {
            return;
        }
        lookNow();
    }

    void lookNow() {
        lookedNanos = time.marketNanos;
        ledger.noteEquity();
        AccountLimits account = limits();
        BreakerLimits at = account.breakers();
        long now = time.marketNanos;
        look(Breaker.LOSS, Math.max(0, ledger.dayLossUnits()), inUnits(account.maxDailyLoss()));
        look(Breaker.DRAWDOWN, ledger.drawdownUnits(), inUnits(account.maxDrawdown()));
        look(Breaker.VOLATILITY, at.volatilityBps() == AccountLimits.UNSET ? 0 : rangeBps(), at.volatilityBps());
        look(Breaker.SLIPPAGE, flow.meanSlippageBps(now), at.slippageBps());
        look(Breaker.REJECT_RATE, flow.rejectsInWindow(now), countOf(at.rejects()));
        look(Breaker.FEED_SILENCE, silenceNanos(now), at.feedSilenceNanos());
        look(Breaker.CLOCK_SKEW, market.watch().skewNanos(), account.maxClockSkewNanos());
        look(Breaker.LATENCY, flow.meanLatencyNanos(now), at.latencyNanos());
        desk.settle();
        tellThrottled();
        noticeDisconnect();
        seenVersion = booking.version();
    }

    private AccountLimits limits() {
        AccountLimits limits = gate.limits().account();
        return limits == null ? AccountLimits.UNBOUNDED : limits;
    }

    private void look(Breaker breaker, long value, long limit) {
        if (gate.standing().breakers().look(breaker, value, limit, time.marketNanos) && facts.isListening()) {
            facts.accept(new BreakerChanged(
                    facts.nextPosition(),
                    time.marketNanos,
                    breaker,
                    gate.standing().breakers().isTripped(breaker),
                    value,
                    limit));
        }
    }

    private long inUnits(long whole) {
        return whole > Long.MAX_VALUE / moneyUnit ? AccountLimits.UNSET : whole * moneyUnit;
    }

    private static long countOf(RateLimit limit) {
        return limit.isBounded() ? Math.max(1, limit.count()) : AccountLimits.UNSET;
    }

    /** A feed that is over is no silent one: what would be sent on its prices, another control refuses. */
    private long silenceNanos(long nowNanos) {
        return market.feedStatus() == FeedStatus.ENDED ? 0 : market.watch().silenceNanos(nowNanos);
    }

    /** Of what the desk is exposed to: a market that it has no part in may swing as it likes. */
    private long rangeBps() {
        long widest = 0;
        for (int i = 0; i < instruments.size(); i++) {
            boolean exposed = ledger.signedLots(i) != 0
                    || orders.workingLots(i, Side.BUY) > 0
                    || orders.workingLots(i, Side.SELL) > 0;
            if (exposed) {
                widest = Math.max(widest, market.watch().rangeBps(i, time.marketNanos));
            }
        }
        return widest;
    }

    private void tellThrottled() {
        for (int i = 0; i < throttled.length; i++) {
            if (gate.isThrottled(i) && !throttled[i]) {
                desk.tellThrottled(gate.terms().strategies().get(i), true, REPEATED);
            }
            throttled[i] = gate.isThrottled(i);
        }
    }

    private boolean connectionChanged() {
        for (int i = 0; i < wasDisconnected.length; i++) {
            if (isDisconnected(i) != wasDisconnected[i]) {
                return true;
            }
        }
        return false;
    }

    /** Each venue by itself: what works at another goes on. */
    private void noticeDisconnect() {
        for (int i = 0; i < wasDisconnected.length; i++) {
            boolean isDisconnected = isDisconnected(i);
            if (isDisconnected && !wasDisconnected[i]) {
                int lost = i;
                desk.cancelOnDisconnect(slot -> venues.of(slot.instrument()) == lost);
            }
            wasDisconnected[i] = isDisconnected;
        }
    }

    private boolean isDisconnected(int lost) {
        return market.feedStatus(lost) == FeedStatus.DISCONNECTED
                || venue.at(firstOf[lost]).trust() == VenueTrust.UNREACHABLE;
    }

    void save(StateWriter out) {
        out.putLong(lookedNanos);
        out.putBoolean(booking.version() != seenVersion);
        for (boolean was : wasDisconnected) {
            out.putBoolean(was);
        }
    }

    void load(StateReader in) {
        lookedNanos = in.getLong();
        seenVersion = in.getBoolean() ? booking.version() - 1 : booking.version();
        for (int i = 0; i < wasDisconnected.length; i++) {
            wasDisconnected[i] = in.getBoolean();
        }
        for (int i = 0; i < throttled.length; i++) {
            throttled[i] = gate.isThrottled(i);
        }
    }
}
