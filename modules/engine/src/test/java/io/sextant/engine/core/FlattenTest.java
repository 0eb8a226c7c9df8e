package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import org.junit.jupiter.api.Test;

/** Flattening on the simulated market: nothing works and nothing is held afterwards, or it says what is. */
class FlattenTest {

    private final FuturesDesk desk = new FuturesDesk(7);

    @Test
    void takesOrdersBackBeforeItClosesAndIsFlatAfterwards() {
        desk.buy(3);
        for (int i = 0; i < 20; i++) {
            desk.done(new PlaceOrder(desk.limit(Side.SELL, 1, desk.last() + 200 + i)));
            desk.done(new PlaceOrder(desk.limit(Side.BUY, 1, desk.last() - 200 - i)));
        }
        OrderId flatten = flatten();
        assertThat(desk.runUntil(() -> isOver(flatten))).isTrue();

        assertThat(desk.parent(flatten).stage()).isEqualTo(ParentStage.DONE);
        assertThat(desk.position()).isZero();
        assertThat(desk.orders().values()).allMatch(order -> order.state().isTerminal());
        long closingBegan = desk.legs(flatten, OrderLeg.CLOSING).getFirst().createdNanos();
        assertThat(desk.orders().values())
                .filteredOn(order -> order.terms().link().parent() != flatten.value())
                .allMatch(order -> order.changedNanos() <= closingBegan);
        assertThat(desk.steps(flatten))
                .extracting(ParentOrder::reason)
                .containsSequence("waits for the end of orders: 40")
                .contains("closes: 3")
                .endsWith("flat");
    }

    @Test
    void takesOrdersBackWhereNothingIsHeldYet() {
        desk.done(new PlaceOrder(desk.limit(Side.BUY, 1, desk.last() - 200)));
        OrderId flatten = flatten();
        assertThat(desk.runUntil(() -> isOver(flatten))).isTrue();

        assertThat(desk.parent(flatten).reason()).isEqualTo("flat");
        assertThat(desk.orders().values()).allMatch(order -> order.state() == OrderState.CANCELLED);
    }

    @Test
    void endsABracketThatWouldFightIt() {
        desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.market(Side.BUY, 2)),
                BracketExits.of(desk.price(desk.last() + 4_000), desk.price(desk.last() - 4_000)))));
        desk.runUntil(() -> desk.position() == 2);
        desk.runUntil(() -> false, 2_000_000_000L);
        OrderId flatten = flatten();
        assertThat(desk.runUntil(() -> isOver(flatten))).isTrue();
        desk.runUntil(() -> false, 5_000_000_000L);
        assertThat(desk.position()).isZero();
        assertThat(desk.orders().values()).allMatch(order -> order.state().isTerminal());
    }

    @Test
    void nothingElseIsSentWhileItWorks() {
        desk.buy(1);
        flatten();
        assertThat(desk.session().apply(new PlaceOrder(desk.market(Side.BUY, 1))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.FLATTENING));
    }

    @Test
    void aGateThatSaysNoFailsItWithWhatIsStillHeld() {
        desk.buy(2);
        OrderId flatten = flatten();
        desk.session().apply(new EngageKillSwitch("enough"));
        OrderId again = flatten();
        assertThat(desk.runUntil(() -> isOver(again))).isTrue();
        assertThat(isOver(flatten)).isTrue();
        if (desk.position() != 0) {
            assertThat(desk.parent(again).stage()).isEqualTo(ParentStage.FAILED);
            assertThat(desk.parent(again).reason()).contains("kill switch").contains("still held: 2");
        }
    }

    @Test
    void saysWhenThereIsNothingToDo() {
        assertThat(desk.session().apply(new FlattenPositions(new CancelScope.OneInstrument(desk.future.id()))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.NOTHING_TO_FLATTEN));
    }

    @Test
    void goesOnAfterARestart() {
        desk.buy(2);
        desk.done(new PlaceOrder(desk.limit(Side.SELL, 1, desk.last() + 200)));
        OrderId flatten = flatten();
        desk.restart(true);
        assertThat(desk.runUntil(() -> isOver(flatten))).isTrue();
        assertThat(desk.position()).isZero();
    }

    private OrderId flatten() {
        return desk.done(new FlattenPositions(new CancelScope.OneInstrument(desk.future.id())));
    }

    private boolean isOver(OrderId flatten) {
        return desk.parent(flatten).stage().isTerminal();
    }
}
