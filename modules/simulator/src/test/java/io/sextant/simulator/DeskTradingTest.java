package io.sextant.simulator;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.execution.gate.GatePass;
import io.sextant.matching.LadderBook;
import org.junit.jupiter.api.Test;

/** Our own orders among the agents'. */
class DeskTradingTest {

    private static final long START_NANOS = 1_796_000_000_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int BTC = 0;

    private final SimulatorSettings settings = SimulatorSettings.of(21, START_NANOS);
    private final SimulatedExchange exchange = new SimulatedExchange(settings, instrument -> instrument == BTC);
    private final DeskAnswers answers = new DeskAnswers();
    private long nowNanos = START_NANOS;

    DeskTradingTest() {
        exchange.connect(answers);
        run(60);
    }

    private void run(double seconds) {
        long until = nowNanos + (long) (seconds * SECOND_NANOS);
        while (exchange.nextNanos() <= until) {
            exchange.step(SilentSink.INSTANCE);
        }
        nowNanos = until;
    }

    private LadderBook book() {
        return exchange.book(BTC);
    }

    @Test
    void answersNoSoonerThanTheLatencyAllows() {
        exchange.submit(GatePass.resting(1, BTC, BUY, 10, book().bestTicks(BUY) - 400), nowNanos);
        long sent = nowNanos;
        assertThat(answers.said()).isEmpty();

        run(1);

        assertThat(answers.said()).containsExactly("accepted 1");
        assertThat(answers.lastNanos() - sent).isBetween(settings.latencyNanos(), 3 * settings.latencyNanos());
    }

    @Test
    void restsInTheAgentsBookUntilTheyTradeWithIt() {
        // One tick above the best bid: whoever sells next meets us first.
        long price = book().bestTicks(SELL) - 1;
        exchange.submit(GatePass.resting(1, BTC, BUY, 50, price), nowNanos);
        long seconds = 0;
        while (answers.makerLots() < 50 && seconds < 600) {
            run(1);
            seconds++;
        }

        assertThat(answers.makerLots()).isEqualTo(50);
        assertThat(answers.said()).containsExactly("accepted 1", "filled 1");
        assertThat(book().isResting(1)).isFalse();
    }

    @Test
    void showsOurLotsInTheLevelWhereTheyRest() {
        long price = book().bestTicks(BUY) - 300;
        exchange.submit(GatePass.resting(1, BTC, BUY, 77, price), nowNanos);
        run(0.2);

        assertThat(book().restingLots(1)).isEqualTo(77);
        assertThat(book().lotsAt(BUY, price)).isGreaterThanOrEqualTo(77);
        assertThat(book().lotsAhead(1)).isEqualTo(book().lotsAt(BUY, price) - 77);
    }

    @Test
    void takesWithinTheLimitAndCancelsTheRestOfAnImmediateOrder() {
        long limit = book().bestTicks(SELL) + 40;
        exchange.submit(GatePass.immediate(1, BTC, BUY, 10_000_000, limit), nowNanos);

        run(0.2);

        assertThat(answers.takerLots()).isPositive().isLessThan(10_000_000);
        assertThat(answers.worstBuyTicks()).isLessThanOrEqualTo(limit);
        assertThat(answers.said()).containsExactly("accepted 1", "filled 1", "cancelled 1");
    }

    @Test
    void movesTheMarketAndIsForgotten() {
        long before = book().bestTicks(SELL);
        exchange.submit(GatePass.immediate(1, BTC, BUY, 60_000, before + 2_000), nowNanos);
        run(0.1);
        long pushed = book().bestTicks(SELL);

        run(180);

        // Six coins are twelve times a maker's front: the book gives way and fills again within minutes.
        assertThat(pushed).isGreaterThan(before + 10);
        assertThat(book().bestTicks(SELL)).isLessThan(pushed + 200);
        assertThat(book().levelCount(SELL)).isGreaterThan(10);
    }

    @Test
    void neverTradesWithItself() {
        // Behind the touch, so that no agent reaches it before our own buyer does.
        long price = book().bestTicks(SELL) + 40;
        exchange.submit(GatePass.resting(1, BTC, SELL, 20, price), nowNanos);
        run(0.05);
        assertThat(book().restingLots(1)).isEqualTo(20);

        exchange.submit(GatePass.immediate(2, BTC, BUY, 10_000_000, price), nowNanos);
        run(0.05);

        assertThat(answers.said()).containsExactly("accepted 1", "accepted 2", "filled 2", "cancelled 2");
        assertThat(answers.makerLots()).isZero();
        assertThat(book().restingLots(1)).isEqualTo(20);
    }

    @Test
    void cancelsAndAmendsWhatRests() {
        long price = book().bestTicks(BUY) - 2_000;
        exchange.submit(GatePass.resting(1, BTC, BUY, 50, price), nowNanos);
        run(0.2);
        exchange.amend(GatePass.amend(1, 30, price), nowNanos);
        run(0.2);
        assertThat(book().restingLots(1)).isEqualTo(30);

        exchange.cancel(1, nowNanos);
        run(0.2);

        assertThat(book().isResting(1)).isFalse();
        assertThat(answers.said()).containsExactly("accepted 1", "amended 1", "cancelled 1");
    }

    @Test
    void keepsTheOrderOfMessages() {
        for (int id = 1; id <= 50; id++) {
            exchange.submit(GatePass.resting(id, BTC, BUY, 5, book().bestTicks(BUY) - 3_000), nowNanos);
            exchange.cancel(id, nowNanos);
        }

        run(1);

        assertThat(answers.said()).hasSize(100).noneMatch(text -> text.contains("rejected"));
    }

    @Test
    void saysWhyAChangeCannotBe() {
        long ask = book().bestTicks(SELL);
        exchange.submit(GatePass.immediate(1, BTC, BUY, 1, ask + 50), nowNanos);
        exchange.cancel(1, nowNanos);
        exchange.cancel(9, nowNanos);
        exchange.amend(GatePass.amend(9, 5, ask), nowNanos);
        run(1);

        assertThat(answers.said())
                .containsExactly(
                        "accepted 1",
                        "filled 1",
                        "cancel rejected 1 ORDER_ALREADY_DONE",
                        "cancel rejected 9 UNKNOWN_ORDER",
                        "amend rejected 9 UNKNOWN_ORDER");
    }

    @Test
    void refusesAnAmendToWhatHasFilledAlready() {
        long ask = book().bestTicks(SELL);
        long offered = book().bestLots(SELL);
        exchange.submit(GatePass.resting(1, BTC, BUY, offered + 5_000, ask), nowNanos);
        run(0.05);
        long filled = answers.takerLots();
        assertThat(filled).isPositive();

        exchange.amend(GatePass.amend(1, filled, ask), nowNanos);
        run(0.05);

        assertThat(answers.said()).contains("amend rejected 1 BELOW_FILLED");
    }

    @Test
    void refusesToTradeAnIndex() {
        int index = exchange.instruments().indexOf(InstrumentId.of("SIM4"));
        exchange.submit(GatePass.resting(1, index, BUY, 1, 100), nowNanos);
        run(1);

        assertThat(answers.said()).containsExactly("rejected 1 NOT_TRADABLE");
    }

    @Test
    void hasNoStepsOfItsOwnBesideTheFeeds() {
        assertThatThrownBy(exchange::step).isInstanceOf(IllegalStateException.class);
    }
}
