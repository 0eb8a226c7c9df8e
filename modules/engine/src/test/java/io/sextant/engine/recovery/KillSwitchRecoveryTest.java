package io.sextant.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.GateStatus;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.TestMarket;
import io.sextant.strategy.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever was stopped before a crash is stopped after it; taking back what works is never refused. */
class KillSwitchRecoveryTest {

    private static final String STRATEGY = "rester";
    private static final long SEED = 11;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private Rester rester = new Rester();
    private long lots = 100;
    private CoreSession session =
            CoreSession.begin(TestMarket.simulated(SEED, CoreSession.START_NANOS), List.of(rester));

    static Stream<Arguments> stops() {
        String account =
                TestMarket.simulated(SEED, CoreSession.START_NANOS).venue().name();
        return Stream.of(true, false)
                .flatMap(withSnapshot -> Stream.of(
                        Arguments.of(KillScope.ALL, withSnapshot, Optional.of(RefusalCode.KILL_SWITCH)),
                        Arguments.of(
                                new KillScope.OneAccount(account),
                                withSnapshot,
                                Optional.of(RefusalCode.KILL_SWITCH_ACCOUNT)),
                        Arguments.of(new KillScope.OneStrategy(STRATEGY), withSnapshot, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void staysOnThroughACrashWhileCancelsPass(KillScope scope, boolean withSnapshot, Optional<RefusalCode> code) {
        boolean isForPeople = code.isPresent();
        runUntil(() -> isWorking(OrderOrigin.STRATEGY) && session.core().lastTicks()[0] > 0);
        assertThat(place()).isEmpty();
        runUntil(() -> isWorking(OrderOrigin.TICKET));

        assertThat(session.apply(new EngageKillSwitch("enough", scope))).isEqualTo(Outcome.DONE);
        restart(withSnapshot);

        assertThat(session.core().views().gate().stopped()).containsExactly(new GateStatus.Stopped(scope, "enough"));
        assertThat(place()).isEqualTo(code);
        int sent = rester.sent;
        int refused = rester.refused;
        runUntil(() -> rester.refused > refused + 3);
        assertThat(rester.sent).isEqualTo(sent);
        assertThat(isWorking(OrderOrigin.STRATEGY)).isFalse();
        assertThat(isWorking(OrderOrigin.TICKET)).isEqualTo(!isForPeople);

        assertThat(session.apply(new CancelAllOrders(CancelScope.EVERYTHING))).isEqualTo(Outcome.DONE);
        runUntil(() -> !isWorking(OrderOrigin.TICKET));

        assertThat(session.apply(new ReleaseKillSwitch("it was looked at", scope)))
                .isEqualTo(Outcome.DONE);
        assertThat(place()).isEmpty();
        runUntil(() -> rester.sent > sent);
    }

    /** The process dies before the venue answered a single cancel. */
    private void restart(boolean withSnapshot) {
        if (withSnapshot) {
            session.takeSnapshot();
        }
        long hash = session.core().stateHash();
        long sequence = session.core().sequence();
        rester = new Rester();
        CoreSession recovered = CoreSession.recover(
                TestMarket.simulated(SEED, CoreSession.START_NANOS),
                session.journal(),
                session.snapshots(),
                List.of(rester));
        recovered.core().stepTo(sequence);
        assertThat(recovered.core().stateHash()).isEqualTo(hash);
        recovered.facts().addAll(0, session.facts());
        session = recovered;
    }

    private Instrument bitcoin() {
        return session.core().instruments().get(0);
    }

    private Optional<RefusalCode> place() {
        long ticks = session.core().lastTicks()[0] * 97 / 100;
        Outcome outcome = session.apply(new PlaceOrder(OrderDraft.limit(
                bitcoin().id(),
                Side.BUY,
                bitcoin().quantityOf(++lots),
                bitcoin().priceOf(ticks),
                OrderOrigin.TICKET)));
        return outcome instanceof Outcome.Refused(var refusal) ? Optional.of(refusal.code()) : Optional.empty();
    }

    private void runUntil(BooleanSupplier wanted) {
        long until = session.core().marketNanos() + PATIENCE_NANOS;
        while (!wanted.getAsBoolean()) {
            assertThat(session.core().marketNanos()).as("market time").isLessThan(until);
            session.run(1);
        }
    }

    private boolean isWorking(OrderOrigin origin) {
        Map<OrderId, Order> orders = new HashMap<>();
        session.facts().stream()
                .filter(OrderChanged.class::isInstance)
                .map(fact -> ((OrderChanged) fact).order())
                .forEach(order -> orders.put(order.id(), order));
        return orders.values().stream()
                .anyMatch(order ->
                        order.terms().origin() == origin && !order.state().isTerminal());
    }

    /** Bids far below the market, again and again. It remembers nothing that a crash could take. */
    private static final class Rester implements Strategy {

        private static final long PERIOD_NANOS = 5_000_000_000L;

        private long period;
        private int sent;
        private int refused;

        @Override
        public String name() {
            return STRATEGY;
        }

        @Override
        public void onQuote(
                int quoted, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots, OrderDesk desk) {
            if (quoted != 0 || bidLots == 0 || timeNanos / PERIOD_NANOS == period) {
                return;
            }
            period = timeNanos / PERIOD_NANOS;
            long order = desk.placeLimit(0, Side.BUY, 100, bidTicks * 97 / 100, BookEntry.REST, "rests");
            if (order == 0) {
                refused++;
            } else {
                sent++;
            }
        }
    }
}
