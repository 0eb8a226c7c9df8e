package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.request.BracketPreview;
import io.sextant.engine.testing.CoreSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brackets on the simulated market: exits follow the entry and each other, and nothing is left over. */
class BracketsTest {

    private static final long FAR = 4_000;
    private static final long NEAR = 6;

    private static final long TRAIL = 8;

    private final FuturesDesk desk = new FuturesDesk(5);

    @Test
    void exitsComeWithTheFillOfTheEntryAndAreLinkedToIt() {
        OrderId bracket = enter(3, FAR, FAR);
        assertThat(desk.runUntil(() -> desk.hasLeg(bracket, OrderLeg.STOP) && isResting(bracket)))
                .isTrue();

        Order target = desk.leg(bracket, OrderLeg.TARGET);
        Order stop = desk.leg(bracket, OrderLeg.STOP);
        assertThat(target.terms().quantity()).isEqualTo(desk.future.quantityOf(3));
        assertThat(target.terms().handling().reduceOnly()).isTrue();
        assertThat(stop.state()).isEqualTo(OrderState.WAITING);
        assertThat(stop.terms().side()).isEqualTo(Side.SELL);
        assertThat(desk.parent(bracket).stage()).isEqualTo(ParentStage.WORKING);
    }

    @Test
    void theTargetClosesThePositionAndEndsTheStop() {
        OrderId bracket = enter(2, NEAR, FAR);
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();

        assertThat(desk.leg(bracket, OrderLeg.TARGET).state()).isEqualTo(OrderState.FILLED);
        assertThat(desk.leg(bracket, OrderLeg.STOP).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.position()).isZero();
        assertThat(desk.parent(bracket).stage()).isEqualTo(ParentStage.DONE);
    }

    @Test
    void theStopTakesTheTargetBackBeforeItGoesAndNeverTurnsThePositionRound() {
        OrderId bracket = enter(2, FAR, NEAR);
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();

        assertThat(desk.leg(bracket, OrderLeg.TARGET).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.leg(bracket, OrderLeg.STOP).filled()).isEqualTo(desk.future.quantityOf(2));
        assertThat(desk.position()).isZero();
        assertThat(lowestPosition()).isZero();
    }

