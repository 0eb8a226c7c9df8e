package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RefusalCode;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.ScriptedFeed;
import io.sextant.engine.testing.ScriptedVenue;
import io.sextant.engine.testing.TestMarket;
import java.util.List;

/** One future on a market and a venue that do as they are told. Time passes by {@link #tick} and {@link #pass}. */
final class BreakerDesk {

    static final long SECOND = 1_000_000_000L;

    final ScriptedVenue venue = new ScriptedVenue();
    final ScriptedFeed feed;
    final CoreSession session;
    final int index;
    final Instrument future;
    /** A price to begin with. */
    final long start;

    private final TestMarket market;
    private long nowNanos = CoreSession.START_NANOS;
    private long latenessNanos;
    private long ticks;

    BreakerDesk() {
        market = TestMarket.scripted(CoreSession.START_NANOS, venue);
        feed = (ScriptedFeed) market.feed();
        session = CoreSession.begin(market);
        future = market.terms().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith("MNQ"))
                .findFirst()
                .orElseThrow();
        index = market.terms().instruments().indexOf(future.id());
        start = market.instruments().startTicks(index);
        ticks = start;
        venue.fillsAt(start);
        limit(AccountLimits.UNBOUNDED);
        tick(start);
    }

    void limit(AccountLimits account) {
        Outcome outcome = session.apply(
                new ChangeRiskLimits(CoreSession.usualLimits(market).withAccount(account)));
        assertThat(outcome).isEqualTo(Outcome.DONE);
    }

    /** Limits of which one breaker's alone is set. */
    static AccountLimits only(Breaker breaker, long limit) {
        long unset = AccountLimits.UNSET;
        return new AccountLimits(
                unset,
                unset,
                RateLimit.UNBOUNDED,
                RateLimit.UNBOUNDED,
                RateLimit.UNBOUNDED,
                0,
                false,
                unset,
                breaker == Breaker.CLOCK_SKEW ? limit : unset,
                breaker == Breaker.LOSS ? limit : unset,
                breaker == Breaker.DRAWDOWN ? limit : unset,
                true,
                List.of(),
                new BreakerLimits(
                        breaker == Breaker.VOLATILITY ? limit : unset,
                        breaker == Breaker.SLIPPAGE ? limit : unset,
                        breaker == Breaker.REJECT_RATE ? RateLimit.perMinute((int) limit) : RateLimit.UNBOUNDED,
                        breaker == Breaker.FEED_SILENCE ? limit : unset,
                        breaker == Breaker.LATENCY ? limit : unset));
    }

    /** A second later the market trades at this price. */
    void tick(long priceTicks) {
        ticks = priceTicks;
        nowNanos += SECOND;
        report();
    }

    /** So many seconds go by, with a trade in each. */
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            tick(ticks);
        }
    }

    /** So many nanoseconds go by without a word. */
    void silence(long nanos) {
        nowNanos += nanos;
        runToNow();
    }

    /** From now on the market dates its reports so much before they are heard. */
    void dates(long latenessInNanos) {
        latenessNanos = latenessInNanos;
    }

    void report() {
        long dated = nowNanos - latenessNanos;
        long at = ticks;
        feed.say(nowNanos, sink -> {
            sink.onQuote(index, dated, at - 1, 100, at + 1, 100);
            sink.onTrade(index, dated, at, 1, Side.BUY);
        });
        runToNow();
    }

    void runToNow() {
        while (session.core().nextNanos() <= nowNanos) {
            session.run(1);
        }
    }

    long nowNanos() {
        return nowNanos;
    }

    Outcome order(Side side, long lots) {
        Outcome outcome = session.apply(
                new PlaceOrder(OrderDraft.market(future.id(), side, future.quantityOf(lots), OrderOrigin.TICKET)));
        runToNow();
        return outcome;
    }

    void trade(Side side, long lots) {
        assertThat(order(side, lots)).isInstanceOf(Outcome.Done.class);
    }

    <E extends Event> List<E> facts(Class<E> type) {
        return session.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    void assertQuiet() {
        assertThat(facts(BreakerChanged.class)).isEmpty();
        assertThat(session.core().views().gate().state()).isEqualTo(GateState.ACTIVE);
    }

    /** Told once, with its figure; the gate stands where the breaker leads to and says why to whoever asks. */
    void assertTripped(Breaker breaker, long value, long limit) {
        BreakerChanged told = facts(BreakerChanged.class).getLast();
        assertThat(told)
                .extracting(
                        BreakerChanged::breaker, BreakerChanged::tripped, BreakerChanged::value, BreakerChanged::limit)
                .containsExactly(breaker, true, value, limit);
        assertThat(facts(GateStateChanged.class).getLast())
                .extracting(GateStateChanged::from, GateStateChanged::to, GateStateChanged::reason)
                .containsExactly(GateState.ACTIVE, breaker.leadsTo(), breaker.name());
        assertStillTripped(breaker);
    }

    void assertStillTripped(Breaker breaker) {
        assertThat(facts(BreakerChanged.class)).hasSize(1);
        assertThat(session.core().views().gate().state()).isEqualTo(breaker.leadsTo());
        assertThat(session.core().views().gate().breakers())
                .filteredOn(light -> light.tripped())
                .singleElement()
                .satisfies(light -> assertThat(light.breaker()).isEqualTo(breaker));
        RefusalCode code = breaker.leadsTo() == GateState.HALTED ? RefusalCode.GATE_HALTED : RefusalCode.GATE_REDUCING;
        assertThat(order(Side.BUY, 1)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(code);
            assertThat(refused.refusal().sentence()).contains(breaker.name());
        });
    }

    void assertCalm(Breaker breaker) {
        assertThat(facts(BreakerChanged.class))
                .extracting(BreakerChanged::breaker, BreakerChanged::tripped)
                .containsExactly(tuple(breaker, true), tuple(breaker, false));
        assertThat(facts(GateStateChanged.class).getLast())
                .extracting(GateStateChanged::to, GateStateChanged::reason)
                .containsExactly(GateState.ACTIVE, "");
        venue.answersAfter(0);
        venue.letsRest();
        trade(Side.BUY, 1);
    }
}
