package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosted strategies' books stay what the account holds of theirs: over late fills, over people's hands, and over a flattening. */
class HostedPositionsTest {

    private final BreakerDesk desk = new BreakerDesk();

    @BeforeEach
    void twoRun() {
        for (String name : List.of("one", "two")) {
            done(new HostStrategy(new HostingTerms(
                    name,
                    "sma-cross",
                    Map.of(),
                    List.of(desk.future.id()),
                    Timeframe.M1,
                    usd("90000"),
                    new HostingLimits(usd("90000"), usd("80000"), 100, 100),
                    new BacktestSetup.Costs(0, 0, 0))));
            steer(name, HostSteering.START);
        }
    }

    private static Money usd(String amount) {
        return Money.parse(amount, Currency.USD);
    }

    private void done(Command command) {
        assertThat(desk.session.apply(command)).isInstanceOf(Outcome.Done.class);
        desk.runToNow();
    }

    private void steer(String name, HostSteering how) {
        done(SteerStrategy.asked(name, how, ""));
    }

    private Outcome send(String name, Side side, long lots, TimeInForce howLong) {
        return desk.session.apply(new PlaceStrategyOrder(
                name,
                new OrderDraft(
                        desk.future.id(),
                        side,
                        OrderType.limit(desk.future.priceOf(desk.start)),
                        desk.future.quantityOf(lots),
                        howLong,
                        OrderOrigin.STRATEGY,
                        "crossed-up")));
    }

    private Optional<RefusalCode> order(String name, Side side, long lots) {
        Outcome outcome = send(name, side, lots, TimeInForce.IMMEDIATE_OR_CANCEL);
        desk.runToNow();
        return outcome instanceof Outcome.Refused(var refusal) ? Optional.of(refusal.code()) : Optional.empty();
    }

    private HostedStrategy see(String name) {
        return desk.session.core().hosted().strategies().stream()
                .filter(each -> each.terms().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double units(String name) {
        return see(name).positions().stream().mapToDouble(held -> held.units()).sum();
    }

    private long account() {
        return desk.session.core().views().positionLots(desk.index);
    }

    private void flatten() {
        done(new FlattenPositions(new CancelScope.OneInstrument(desk.future.id())));
        desk.pass(3);
    }

    @Test
    void aFillThatComesAfterTheCancelIsTheStrategys() {
        desk.venue.letsRest();
        Outcome sent = send("one", Side.BUY, 2, TimeInForce.GOOD_TILL_CANCELLED);
        desk.runToNow();
        long orderId = ((Outcome.Done) sent).order().orElseThrow().value();
        steer("one", HostSteering.PAUSE);
        assertThat(see("one").positions()).isEmpty();

        // Who reads the state back knows whose it was, too.
        StateBytes saved = new StateBytes();
        desk.session.core().save(saved);
        desk.session.core().load(StateBytes.reader(saved.toByteArray()));
        desk.venue.fill(orderId, 2, desk.start, desk.nowNanos());
        desk.runToNow();

        assertThat(account()).isEqualTo(2);
        assertThat(units("one")).isEqualTo(2);
        assertThat(see("one").fills()).hasSize(1);
        assertThat(desk.session.apply(SteerStrategy.asked("one", HostSteering.REMOVE, "")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anOrderThatIsOverHoldsNobodyUp() {
        assertThat(order("one", Side.BUY, 1)).isEmpty();
        assertThat(order("one", Side.SELL, 1)).isEmpty();
        steer("one", HostSteering.STOP_AND_CLOSE);
        assertThat(see("one").stage()).isEqualTo(HostedStage.STOPPED);
        steer("one", HostSteering.REMOVE);
    }

    @Test
    void aFlatteningPausesWhoHoldsAndLeavesNoPhantoms() {
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        desk.trade(Side.BUY, 1);
        desk.venue.fillsAt(desk.start - 10);
        flatten();

        assertThat(account()).isZero();
        assertThat(see("one").positions()).isEmpty();
        assertThat(see("one").stage()).isEqualTo(HostedStage.PAUSED);
        assertThat(see("one").why()).contains("flattened");
        assertThat(see("two").stage()).isEqualTo(HostedStage.RUNNING);
        // Two lots bought ten ticks higher; each tick of a lot is worth half a dollar.
        assertThat(see("one").figures().realised()).isEqualTo(usd("-10.00"));
        steer("one", HostSteering.RESUME);
        steer("one", HostSteering.STOP_AND_CLOSE);
        assertThat(see("one").stage()).isEqualTo(HostedStage.STOPPED);
    }

    @Test
    void aFlatteningClosesWhatStrategiesHoldAgainstEachOther() {
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        assertThat(order("two", Side.SELL, 1)).isEmpty();
        flatten();
        assertThat(account()).isZero();
        assertThat(see("one").positions()).isEmpty();
        assertThat(see("two").positions()).isEmpty();
    }

    @Test
    void aFlatteningSetsBooksRightWhereTheAccountIsFlatAlready() {
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        desk.trade(Side.SELL, 2);
        flatten();
        assertThat(see("one").positions()).isEmpty();
        assertThat(account()).isZero();
    }

    @Test
    void nobodyGoesOnWhileItsInstrumentIsFlattened() {
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        desk.venue.letsRest();
        done(new FlattenPositions(new CancelScope.OneInstrument(desk.future.id())));
        assertThat(desk.session.apply(SteerStrategy.asked("one", HostSteering.RESUME, "")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.FLATTENING));
    }

    @Test
    void anExitThatWouldOpenAPositionOfTheAccountIsRefused() {
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        desk.trade(Side.SELL, 1);
        assertThat(order("one", Side.SELL, 2)).contains(RefusalCode.STRATEGY_BEYOND_ACCOUNT);
        assertThat(order("one", Side.SELL, 1)).isEmpty();
        assertThat(account()).isZero();
        assertThat(order("one", Side.SELL, 1)).contains(RefusalCode.STRATEGY_BEYOND_ACCOUNT);
    }

    @Test
    void strategiesThatHoldAgainstEachOtherMayBothGetOut() {
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        assertThat(order("two", Side.SELL, 2)).isEmpty();
        assertThat(order("one", Side.SELL, 2)).isEmpty();
        assertThat(order("two", Side.BUY, 2)).isEmpty();
        assertThat(account()).isZero();
    }

    @Test
    void twoStrategiesThatWishTheSameAreNoSlipAndOneThatWishesItTwiceIs() {
        long unset = AccountLimits.UNSET;
        desk.limit(new AccountLimits(
                unset,
                unset,
                RateLimit.UNBOUNDED,
                RateLimit.UNBOUNDED,
                RateLimit.UNBOUNDED,
                2 * BreakerDesk.SECOND,
                false,
                unset,
                unset,
                unset,
                unset,
                true,
                List.of(),
                new BreakerLimits(unset, unset, RateLimit.UNBOUNDED, unset, unset)));
        assertThat(order("one", Side.BUY, 1)).isEmpty();
        assertThat(order("two", Side.BUY, 1)).isEmpty();
        assertThat(order("one", Side.BUY, 1)).contains(RefusalCode.DUPLICATE_ORDER);
        desk.pass(2);
        assertThat(order("one", Side.BUY, 1)).isEmpty();
    }
}
