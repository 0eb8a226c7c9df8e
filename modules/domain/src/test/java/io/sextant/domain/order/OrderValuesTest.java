package io.sextant.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrderValuesTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final Quantity TWO = Quantity.parse("2");
    private static final Money DOLLAR = Money.parse("1", Currency.USD);

    @Test
    void anOrderNeverFillsMoreThanItsTerms() {
        OrderDraft terms = OrderDraft.limit(BTC, Side.BUY, TWO, Price.parse("1"), OrderOrigin.TICKET);
        Order order = new Order(new OrderId(1), terms, OrderState.PARTLY_FILLED, Quantity.parse("0.5"), DOLLAR, 1, 2);
        assertThat(order.remaining()).isEqualTo(Quantity.parse("1.5"));

        refused(() -> new Order(new OrderId(1), terms, OrderState.FILLED, Quantity.parse("2.1"), DOLLAR, 1, 2));
    }

    @Test
    void nothingIsOrderedOrFilledByZero() {
        refused(() -> OrderDraft.market(BTC, Side.BUY, Quantity.ZERO, OrderOrigin.TICKET));
        refused(() -> new AmendOrder(new OrderId(1), Quantity.ZERO, Price.parse("1")));
        refused(() ->
                new Fill(1, new OrderId(1), BTC, Side.BUY, Price.parse("1"), Quantity.ZERO, DOLLAR, DOLLAR, true, 1));
        refused(() -> new OrderId(0));
    }

    @Test
    void aReasonIsNoLongerThanTheTablesKeep() {
        String longest = "x".repeat(OrderDraft.LONGEST_REASON);
        assertThat(draft(longest).reason()).isEqualTo(longest);
        refused(() -> draft(longest + "x"));
    }

    private static OrderDraft draft(String reason) {
        return new OrderDraft(
                BTC, Side.BUY, OrderType.market(), TWO, TimeInForce.IMMEDIATE_OR_CANCEL, OrderOrigin.TICKET, reason);
    }

    @Test
    void aMarketOrderCannotStay() {
        refused(() -> new OrderDraft(
                BTC, Side.BUY, OrderType.market(), TWO, TimeInForce.GOOD_TILL_CANCELLED, OrderOrigin.TICKET, ""));
    }

    @Test
    void limitsAreUniqueAndNeverNegative() {
        InstrumentLimits limits = new InstrumentLimits(BTC, TWO, DOLLAR, 100, TWO);
        assertThat(new RiskLimits(List.of(limits), null, List.of()).findLimits(BTC))
                .contains(limits);
        assertThat(RiskLimits.NONE.findLimits(BTC)).isEmpty();

        refused(() -> new RiskLimits(List.of(limits, limits), null, List.of()));
        refused(() -> new InstrumentLimits(BTC, TWO, DOLLAR.negated(), 100, TWO));
        refused(() -> new InstrumentLimits(BTC, TWO, DOLLAR, 10_001, TWO));
        refused(() -> new InstrumentLimits(BTC, TWO, DOLLAR, -1, TWO));
    }

    @Test
    void commandsSayWhatCanBeDone() {
        refused(() -> new CommandKey(""));
        refused(() -> new CommandKey("k".repeat(65)));
        refused(() -> new ChangeMarketPace(0, false));
        refused(() -> new ChangeMarketPace(Double.NaN, false));
        assertThat(new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false).timesRealTime())
                .isInfinite();
    }

    private static void refused(ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
    }
}
