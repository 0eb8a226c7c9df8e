package io.sextant.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PositionKeeperTest {

    /** A tick is 0.01 USDT and a lot 0.001 BTC, so one tick-lot is 1,000 ledger units and a lot 10^7 position units. */
    private static final SpotPair BTC = new SpotPair(
            InstrumentId.of("BTC-USDT"),
            "Bitcoin",
            Currency.BTC,
            Currency.USDT,
            TradingRules.of("0.01", "0.001"),
            FeeSchedule.FREE);

    private static final Future ES = new Future(
            InstrumentId.of("ES-2026Z"),
            "E-mini S&P 500",
            Currency.USD,
            TradingRules.of("0.25", "1"),
            FeeSchedule.FREE,
            50,
            1_797_000_000_000_000_000L);

    private static final long UNITS_PER_LOT = 10_000_000;

    private final PositionKeeper average = new PositionKeeper(BTC, CostBasis.AVERAGE);
    private final PositionKeeper fifo = new PositionKeeper(BTC, CostBasis.FIRST_IN_FIRST_OUT);

    @Test
    void averagesWhatWasBought() {
        buy(average, 100, 1);
        buy(average, 200, 3);
        sell(average, 400, 2);

        assertThat(average.signedLots()).isEqualTo(2);
        assertThat(average.openCostUnits()).isEqualTo(350_000);
        assertThat(average.realisedUnits()).isEqualTo(2 * 400_000 - 350_000);
        assertThat(average.toPosition(400).averagePrice(1)).isEqualTo(1.75);
    }

    @Test
    void closesTheOldestFirst() {
        buy(fifo, 100, 1);
        buy(fifo, 200, 3);
        sell(fifo, 400, 2);

        assertThat(fifo.openCostUnits()).isEqualTo(400_000);
        assertThat(fifo.realisedUnits()).isEqualTo(2 * 400_000 - 300_000);
    }

    @Test
    void splitsTheFillThatFlipsThePosition() {
        buy(average, 100, 2);
        sell(average, 130, 5);

        assertThat(average.signedLots()).isEqualTo(-3);
        assertThat(average.openCostUnits()).isEqualTo(-3 * 130_000);
        assertThat(average.realisedUnits()).isEqualTo(2 * 30_000);
        assertThat(average.unrealisedUnits(120)).isEqualTo(3 * 10_000);
    }

    @Test
    void earnsWithAShortWhenThePriceFalls() {
        sell(fifo, 200, 4);
        buy(fifo, 150, 1);

        assertThat(fifo.realisedUnits()).isEqualTo(50_000);
        assertThat(fifo.openCostUnits()).isEqualTo(-600_000);
        assertThat(fifo.cashFlowUnits()).isEqualTo(800_000 - 150_000);
        assertThat(fifo.marketValueUnits(150)).isEqualTo(-450_000);
    }

    @Test
    void takesAFeeInBaseFromTheUnitsHeld() {
        average.onFill(Side.BUY, 100, 10, UNITS_PER_LOT / 100, true);

        assertThat(average.signedUnits()).isEqualTo(10 * UNITS_PER_LOT - UNITS_PER_LOT / 100);
        assertThat(average.signedLots()).isEqualTo(9);
        assertThat(average.openCostUnits()).isEqualTo(1_000_000);
        assertThat(average.feesBaseUnits()).isEqualTo(UNITS_PER_LOT / 100);
        assertThat(average.feesQuoteUnits()).isZero();
        assertThat(average.unrealisedUnits(100)).isEqualTo(-1_000);
    }

    @Test
    void losesThePriceOfAFillThatTheFeeInBaseEatsWhole() {
        average.onFill(Side.BUY, 100, 1, UNITS_PER_LOT, true);

        assertThat(average.signedUnits()).isZero();
        assertThat(average.realisedUnits()).isEqualTo(-100_000);
        assertThat(average.cashFlowUnits()).isEqualTo(-100_000);
    }

    @Test
    void paysNothingForAFutureButItsProfit() {
        PositionKeeper future = new PositionKeeper(ES, CostBasis.AVERAGE);
        future.onFill(Side.BUY, 20_000, 2, 450_000_000, false);
        assertThat(future.cashFlowUnits()).isEqualTo(-450_000_000);
        assertThat(future.exposureUnits(20_000)).isEqualTo(50_000_000_000_000L);
        assertThat(future.marketValueUnits(20_004)).isEqualTo(10_000_000_000L);

        future.onFill(Side.SELL, 20_004, 2, -50_000_000, false);
        assertThat(future.cashFlowUnits()).isEqualTo(10_000_000_000L - 400_000_000);
        assertThat(future.marketValueUnits(30_000)).isZero();
    }

    @Test
    void leavesNoCostBehindWhenEverythingIsClosed() {
        buy(average, 100, 1);
        buy(average, 101, 2);
        sell(average, 99, 1);
        sell(average, 99, 1);
        sell(average, 99, 1);

        assertThat(average.openCostUnits()).isZero();
        assertThat(average.realisedUnits()).isEqualTo(3 * 99_000 - 302_000);
    }

    @Test
    void describesThePositionWithItsMoney() {
        sell(average, 150, 2);

        Position position = average.toPosition(100);
        assertThat(position.signedText()).isEqualTo("-0.002");
        assertThat(position.mark()).isEqualTo(Price.parse("1"));
        assertThat(position.openCost()).isEqualTo(Money.parse("-0.003", Currency.USDT));
        assertThat(position.marketValue()).isEqualTo(Money.parse("-0.002", Currency.USDT));
        assertThat(position.unrealised()).isEqualTo(Money.parse("0.001", Currency.USDT));
    }

    @Test
    void refusesAnOverflowAndStaysAsItWas() {
        for (PositionKeeper keeper : new PositionKeeper[] {average, fifo}) {
            buy(keeper, 100, 3);
            StateBytes before = saved(keeper);

            assertThatThrownBy(() -> buy(keeper, Long.MAX_VALUE / 1_000, 2)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> sell(keeper, 1, Long.MAX_VALUE / 10_000)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> buy(keeper, Long.MAX_VALUE / 1_000, 1)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> keeper.onFill(Side.BUY, 100, 1, Long.MIN_VALUE, true))
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> keeper.onFill(Side.BUY, 100, 1, Long.MAX_VALUE, false))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(saved(keeper).toByteArray()).isEqualTo(before.toByteArray());
        }
    }

    @Test
    void refusesWhatIsNoFill() {
        assertThatThrownBy(() -> buy(average, 100, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> average.onFill(Side.BUY, 100, 1, UNITS_PER_LOT + 1, true))
                .isInstanceOf(IllegalArgumentException.class);
        PositionKeeper future = new PositionKeeper(ES, CostBasis.AVERAGE);
        assertThatThrownBy(() -> future.onFill(Side.BUY, 100, 1, 1, true)).isInstanceOf(IllegalArgumentException.class);
        Instrument index = new Index(InstrumentId.of("SX10"), "Index", Currency.USD, TradingRules.of("0.01", "1"));
        assertThatThrownBy(() -> new PositionKeeper(index, CostBasis.AVERAGE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Costs beyond 64 bits included, where a library's big integers would allocate on every fill. */
    @Test
    void averagesWithoutAllocating() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PositionKeeper keeper = new PositionKeeper(BTC, CostBasis.AVERAGE);
        trade(keeper, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        trade(keeper, 20_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(20_000);
    }

    private static void trade(PositionKeeper keeper, int rounds) {
        for (int i = 0; i < rounds; i++) {
            keeper.onFill(Side.BUY, 6_400_000 + i % 100, 1_000_000, 1, false);
            keeper.onFill(Side.SELL, 6_400_000 + i % 70, 999_999, 1, false);
            keeper.onFill(Side.SELL, 6_400_000, 3, 1, false);
            keeper.onFill(Side.BUY, 6_400_000, 2, 1, false);
        }
    }

    @Test
    void refusesAStateOfAnotherCostBasis() {
        buy(average, 100, 1);
        assertThatThrownBy(() -> fifo.load(StateBytes.reader(saved(average).toByteArray())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(fifo.signedUnits()).isZero();
    }

    private static StateBytes saved(PositionKeeper keeper) {
        StateBytes bytes = new StateBytes();
        keeper.save(bytes);
        return bytes;
    }

    private static void buy(PositionKeeper keeper, long priceTicks, long lots) {
        keeper.onFill(Side.BUY, priceTicks, lots, 0, false);
    }

    private static void sell(PositionKeeper keeper, long priceTicks, long lots) {
        keeper.onFill(Side.SELL, priceTicks, lots, 0, false);
    }
}
