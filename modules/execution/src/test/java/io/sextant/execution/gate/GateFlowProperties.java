package io.sextant.execution.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever is sent in whatever order, what passed never exceeds the limits; and the windows agree with a plain count. */
class GateFlowProperties {

    private static final long WINDOW = 1_000;

    @Property(tries = 300)
    void aWindowCountsLikeAPlainList(@ForAll long seed, @ForAll @IntRange(max = 12) int most) {
        SeededRandom random = new SeededRandom(seed);
        RateLimit limit = new RateLimit(most, WINDOW);
        RateWindow window = new RateWindow();
        window.fit(limit, RateLimit.UNBOUNDED);
        List<Long> plain = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 200; i++) {
            now += random.nextInt(300);
            long at = now;
            long within = plain.stream().filter(moment -> at - moment < WINDOW).count();
            assertThat(window.isFull(limit, now)).isEqualTo(within >= most);
            if (!window.isFull(limit, now)) {
                window.add(now);
                plain.add(now);
            }
        }
    }

    @Property(tries = 200)
    void noSequenceOfOrdersEverSendsMoreThanTheRateAllows(@ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        RiskGate gate = new RiskGate(Desk.TERMS, 1_000);
        gate.limits(Desk.LIMITS);
        Desk desk = new Desk();
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            desk.nowNanos += random.nextInt(200_000_000);
            String quantity = Integer.toString(1 + random.nextInt(9));
            if (gate.check(Desk.limit(Desk.ES_ID, Side.BUY, quantity, "5000"), i, desk)
                    instanceof GateDecision.Passed) {
                Sent.order(gate, Desk.PERSON, Desk.ES, Side.BUY, quantity, "5000", desk.nowNanos);
                sent.add(desk.nowNanos);
            }
        }
        for (int i = 10; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 10)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
    }

    /** The gate counts the fills itself: whatever its children do, a parent never gets more than it asked for. */
    @Property(tries = 200)
    void childrenNeverExceedTheirParent(@ForAll long seed, @ForAll @LongRange(min = 1, max = 500) long parentLots) {
        SeededRandom random = new SeededRandom(seed);
        RiskGate gate = new RiskGate(Desk.TERMS, 1_000);
        gate.limits(Desk.LIMITS.withAccount(AccountLimits.UNBOUNDED));
        gate.openParent(9, parentLots);
        Desk desk = new Desk();
        long filled = 0;
        for (int i = 0; i < 300; i++) {
            long lots = 1L + random.nextInt(20);
            CheckedOrder child =
                    gate.checkLimit(Desk.PERSON.child(9), Desk.ACME, Side.BUY, lots, 10_000, BookEntry.REST, i, desk);
            if (child != null) {
                desk.childLots += lots;
            }
            long done = desk.childLots == 0 ? 0 : random.nextLong(desk.childLots + 1);
            switch (random.nextInt(3)) {
                case 0 -> {
                    for (long one = 0; one < done; one++) {
                        Sent.fills(gate, Desk.PERSON.child(9), 1, i);
                    }
                    desk.childLots -= done;
                    filled += done;
                }
                case 1 -> desk.childLots -= done;
                default -> {}
            }
            assertThat(filled + desk.childLots).isLessThanOrEqualTo(parentLots);
        }
    }

    @Example
    void aBreakerTripsAtItsLimitAndIsCalmOnlyAfterStayingAtHalfOfIt() {
        BreakerPanel panel = new BreakerPanel();
        assertThat(panel.look(Breaker.LATENCY, 99, 100, 1)).isFalse();
        assertThat(panel.look(Breaker.LATENCY, 100, 100, 2)).isTrue();
        assertThat(panel.isTripped(Breaker.LATENCY)).isTrue();
        assertThat(panel.sinceNanos(Breaker.LATENCY)).isEqualTo(2);
        assertThat(panel.look(Breaker.LATENCY, 51, 100, 3)).isFalse();
        assertThat(panel.look(Breaker.LATENCY, 50, 100, 10)).isFalse();
        assertThat(panel.look(Breaker.LATENCY, 50, 100, 9 + BreakerPanel.CALM_NANOS))
                .isFalse();
        assertThat(panel.look(Breaker.LATENCY, 51, 100, 10 + BreakerPanel.CALM_NANOS))
                .as("restless again")
                .isFalse();
        assertThat(panel.look(Breaker.LATENCY, 0, 100, 20 + BreakerPanel.CALM_NANOS))
                .isFalse();
        assertThat(panel.look(Breaker.LATENCY, 0, 100, 20 + 2 * BreakerPanel.CALM_NANOS))
                .isTrue();
        assertThat(panel.isTripped(Breaker.LATENCY)).isFalse();
    }

    @Example
    void everythingSurvivesASave() {
        RiskGate gate = new RiskGate(Desk.TERMS, 100);
        gate.limits(Desk.LIMITS);
        gate.engageKillSwitch(new KillScope.OneStrategy("maker"), "runs away");
        gate.standing().set(GateState.REDUCING, "figures at noon");
        gate.standing().breakers().look(Breaker.FEED_SILENCE, 5, 4, 77);
        gate.standing().settle(77);
        gate.openParent(9, 5);
        Sent.orders(gate, Desk.MAKER_SENDS, 4, 70);
        Sent.cancels(gate, Desk.PERSON, 3, 70);
        Sent.fills(gate, Desk.MAKER_SENDS, 5, 70);
        Sent.rejects(gate, 2, 70);
        StateBytes bytes = new StateBytes();
        gate.save(bytes);

        RiskGate loaded = new RiskGate(Desk.TERMS, 100);
        loaded.load(StateBytes.reader(bytes.toByteArray()));

        StateBytes again = new StateBytes();
        loaded.save(again);
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
        assertThat(loaded.standing().state()).isEqualTo(GateState.HALTED);
        assertThat(loaded.killedStrategies()).containsEntry("maker", "runs away");
        assertThat(loaded.isThrottled(Desk.MAKER)).isTrue();
    }
}