    @Test
    void exitsFollowPartialFillsAndOutliveTheCancelOfTheEntry() {
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.limit(Side.BUY, 11, desk.last())),
                BracketExits.of(desk.price(desk.last() + FAR), desk.price(desk.last() - FAR)))));
        assertThat(desk.runUntil(() -> {
                    long filled = desk.future.lotsOf(entry(bracket).filled());
                    return filled > 0 && filled < 11 && desk.hasLeg(bracket, OrderLeg.STOP);
                }))
                .isTrue();
        desk.session().apply(new CancelOrder(entry(bracket).id()));
        desk.runUntil(() -> entry(bracket).state().isTerminal());
        desk.runUntil(() -> isResting(bracket), 5_000_000_000L);

        assertThat(desk.position()).isBetween(1L, 10L);
        assertThat(desk.leg(bracket, OrderLeg.TARGET).remaining()).isEqualTo(desk.future.quantityOf(desk.position()));
        assertThat(desk.leg(bracket, OrderLeg.STOP).remaining()).isEqualTo(desk.future.quantityOf(desk.position()));
    }

    @Test
    void theCancelOfOneLegKeepsTheOtherAndSaysSo() {
        OrderId bracket = enter(2, FAR, FAR);
        desk.runUntil(() -> isResting(bracket));
        desk.session().apply(new CancelOrder(desk.leg(bracket, OrderLeg.TARGET).id()));
        desk.runUntil(() -> desk.leg(bracket, OrderLeg.TARGET).state().isTerminal());

        assertThat(desk.leg(bracket, OrderLeg.STOP).state()).isEqualTo(OrderState.WAITING);
        assertThat(desk.parent(bracket).reason()).startsWith("the target is gone, the stop stays");

        desk.session().apply(new CancelOrder(desk.leg(bracket, OrderLeg.STOP).id()));
        assertThat(desk.parent(bracket).stage()).isEqualTo(ParentStage.CANCELLED);
        assertThat(desk.parent(bracket).reason()).contains("still held without exits: 2");
    }

    @Test
    void theCancelOfTheWholeTakesEveryLegBackAndSaysWhatIsHeld() {
        OrderId bracket = enter(2, FAR, FAR);
        desk.runUntil(() -> isResting(bracket));
        desk.session().apply(new CancelOrder(bracket));
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();

        assertThat(desk.orders().values()).allMatch(order -> order.state().isTerminal());
        assertThat(desk.parent(bracket).reason()).contains("still held without exits: 2");
    }

    @Test
    void theKillSwitchEndsABracket() {
        OrderId bracket = enter(2, FAR, FAR);
        desk.runUntil(() -> isResting(bracket));
        desk.session().apply(new EngageKillSwitch("enough"));
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();
        assertThat(desk.parent(bracket).reason()).contains("kill switch");
    }

    @Test
    void exitsOfAHeldPositionReduceEachOther() {
        desk.sell(2);
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.Held(desk.future.id(), Side.SELL, desk.future.quantityOf(2), OrderOrigin.TICKET),
                BracketExits.of(desk.price(desk.last() - NEAR), desk.price(desk.last() + NEAR)))));
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();
        assertThat(desk.position()).isZero();
    }

    @Test
    void aPositionThatIsClosedElsewhereEndsTheExits() {
        OrderId bracket = enter(2, FAR, FAR);
        desk.runUntil(() -> isResting(bracket));
        desk.sell(2);
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();
        assertThat(desk.parent(bracket).reason()).isEqualTo("the position was closed elsewhere");
        assertThat(desk.position()).isZero();
    }

    @Test
    void anExitThatAPersonMadeLargerGuardsOnlyWhatWasOpened() {
        desk.buy(3);
        OrderId bracket = enter(2, FAR, FAR);
        desk.runUntil(() -> isResting(bracket));
        Order target = desk.leg(bracket, OrderLeg.TARGET);
        Outcome amended = desk.session()
                .apply(new AmendOrder(target.id(), desk.future.quantityOf(4), desk.price(desk.last() - 200)));
        assertThat(amended).isEqualTo(Outcome.DONE);
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();

        assertThat(desk.leg(bracket, OrderLeg.TARGET).filled()).isEqualTo(desk.future.quantityOf(4));
        assertThat(desk.leg(bracket, OrderLeg.STOP).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.parent(bracket).stage()).isEqualTo(ParentStage.DONE);
        assertThat(desk.hasLeg(bracket, OrderLeg.CLOSING)).isFalse();
        assertThat(desk.position()).isEqualTo(1);
    }

    @Test
    void theTimeStopClosesAtTheMarket() {
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.market(Side.BUY, 2)),
                new BracketExits(desk.price(desk.last() + FAR), null, 30_000_000_000L, null))));
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();

        assertThat(desk.position()).isZero();
        assertThat(desk.leg(bracket, OrderLeg.CLOSING).filled()).isEqualTo(desk.future.quantityOf(2));
        assertThat(desk.steps(bracket))
                .extracting(ParentOrder::reason)
                .contains("its time is over; it is closed at the market");
    }

    @Test
    void theStopMovesToBreakEvenOnceTheMarketMovedInFavour() {
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.market(Side.BUY, 1)),
                new BracketExits(null, new ExitStop.Fixed(desk.price(desk.last() - FAR)), 0, desk.price(8)))));
        desk.runUntil(() -> desk.hasLeg(bracket, OrderLeg.STOP));
        Price entered = average(bracket);
        assertThat(desk.runUntil(() -> trigger(bracket).equals(entered) || isOver(bracket)))
                .isTrue();
        assertThat(trigger(bracket)).isEqualTo(entered);
    }

    @Test
    void anAtrStopStandsSoManyAverageRangesBelowTheEntry() {
        desk.runUntil(() -> false, 120_000_000_000L);
        long range = AverageRange.ticks(
                desk.session().core().bars().newest(desk.future.id(), Timeframe.S5),
                desk.future,
                Timeframe.S5,
                3,
                CoreSession.START_NANOS,
                desk.session().core().marketNanos());
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.market(Side.BUY, 1)),
                new BracketExits(null, new ExitStop.Atr(Timeframe.S5, 3, 50), 0, null))));
        desk.runUntil(() -> desk.hasLeg(bracket, OrderLeg.STOP));

        assertThat(range).isPositive();
        long distance = desk.future.ticksOf(average(bracket)) - desk.future.ticksOf(trigger(bracket));
        assertThat(distance).isBetween(range * 25, range * 100);
    }

    @Test
    void aChandelierHangsBelowTheHighAndNeverGoesBack() {
        desk.runUntil(() -> false, 60_000_000_000L);
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.market(Side.BUY, 1)),
                new BracketExits(null, new ExitStop.Chandelier(Timeframe.S5, 3, 4), 0, null))));
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();

        long before = 0;
        for (Order stop : stopsInTime(bracket)) {
            long now = desk.future.ticksOf(stop.terms().type().findTrigger().orElseThrow());
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(desk.position()).isZero();
    }

    @Test
    void aTrailingStopOfABracketFollowsTheBestTradeAndGoesOffThere() {
        OrderId bracket = desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(desk.market(Side.SELL, 2)),
                new BracketExits(null, new ExitStop.Trailing(new Trail.ByAmount(desk.price(TRAIL))), 0, null))));
        assertThat(desk.runUntil(() -> desk.hasLeg(bracket, OrderLeg.STOP))).isTrue();
        long first = desk.future.ticksOf(trigger(bracket));
        long[] best = {desk.last()};
        assertThat(desk.runUntil(() -> {
                    if (desk.leg(bracket, OrderLeg.STOP).state() == OrderState.WAITING) {
                        best[0] = Math.min(best[0], desk.last());
                    }
                    return isOver(bracket);
                }))
                .isTrue();
        assertThat(first - TRAIL - best[0])
                .as("how far the market went our way before it turned")
                .isPositive();
        assertThat(desk.future.ticksOf(trigger(bracket))).isEqualTo(best[0] + TRAIL);
        assertThat(desk.leg(bracket, OrderLeg.STOP).filled()).isEqualTo(desk.future.quantityOf(2));
        assertThat(desk.position()).isZero();
    }

    @Test
    void aLegThatAPersonMovedStaysThere() {
        OrderId bracket = enter(2, FAR, FAR);
        desk.runUntil(() -> isResting(bracket));
        Order stop = desk.leg(bracket, OrderLeg.STOP);
        Price moved = desk.price(desk.last() - FAR + 40);
        desk.session().apply(new AmendOrder(stop.id(), stop.terms().quantity(), moved));
        desk.runUntil(() -> false, 5_000_000_000L);
        assertThat(trigger(bracket)).isEqualTo(moved);
    }

    @Test
    void refusesExitsOnTheWrongSide() {
        Outcome outcome = desk.session()
                .apply(new PlaceBracket(new BracketTerms(
                        new Opening.ByOrder(desk.market(Side.BUY, 1)),
                        BracketExits.of(desk.price(desk.last() - 50), desk.price(desk.last() - 60)))));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.EXITS_MISPLACED));
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void aPreviewSaysWhereEachStopWouldStandAndSendsNothing() {
        desk.runUntil(() -> false, 120_000_000_000L);
        long last = desk.last();
        assertThat(preview(new ExitStop.Fixed(desk.price(last - 40))).stop()).contains(desk.price(last - 40));
        assertThat(preview(new ExitStop.Trailing(new Trail.ByAmount(desk.price(12))))
                        .stop())
                .contains(desk.price(last - 12));
        assertThat(preview(new ExitStop.Trailing(new Trail.ByShare(100))).stop())
                .contains(desk.price(last - Math.ceilDiv(last, 100)));
        long range = AverageRange.ticks(
                desk.session().core().bars().newest(desk.future.id(), Timeframe.S5),
                desk.future,
                Timeframe.S5,
                3,
                CoreSession.START_NANOS,
                desk.session().core().marketNanos());
        BracketPreview byRange = preview(new ExitStop.Atr(Timeframe.S5, 3, 2));
        assertThat(byRange.refusal()).isEmpty();
        assertThat(byRange.around()).contains(desk.price(last));
        assertThat(desk.future.ticksOf(byRange.stop().orElseThrow())).isBetween(last - 4 * range, last - range);
        assertThat(preview(new ExitStop.Chandelier(Timeframe.S5, 3, 2)).stop()).isEqualTo(byRange.stop());
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void aPreviewSaysWhyABracketWouldBeRefused() {
        assertThat(preview(new ExitStop.Fixed(desk.price(desk.last() + 10))).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.EXITS_MISPLACED));
        BracketPreview tooFew = preview(new ExitStop.Atr(Timeframe.H4, 14, 2));
        assertThat(tooFew.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.TOO_FEW_BARS));
        assertThat(tooFew.stop()).isEmpty();
        desk.session().apply(new EngageKillSwitch("enough"));
        assertThat(preview(new ExitStop.Fixed(desk.price(desk.last() - 10))).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.KILL_SWITCH));
    }

    private BracketPreview preview(ExitStop stop) {
        return desk.session()
                .core()
                .views()
                .preview(new BracketTerms(
                        new Opening.ByOrder(desk.market(Side.BUY, 1)), new BracketExits(null, stop, 0, null)));
    }

    @Test
    void refusesAnAverageOfTooFewBars() {
        Outcome outcome = desk.session()
                .apply(new PlaceBracket(new BracketTerms(
                        new Opening.ByOrder(desk.market(Side.BUY, 1)),
                        new BracketExits(null, new ExitStop.Atr(Timeframe.H4, 14, 2), 0, null))));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.TOO_FEW_BARS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void guardsOnAfterARestart(boolean withSnapshot) {
        OrderId bracket = enter(2, FAR, NEAR);
        desk.runUntil(() -> isResting(bracket));
        desk.restart(withSnapshot);
        assertThat(desk.runUntil(() -> isOver(bracket))).isTrue();
        assertThat(desk.position()).isZero();
    }

    private OrderId enter(long lots, long above, long below) {
        OrderDraft entry = desk.market(Side.BUY, lots);
        return desk.done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(entry),
                BracketExits.of(desk.price(desk.last() + above), desk.price(desk.last() - below)))));
    }

    private Order entry(OrderId bracket) {
        return desk.leg(bracket, OrderLeg.ENTRY);
    }

    private boolean isResting(OrderId bracket) {
        return desk.hasLeg(bracket, OrderLeg.TARGET)
                && desk.leg(bracket, OrderLeg.TARGET).state() == OrderState.ACCEPTED;
    }

    private boolean isOver(OrderId bracket) {
        return desk.parent(bracket).stage().isTerminal();
    }

    private Price trigger(OrderId bracket) {
        return desk.leg(bracket, OrderLeg.STOP).terms().type().findTrigger().orElseThrow();
    }

    private Price average(OrderId bracket) {
        return desk.parent(bracket).average();
    }

    private List<Order> stopsInTime(OrderId bracket) {
        return desk.session().facts().stream()
                .filter(OrderChanged.class::isInstance)
                .map(fact -> ((OrderChanged) fact).order())
                .filter(order -> order.terms().link().parent() == bracket.value()
                        && order.terms().link().leg() == OrderLeg.STOP)
                .toList();
    }

    private long lowestPosition() {
        long position = 0;
        long lowest = 0;
        for (var filled : desk.fills()) {
            position += filled.fill().side().sign()
                    * desk.future.lotsOf(filled.fill().quantity());
            lowest = Math.min(lowest, position);
        }
        return lowest;
    }
}
