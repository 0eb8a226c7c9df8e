package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.SizingRule;
import io.sextant.domain.risk.TailRisk;
import io.sextant.engine.testing.CoreSession;
import io.sextant.risk.measure.HistoricalTail;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Risk of orders on a real desk, over days that the test makes up. */
class RiskDeskTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final EngineHealth WELL = new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0);

    private final CoreSession session = CoreSession.begin(3);
    private final Instrument mnq;
    private int days = 300;
    private final RiskDesk desk;

    RiskDeskTest() {
        session.run(20_000);
        mnq = session.core().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith("MNQ"))
                .findFirst()
                .orElseThrow();
        desk = new RiskDesk(session.core().instruments(), this::bars);
    }

    @Test
    void anOrderOnAnEmptyDeskBringsTheTailOfItsInstrument() {
        OrderDraft draft = OrderDraft.limit(mnq.id(), Side.BUY, mnq.quantityOf(2), lastPrice(), OrderOrigin.TICKET);

        OrderRisk.Measured risk = (OrderRisk.Measured) ofOrder(draft);

        double amount = mnq.notional(last(), 2).toDouble();
        double[] outcomes = returns();
        Arrays.setAll(outcomes, i -> outcomes[i] * amount);
        TailRisk expected = HistoricalTail.of(outcomes, 0.95);
        assertThat(risk.before()).isEqualTo(TailRisk.NONE);
        assertThat(risk.after().valueAtRisk()).isEqualTo(expected.valueAtRisk(), within(amount * 1e-12));
        assertThat(risk.after().expectedShortfall()).isEqualTo(expected.expectedShortfall(), within(amount * 1e-12));
        assertThat(risk.days()).isEqualTo(299);
        assertThat(risk.after().expectedShortfall()).isPositive();
    }

    @Test
    void anOrderThatClosesThePositionTakesItsRiskAway() {
        session.apply(new PlaceOrder(OrderDraft.market(mnq.id(), Side.BUY, mnq.quantityOf(1), OrderOrigin.TICKET)));
        session.run(5_000);
        assertThat(state().positions()).isNotEmpty();
        OrderDraft closing = OrderDraft.market(mnq.id(), Side.SELL, mnq.quantityOf(1), OrderOrigin.TICKET);

        OrderRisk.Measured risk = (OrderRisk.Measured) ofOrder(closing);

        assertThat(risk.before().expectedShortfall()).isGreaterThan(100);
        assertThat(Math.abs(risk.after().expectedShortfall()))
                .as("what is left is the spread between mark and expected price")
                .isLessThan(risk.before().expectedShortfall() / 100);
    }

    @Test
    void ordersThatUndoEachOtherLeaveTheRiskAsItIs() {
        OrderDraft buy = OrderDraft.limit(mnq.id(), Side.BUY, mnq.quantityOf(2), lastPrice(), OrderOrigin.TICKET);
        OrderDraft sell = OrderDraft.limit(mnq.id(), Side.SELL, mnq.quantityOf(1), lastPrice(), OrderOrigin.TICKET);

        OrderRisk.Measured both = (OrderRisk.Measured) ofOrders(List.of(buy, sell));
        OrderRisk.Measured one = (OrderRisk.Measured) ofOrders(
                List.of(OrderDraft.limit(mnq.id(), Side.BUY, mnq.quantityOf(1), lastPrice(), OrderOrigin.TICKET)));

        assertThat(both).isEqualTo(one);
        assertThat(both.after().expectedShortfall()).isPositive();
    }

    @Test
    void claimsNothingOnTooFewDays() {
        days = 60;
        OrderDraft draft = OrderDraft.limit(mnq.id(), Side.BUY, mnq.quantityOf(1), lastPrice(), OrderOrigin.TICKET);

        assertThat(ofOrder(draft)).isEqualTo(new OrderRisk.TooLittleHistory(List.of(mnq.id()), 59, 60));
        assertThat(size(new SizingRule.TailBudget(1))).isInstanceOf(SizeSuggestion.TooLittleHistory.class);
    }

    @Test
    void aVolatilityTargetIsUsedUpToTheLastLot() {
        SizeSuggestion.Suggested suggested = (SizeSuggestion.Suggested) size(new SizingRule.VolatilityTarget(1, 2));

        long lots = mnq.lotsOf(suggested.quantity());
        double equity = state().account().equity().toDouble();
        double aLot = suggested.atrMoney() / lots;
        assertThat(2 * suggested.atrMoney()).isLessThanOrEqualTo(equity / 100 * (1 + 1e-9));
        assertThat(2 * (suggested.atrMoney() + aLot)).isGreaterThan(equity / 100);
    }

    @Test
    void aTailBudgetIsUsedUpToTheLastLot() {
        SizeSuggestion.Suggested suggested = (SizeSuggestion.Suggested) size(new SizingRule.TailBudget(1));

        double equity = state().account().equity().toDouble();
        assertThat(suggested.shortfallAfter()).isLessThanOrEqualTo(equity / 100);
        long lots = mnq.lotsOf(suggested.quantity());
        assertThat(suggested.shortfallAfter() * (lots + 1) / lots).isGreaterThan(equity / 100);
    }

    private OrderRisk ofOrder(OrderDraft draft) {
        return ofOrders(List.of(draft));
    }

    private OrderRisk ofOrders(List<OrderDraft> drafts) {
        return desk.ofOrders(
                drafts, drafts.stream().map(session.core().views()::preview).toList(), state());
    }

    private SizeSuggestion size(SizingRule rule) {
        return desk.size(new Query.Size(mnq.id(), Side.BUY, lastPrice(), rule), state());
    }

    private DeskState state() {
        return session.core().views().desk(session.core().marketNanos(), WELL);
    }

    private long last() {
        return session.core().lastTicks()[session.core().instruments().indexOf(mnq.id())];
    }

    private Price lastPrice() {
        return mnq.priceOf(last());
    }

    private double[] returns() {
        BarSeries made = bars(new Query.Bars(mnq.id(), Timeframe.D1, 0, days));
        double[] returns = new double[made.size() - 1];
        Arrays.setAll(returns, i -> made.close()[i + 1] / made.close()[i] - 1);
        return returns;
    }

    private BarSeries bars(Query.Bars wanted) {
        int count = Math.min(days, wanted.limit());
        RandomGenerator random = new Random(11);
        long[] times = new long[count];
        double[] open = new double[count];
        double[] high = new double[count];
        double[] low = new double[count];
        double[] close = new double[count];
        double price = 20_000;
        for (int i = 0; i < count; i++) {
            times[i] = (i + 1) * DAY_NANOS;
            open[i] = price;
            price *= 1 + 0.01 * random.nextGaussian();
            close[i] = price;
            high[i] = Math.max(open[i], price) * 1.002;
            low[i] = Math.min(open[i], price) * 0.998;
        }
        return new BarSeries(times, open, high, low, close, new double[count], count);
    }
}
