package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Algorithms on the simulated market: each trades its whole through children and says what it cost. */
class AlgosTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long LOTS = 12;

    private final FuturesDesk desk = new FuturesDesk(11);

    static Stream<AlgoPlan> plans() {
        return Stream.of(
                new AlgoPlan.Twap(5 * MINUTE, 12),
                new AlgoPlan.Vwap(5 * MINUTE, List.of(1, 4, 2, 0, 3)),
                new AlgoPlan.Pov(500, 30 * MINUTE),
                new AlgoPlan.Shortfall(5 * MINUTE, 10, new ImpactTerms(1e-3, 1, 1e-4, 5)),
                new AlgoPlan.Chaser(2 * MINUTE));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void tradesItsWholeThroughChildrenAndSaysWhatItCost(AlgoPlan plan) {
        OrderId algo = begin(Side.BUY, plan, null);
        assertThat(desk.runUntil(() -> isOver(algo))).isTrue();

        ParentOrder parent = desk.parent(algo);
        assertThat(parent.stage()).as(parent.reason()).isEqualTo(ParentStage.DONE);
        assertThat(desk.position()).isEqualTo(LOTS);
        assertThat(parent.filled()).isEqualTo(desk.future.quantityOf(LOTS));
        assertThat(parent.arrival()).isNotNull();
        assertThat(parent.findSlippageBps())
                .hasValueSatisfying(bps -> assertThat(Math.abs(bps)).isLessThan(100));
        assertThat(parent.fees().units()).isPositive();
        assertThat(desk.legs(algo, OrderLeg.CHILD))
                .allMatch(child -> child.terms().origin() == OrderOrigin.ALGORITHM);
    }

    @Test
    void anIcebergShowsPartsOfDifferentSizesAtItsLimit() {
        Price limit = desk.price(desk.last() + 8);
        OrderId algo = begin(Side.BUY, new AlgoPlan.Iceberg(Quantity.parse("3"), 4_000), limit);
        assertThat(desk.runUntil(() -> isOver(algo))).isTrue();

        List<Order> shown = desk.legs(algo, OrderLeg.CHILD);
        assertThat(shown).hasSizeGreaterThan(2);
        assertThat(shown)
                .allMatch(
                        child -> child.terms().type().findLimit().orElseThrow().equals(limit));
        assertThat(shown).allMatch(child -> child.terms().quantity().compareTo(Quantity.parse("5")) <= 0);
        assertThat(desk.position()).isEqualTo(LOTS);
    }

    @Test
    void aTwapHasTradedAboutHalfAfterHalfOfItsTime() {
        OrderId algo = begin(Side.SELL, new AlgoPlan.Twap(10 * MINUTE, 12), null);
        desk.runUntil(() -> false, 5 * MINUTE);
        assertThat(-desk.position()).isBetween(LOTS / 2 - 2, LOTS / 2 + 2);
        assertThat(isOver(algo)).isFalse();
    }

    @Test
    void nothingIsSentWhilePausedAndItGoesOnAfterwards() {
        OrderId algo = begin(Side.BUY, new AlgoPlan.Twap(4 * MINUTE, 12), null);
        desk.runUntil(() -> desk.position() > 2);
        steer(algo, Steering.PAUSE);
        desk.runUntil(() -> false, 5_000_000_000L);
        long held = desk.position();
        desk.runUntil(() -> false, 2 * MINUTE);
        assertThat(desk.position()).isEqualTo(held);
        assertThat(desk.parent(algo).stage()).isEqualTo(ParentStage.PAUSED);

        steer(algo, Steering.RESUME);
        assertThat(desk.runUntil(() -> isOver(algo))).isTrue();
        assertThat(desk.position()).isEqualTo(LOTS);
    }

    @Test
    void hurryTradesTheRestNow() {
        OrderId algo = begin(Side.BUY, new AlgoPlan.Twap(50 * MINUTE, 12), null);
        steer(algo, Steering.HURRY);
        assertThat(desk.runUntil(() -> isOver(algo), 2 * MINUTE)).isTrue();
        assertThat(desk.position()).isEqualTo(LOTS);
    }

    @Test
    void theCancelTakesItsChildrenBackAndSaysHowFarItCame() {
        OrderId algo = begin(Side.BUY, new AlgoPlan.Twap(10 * MINUTE, 12), null);
        desk.runUntil(() -> desk.position() > 2);
        desk.session().apply(new CancelOrder(algo));
        assertThat(desk.runUntil(() -> isOver(algo), MINUTE)).isTrue();

        assertThat(desk.parent(algo).stage()).isEqualTo(ParentStage.CANCELLED);
        assertThat(desk.parent(algo).reason()).contains(" / 12 (asked for)");
        assertThat(desk.orders().values()).allMatch(order -> order.state().isTerminal());
    }

    @Test
    void tradesNothingBeyondItsLimitAndFailsWhenItsTimeIsOver() {
        OrderId algo = begin(Side.BUY, new AlgoPlan.Twap(MINUTE, 6), desk.price(desk.last() - 800));
        assertThat(desk.runUntil(() -> isOver(algo), 5 * MINUTE)).isTrue();
        assertThat(desk.parent(algo).stage()).isEqualTo(ParentStage.FAILED);
        assertThat(desk.position()).isZero();
    }

    @Test
    void onlyAWorkingAlgorithmCanBeSteered() {
        assertThat(desk.session().apply(new SteerParent(new OrderId(99), Steering.PAUSE)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.NO_PARENT));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void refusesALimitOffTheTickAndGoesOnWithTheJournalThatHasIt(AlgoPlan plan) {
        Price offTick = Price.parse("20000.10");
        assertThat(refused(plan, offTick)).isEqualTo(RefusalCode.OFF_TICK);
        assertThat(refused(new AlgoPlan.Iceberg(Quantity.parse("3"), 0), offTick))
                .isEqualTo(RefusalCode.OFF_TICK);
        desk.runUntil(() -> false, 1_000_000_000L);
        desk.restart(false);
        OrderId algo = begin(Side.BUY, new AlgoPlan.Twap(MINUTE, 6), desk.price(desk.last()));
        assertThat(isOver(algo)).isFalse();
    }

    @Test
    void refusesAnIcebergThatShowsMoreThanCanBeCounted() {
        Quantity most = Quantity.of(Long.MAX_VALUE, 0);
        assertThat(refused(new AlgoPlan.Iceberg(most, 4_000), desk.price(desk.last())))
                .isEqualTo(RefusalCode.AMOUNT_TOO_LARGE);
        desk.runUntil(() -> false, 1_000_000_000L);
        desk.restart(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAfterARestart(boolean withSnapshot) {
        OrderId algo = begin(Side.BUY, new AlgoPlan.Twap(4 * MINUTE, 12), null);
        desk.runUntil(() -> desk.position() > 2);
        desk.restart(withSnapshot);
        assertThat(desk.runUntil(() -> isOver(algo))).isTrue();
        assertThat(desk.position()).isEqualTo(LOTS);
    }

    private OrderId begin(Side side, AlgoPlan plan, @Nullable Price limit) {
        return desk.done(place(side, plan, limit));
    }

    private RefusalCode refused(AlgoPlan plan, Price limit) {
        Outcome outcome = desk.session().apply(place(Side.BUY, plan, limit));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().code();
    }

    private PlaceAlgo place(Side side, AlgoPlan plan, @Nullable Price limit) {
        return new PlaceAlgo(new AlgoTerms(
                desk.future.id(), side, desk.future.quantityOf(LOTS), limit, false, plan, OrderOrigin.TICKET, ""));
    }

    private void steer(OrderId algo, Steering how) {
        assertThat(desk.session().apply(new SteerParent(algo, how))).isInstanceOf(Outcome.Done.class);
    }

    private boolean isOver(OrderId algo) {
        return desk.parent(algo).stage().isTerminal();
    }
}
