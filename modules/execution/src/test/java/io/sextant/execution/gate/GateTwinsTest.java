package io.sextant.execution.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.time.SeededRandom;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A person's draft and a strategy's numbers meet the same rules. */
class GateTwinsTest {

    private final RiskGate gate = new RiskGate(Desk.TERMS, 3);

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void draftsAndPrimitivesGetTheSameAnswer(
            @ForAll @IntRange(max = 4) int instrument,
            @ForAll Side side,
            @ForAll @LongRange(min = 1, max = 40_000) long lots,
            @ForAll @LongRange(min = 1, max = 6_000_000) long ticks,
            @ForAll @LongRange(min = -20_000, max = 20_000) long position,
            @ForAll @IntRange(max = 3) int working) {
        gate.limits(Desk.LIMITS);
        Desk desk = new Desk();
        desk.position[instrument] = position;
        desk.working = working;
        Instrument terms = Desk.CATALOG.get(instrument);
        OrderDraft draft =
                OrderDraft.limit(terms.id(), side, terms.quantityOf(lots), terms.priceOf(ticks), OrderOrigin.STRATEGY);

        GateDecision decision = gate.check(draft, 9, desk);
        CheckedOrder order = gate.checkLimit(
                OrderSource.of(OrderOrigin.STRATEGY), instrument, side, lots, ticks, BookEntry.REST, 9, desk);

        switch (decision) {
            case GateDecision.Passed(var checked) ->
                assertThat(order).usingRecursiveComparison().isEqualTo(checked);
            case GateDecision.Held held -> throw new AssertionError("a limit order does not wait");
            case GateDecision.Refused(var refusal) -> {
                assertThat(order).isNull();
                assertThat(gate.getLastRefusal()).isEqualTo(refusal);
            }
        }
    }

    @Property(tries = 500)
    void whatPassesNeverLeavesTheDeskBeyondItsLimits(
            @ForAll @LongRange(min = 1, max = 20_000) long lots,
            @ForAll @LongRange(min = 4_700_000, max = 5_300_000) long ticks,
            @ForAll @LongRange(max = 40_000) long held,
            @ForAll @LongRange(max = 20_000_000_000_000L) long free) {
        gate.limits(Desk.LIMITS);
        Desk desk = new Desk();
        desk.position[Desk.BTC] = held;
        desk.free[Desk.BTC] = free;

        CheckedOrder order = gate.checkLimit(Desk.PERSON, Desk.BTC, Side.BUY, lots, ticks, BookEntry.REST, 9, desk);

        if (order != null) {
            long notional = Desk.CATALOG.get(Desk.BTC).notional(ticks, lots).units();
            assertThat(held + lots).isLessThanOrEqualTo(30_000);
            assertThat(notional + notional / 1_000).isLessThanOrEqualTo(free);
            assertThat(notional).isLessThanOrEqualTo(10_000_000_000_000L);
        }
    }

    @Example
    void saysNothingNewAboutAnUnknownIndex() {
        assertThat(gate.checkLimit(Desk.PERSON, 17, Side.BUY, 1, 1, BookEntry.REST, 9, new Desk()))
                .isNull();
        assertThat(gate.getLastRefusal().sentence()).isEqualTo("#17 is not an instrument of this session.");
    }

    @Example
    void refusesNumbersThatNoDraftCouldHold() {
        gate.limits(Desk.LIMITS);
        for (long lots : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            assertThat(gate.checkLimit(Desk.PERSON, Desk.BTC, Side.BUY, lots, 5_000_000, BookEntry.REST, 9, new Desk()))
                    .isNull();
        }
        for (long ticks : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            assertThat(gate.checkLimit(Desk.PERSON, Desk.BTC, Side.SELL, 10, ticks, BookEntry.REST, 9, new Desk()))
                    .isNull();
        }
    }

    @Example
    void allocatesNothingButTheOrder() {
        gate.limits(Desk.LIMITS);
        Desk desk = new Desk();
        SeededRandom random = new SeededRandom(1);
        int checks = 20_000;
        long passed = 0;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int round = 0; round < 3; round++) {
            passed = 0;
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < checks; i++) {
                long ticks = 5_000_000 + random.nextLong() % 400_000;
                if (gate.checkLimit(
                                Desk.PERSON, Desk.BTC, Side.BUY, 1_000, ticks, BookEntry.IMMEDIATE_OR_CANCEL, i, desk)
                        != null) {
                    passed++;
                }
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(passed).isBetween(checks / 10L, checks - checks / 10L);
        assertThat(bytes).isLessThan(passed * 64 + 4_096);
    }

    @Example
    void nobodyElseCanMakeAnOrderThatAVenueTakes() {
        for (Class<?> type : new Class<?>[] {CheckedOrder.class, CheckedAmend.class}) {
            assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                        .isZero();
            }
            assertThat(type.getDeclaredMethods())
                    .noneMatch(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
        }
    }
}
