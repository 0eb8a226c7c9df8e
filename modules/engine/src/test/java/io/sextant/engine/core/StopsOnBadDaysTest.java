package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What stands between a person and a loss outlasts what goes wrong around it, and never does more than it was for. */
class StopsOnBadDaysTest {

    private final BreakerDesk desk = new BreakerDesk();

    @Test
    void aTrailingStopGrowsWithTheEntryFromWhereItTrails() {
        desk.venue.letsRest();
        OrderId bracket = done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(limit(Side.BUY, 10, desk.start, OrderHandling.PLAIN)),
                new BracketExits(null, new ExitStop.Trailing(new Trail.ByAmount(price(8))), 0, null))));
        long entry = newest(leg(bracket, OrderLeg.ENTRY)).id().value();
        desk.venue.fill(entry, 3, desk.start, desk.nowNanos());
        desk.pass(2);
        assertThat(newest(leg(bracket, OrderLeg.STOP)).terms().quantity()).isEqualTo(lots(3));

        desk.tick(desk.start + 5);
        desk.venue.fill(entry, 7, desk.start, desk.nowNanos());
        desk.pass(3);

        Order stop = newest(leg(bracket, OrderLeg.STOP));
        assertThat(stop.terms().quantity()).isEqualTo(lots(10));
        assertThat(stop.state()).isEqualTo(OrderState.WAITING);
        assertThat(stop.terms().type().findTrigger()).contains(price(desk.start + 5 - 8));
    }

    @Test
    void aCancelThatTheVenueRefusedIsAskedAgainUntilTheStopCanGo() {
        OrderId bracket = holdWithTarget(5);
        desk.venue.keepsOrders(true);
        desk.tick(desk.start - 20);
        desk.pass(3);
        assertThat(newest(leg(bracket, OrderLeg.TARGET)).state().isTerminal()).isFalse();

        desk.venue.keepsOrders(false);
        desk.venue.fillsAt(desk.start - 20);
        desk.pass(3);

        assertThat(newest(leg(bracket, OrderLeg.TARGET)).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(newest(leg(bracket, OrderLeg.STOP)).state()).isEqualTo(OrderState.FILLED);
        assertThat(position()).isZero();
    }

    @Test
    void aStopSendsOnlyWhatALateFillOfItsTargetLeft() {
        desk.venue.fillsAt(desk.start);
        desk.trade(Side.BUY, 10);
        OrderId bracket = holdWithTarget(5);
        long target = newest(leg(bracket, OrderLeg.TARGET)).id().value();
        desk.venue.answersAfter(2 * BreakerDesk.SECOND);
        desk.tick(desk.start - 20);
        desk.venue.fill(target, 3, desk.start + 40, desk.nowNanos());
        desk.venue.fillsAt(desk.start - 20);
        desk.pass(6);

        assertThat(newest(leg(bracket, OrderLeg.STOP)).filled()).isEqualTo(lots(2));
        assertThat(position()).isEqualTo(10);
    }

    @Test
    void aStopStaysWhereItsVenueIsNotReadyAndGoesWhenItIs() {
        desk.trade(Side.BUY, 2);
        OrderId stop = done(new PlaceOrder(new OrderDraft(
                desk.future.id(),
                Side.SELL,
                new OrderType.Stop(price(desk.start - 10)),
                lots(2),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                OrderLink.NONE,
                "")));
        desk.venue.trust(VenueTrust.CHECKING);
        desk.tick(desk.start - 12);
        desk.pass(2);
        assertThat(newest(order -> order.id().equals(stop)).state()).isEqualTo(OrderState.WAITING);
        assertThat(desk.facts(OrderChanged.class).getLast().reason()).contains("VENUE_NOT_RECONCILED");
        int told = desk.facts(OrderChanged.class).size();
        desk.pass(5);
        assertThat(desk.facts(OrderChanged.class)).as("told once").hasSize(told);

        desk.venue.trust(VenueTrust.AGREED);
        desk.venue.fillsAt(desk.start - 12);
        desk.pass(2);
        assertThat(newest(order -> order.id().equals(stop)).state()).isEqualTo(OrderState.FILLED);
        assertThat(position()).isZero();
    }

    @Test
    void ordersThatMayOnlyReduceAreCountedTogether() {
        desk.trade(Side.BUY, 10);
        desk.venue.letsRest();
        OrderId first =
                done(new PlaceOrder(limit(Side.SELL, 5, desk.start + 30, OrderHandling.PLAIN.withReduceOnly())));
        OrderId second =
                done(new PlaceOrder(limit(Side.SELL, 5, desk.start + 31, OrderHandling.PLAIN.withReduceOnly())));
        desk.pass(1);
        desk.venue.fillsAt(desk.start);
        desk.trade(Side.SELL, 7);
        desk.pass(2);

        long left = 0;
        for (OrderId id : List.of(first, second)) {
            Order order = newest(one -> one.id().equals(id));
            left += order.state().isTerminal() ? 0 : desk.future.lotsOf(order.remaining());
        }
        assertThat(position()).isEqualTo(3);
        assertThat(left).isEqualTo(3);
    }

    @Test
    void aLimitThatWouldComeToStandBelowZeroIsNoMarketOrder() {
        desk.trade(Side.BUY, 2);
        OrderId stop = done(new PlaceOrder(new OrderDraft(
                desk.future.id(),
                Side.SELL,
                new OrderType.StopLimit(price(desk.start - 10), price(5)),
                lots(2),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                OrderLink.NONE,
                "")));
        assertThat(refused(new AmendOrder(stop, lots(2), price(desk.start - 15))))
                .isEqualTo(RefusalCode.PRICE_NOT_POSITIVE);
        assertThat(refused(new AmendOrder(stop, lots(2), price(desk.start - 25))))
                .isEqualTo(RefusalCode.PRICE_NOT_POSITIVE);
    }

    @Test
    void whatNobodyCanCountIsRefusedBeforeItBegins() {
        Price beyond = Price.of(Long.MAX_VALUE, 0);
        assertThat(refused(bracketTo(beyond))).isEqualTo(RefusalCode.AMOUNT_TOO_LARGE);
        assertThat(refused(bracketTo(price(Long.MAX_VALUE / 1_000)))).isEqualTo(RefusalCode.AMOUNT_TOO_LARGE);
        Quantity all = Quantity.of(Long.MAX_VALUE, 0);
        assertThat(refused(twap(all))).isEqualTo(RefusalCode.AMOUNT_TOO_LARGE);
        AlgoPlan flat = new AlgoPlan.Shortfall(60 * BreakerDesk.SECOND, 2, new ImpactTerms(0.001, 0.001, 1, 1e-6));
        assertThat(refused(new PlaceAlgo(
                        new AlgoTerms(desk.future.id(), Side.BUY, lots(4), null, false, flat, OrderOrigin.TICKET, ""))))
                .isEqualTo(RefusalCode.NO_SCHEDULE);
    }

    @Test
    void anAlgorithmIsJudgedAsAWholeAndNotBegunTwiceByTwoPresses() {
        assertThat(refused(twap(lots(1_000_000)))).isIn(RefusalCode.POSITION_LIMIT, RefusalCode.BUYING_POWER);
        done(twap(lots(4)));
        assertThat(refused(twap(lots(4)))).isEqualTo(RefusalCode.DUPLICATE_PARENT);
        desk.pass(3);
        done(twap(lots(4)));
    }

    private PlaceAlgo twap(Quantity quantity) {
        return new PlaceAlgo(new AlgoTerms(
                desk.future.id(),
                Side.BUY,
                quantity,
                null,
                false,
                new AlgoPlan.Twap(60 * BreakerDesk.SECOND, 4),
                OrderOrigin.TICKET,
                ""));
    }

    private PlaceBracket bracketTo(Price target) {
        return new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(limit(Side.BUY, 5, desk.start, OrderHandling.PLAIN)),
                BracketExits.of(target, price(desk.start - 20))));
    }

    /** A bracket whose entry is filled, its target resting far above and its stop twenty ticks below. */
    private OrderId holdWithTarget(long wanted) {
        desk.venue.letsRest();
        OrderId bracket = done(new PlaceBracket(new BracketTerms(
                new Opening.ByOrder(limit(Side.BUY, wanted, desk.start + 1, OrderHandling.PLAIN)),
                BracketExits.of(price(desk.start + 40), price(desk.start - 20)))));
        desk.venue.fill(newest(leg(bracket, OrderLeg.ENTRY)).id().value(), wanted, desk.start, desk.nowNanos());
        desk.pass(2);
        assertThat(newest(leg(bracket, OrderLeg.TARGET)).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(newest(leg(bracket, OrderLeg.STOP)).state()).isEqualTo(OrderState.WAITING);
        return bracket;
    }

    private OrderDraft limit(Side side, long wanted, long ticks, OrderHandling handling) {
        return new OrderDraft(
                desk.future.id(),
                side,
                OrderType.limit(price(ticks)),
                lots(wanted),
                TimeInForce.GOOD_TILL_CANCELLED,
                handling,
                OrderOrigin.TICKET,
                OrderLink.NONE,
                "");
    }

    private static Predicate<Order> leg(OrderId parent, OrderLeg leg) {
        return order -> order.terms().link().equals(new OrderLink(parent.value(), leg));
    }

    private Order newest(Predicate<Order> which) {
        return desk.facts(OrderChanged.class).stream()
                .map(OrderChanged::order)
                .filter(which)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private Price price(long ticks) {
        return desk.future.priceOf(ticks);
    }

    private Quantity lots(long count) {
        return desk.future.quantityOf(count);
    }

    private long position() {
        return desk.facts(OrderFilled.class).stream()
                .mapToLong(filled -> filled.fill().side().sign()
                        * desk.future.lotsOf(filled.fill().quantity()))
                .sum();
    }

    private OrderId done(Command command) {
        Outcome outcome = desk.session.apply(command);
        desk.runToNow();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).order().orElseThrow();
    }

    private RefusalCode refused(Command command) {
        Outcome outcome = desk.session.apply(command);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().code();
    }
}
