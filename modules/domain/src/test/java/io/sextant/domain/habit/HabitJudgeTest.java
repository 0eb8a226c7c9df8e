package io.sextant.domain.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.habit.HabitFact.Kind;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HabitJudgeTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long MINUTE = 60_000_000_000L;
    private static final Money NONE = Money.parse("0", Currency.USDT);

    private final HabitJudge judge = new HabitJudge();
    private final List<HabitFact> facts = new ArrayList<>();
    private long position;
    private long orders;
    private long minute;

    private void hear(Event event) {
        judge.hear(event).ifPresent(facts::add);
    }

    private static Order order(
            long id, Side side, OrderType type, String quantity, OrderOrigin origin, OrderState state) {
        OrderDraft draft = new OrderDraft(
                BTC,
                side,
                type,
                Quantity.parse(quantity),
                type instanceof OrderType.Market ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                origin,
                "");
        return new Order(new OrderId(id), draft, state, Quantity.parse("0"), NONE, 0, 0);
    }

    /** An order at the market that is filled at once. */
    private void trade(Side side, String quantity, double price, OrderOrigin origin) {
        long id = ++orders;
        long now = minute * MINUTE;
        Order order = order(id, side, OrderType.market(), quantity, origin, OrderState.SUBMITTED);
        hear(new OrderChanged(++position, now, order, OrderState.SUBMITTED, ""));
        hear(new OrderFilled(
                ++position,
                now,
                new Fill(
                        id,
                        new OrderId(id),
                        BTC,
                        side,
                        Price.parse(Double.toString(price)),
                        Quantity.parse(quantity),
                        NONE,
                        NONE,
                        false,
                        now)));
    }

    private void roundTrips(int count, double bought, double sold) {
        for (int i = 0; i < count; i++) {
            minute += 120;
            trade(Side.BUY, "1", bought, OrderOrigin.TICKET);
            minute += 60;
            trade(Side.SELL, "1", sold, OrderOrigin.TICKET);
        }
    }

    @Test
    void aLargerOrderSoonAfterALossIsNoticedAndAUsualOneOrALaterOneIsNot() {
        roundTrips(6, 100, 99);
        minute += 5;
        trade(Side.BUY, "1", 99, OrderOrigin.TICKET);
        assertThat(facts).isEmpty();
        minute += 1;
        trade(Side.SELL, "1", 98, OrderOrigin.TICKET);
        minute += 14;
        trade(Side.BUY, "1.5", 98, OrderOrigin.TICKET);
        assertThat(facts)
                .containsExactly(new HabitFact(Kind.AFTER_A_LOSS, BTC, 1.5, 14, minute * MINUTE, position - 1));
        facts.clear();
        minute += 70;
        trade(Side.SELL, "1.5", 97, OrderOrigin.TICKET);
        minute += 16;
        trade(Side.BUY, "3", 97, OrderOrigin.TICKET);
        assertThat(facts).isEmpty();
    }

    @Test
    void aGainBeforeOrAMachinesOrderIsNobodysAnger() {
        roundTrips(6, 100, 101);
        minute += 1;
        trade(Side.BUY, "5", 101, OrderOrigin.TICKET);
        minute += 1;
        trade(Side.SELL, "5", 90, OrderOrigin.TICKET);
        minute += 1;
        trade(Side.BUY, "50", 90, OrderOrigin.STRATEGY);
        assertThat(facts).isEmpty();
    }

    @Test
    void manyOrdersAreHeldAgainstThisPersonsOwnHours() {
        roundTrips(15, 100, 101);
        assertThat(facts).isEmpty();
        minute += 600;
        for (int i = 0; i < 12; i++) {
            minute += 1;
            trade(i % 2 == 0 ? Side.BUY : Side.SELL, "1", 100, OrderOrigin.LADDER);
        }
        // One an hour is usual; the tenth within the hour is told, and the hour's others are not.
        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().kind()).isEqualTo(Kind.MANY_ORDERS);
        assertThat(facts.getFirst().measured()).isEqualTo(10);
        assertThat(facts.getFirst().usual()).isEqualTo(1);
    }

    @Test
    void moreOfALosingPositionIsNoticedFromOnePercentUnder() {
        trade(Side.SELL, "1", 100, OrderOrigin.TICKET);
        trade(Side.SELL, "1", 100.9, OrderOrigin.TICKET);
        assertThat(facts).isEmpty();
        trade(Side.SELL, "1", 102.4545, OrderOrigin.TICKET);
        assertThat(facts).extracting(HabitFact::kind).containsExactly(Kind.ADDED_TO_A_LOSER);
        // The average of 100 and 100.9 is 100.45.
        assertThat(facts.getFirst().measured()).isCloseTo(100 * (102.4545 / 100.45 - 1), within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void aStopThatGoesAwayFromTheMarketIsNoticedAndOneThatFollowsIsNot() {
        trade(Side.BUY, "1", 100, OrderOrigin.TICKET);
        stop("95", OrderState.WAITING, true);
        stop("96", OrderState.WAITING, false);
        assertThat(facts).isEmpty();
        stop("93.12", OrderState.WAITING, false);
        assertThat(facts).extracting(HabitFact::kind).containsExactly(Kind.STOP_MOVED_AWAY);
        assertThat(facts.getFirst().measured()).isCloseTo(3, within());
        HabitFact fact = facts.getFirst();
        assertThat(HabitFact.findIn(
                        Map.entry(fact.toSetting().key(), fact.toSetting().value())))
                .contains(fact);
    }

    private void stop(String trigger, OrderState state, boolean fresh) {
        long id = fresh ? ++orders : orders;
        Order order = order(id, Side.SELL, new OrderType.Stop(Price.parse(trigger)), "1", OrderOrigin.TICKET, state);
        hear(new OrderChanged(++position, minute * MINUTE, order, state, ""));
    }
}
