package io.sextant.ui.panel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.EquityCurve;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortfolioModelTest {

    private final FakeEngine engine = new FakeEngine();
    private final PortfolioModel model = new PortfolioModel();

    @Test
    void sharesAreExposureOverEquityAtTheStatedRate() {
        place(FakeInstruments.HALO, Side.BUY, "1000");
        model.update(engine.desk());
        Position position = engine.desk().positions().getFirst();
        double expected = position.exposure().toDouble()
                / engine.desk().account().equity().toDouble()
                * 100;
        assertThat(model.sharePct(position)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void keepsRowsWhileTheirFiguresChange() {
        place(FakeInstruments.BTC, Side.BUY, "0.5");
        model.update(engine.desk());
        var row = model.positions().getFirst();
        engine.step(3);
        model.update(engine.desk());
        assertThat(model.positions().getFirst()).isSameAs(row);
        assertThat(row.get()).isEqualTo(engine.desk().positions().getFirst());
    }

    @Test
    void aClosedPositionStaysForWhatItEarned() {
        place(FakeInstruments.BTC, Side.BUY, "0.5");
        engine.setLast(FakeInstruments.BTC, "66000");
        place(FakeInstruments.BTC, Side.SELL, "0.5");
        model.update(engine.desk());
        assertThat(model.positions()).hasSize(1);
        assertThat(model.positions().getFirst().get().isFlat()).isTrue();
    }

    @Test
    void saysAtWhichRateCashIsWorthWhat() {
        model.update(engine.desk());
        assertThat(PortfolioModel.cashLines(engine.desk().account()))
                .filteredOn(line -> line.balance().currency().equals(Currency.USD))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.rate()).isPresent();
                    assertThat(line.worth()).contains(Money.parse("25000", Currency.USDT));
                });
    }

    @Test
    void growsTheCurveByMarksAndThinsItWithoutLosingAnExtreme() {
        model.loaded(new EquityCurve(new long[] {1}, new double[] {100}));
        for (int i = 2; i <= 3 * PortfolioModel.MAX_POINTS; i++) {
            model.marked(mark(i, i == 700 ? 5_000 : 100 + i % 7));
        }
        EquityCurve curve = model.curve().get();
        assertThat(curve.size()).isLessThanOrEqualTo(2 * PortfolioModel.MAX_POINTS);
        assertThat(Arrays.stream(curve.equity()).max().orElseThrow()).isEqualTo(5_000);
        assertThat(curve.timeNanos()).isSorted();
        assertThat(curve.timeNanos()[curve.size() - 1]).isEqualTo(3L * PortfolioModel.MAX_POINTS);
    }

    @Test
    void takesNoMarkTwice() {
        model.loaded(new EquityCurve(new long[] {5}, new double[] {100}));
        model.marked(mark(5, 200));
        model.marked(mark(4, 300));
        assertThat(model.curve().get().size()).isEqualTo(1);
    }

    @Test
    void labelsTheCurveAtRoundSteps() {
        assertThat(EquityLine.roundStep(0.7)).isEqualTo(1);
        assertThat(EquityLine.roundStep(130)).isEqualTo(200);
        assertThat(EquityLine.roundStep(2_300)).isEqualTo(5_000);
        assertThat(EquityLine.roundStep(0.06)).isCloseTo(0.1, within(1e-12));
    }

    private static AccountMarked mark(long timeNanos, long equity) {
        Money worth = Money.parse(Long.toString(equity), Currency.USDT);
        Money zero = Money.zero(Currency.USDT);
        return new AccountMarked(timeNanos, timeNanos, worth, zero, zero, zero, zero);
    }

    private void place(InstrumentId id, Side side, String quantity) {
        engine.submit(
                new CommandKey("k"),
                new PlaceOrder(OrderDraft.market(id, side, Quantity.parse(quantity), OrderOrigin.TICKET)));
    }
}
