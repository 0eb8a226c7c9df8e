package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestReport.Ran;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.BacktestSetup.Costs;
import io.sextant.domain.backtest.BacktestSetup.Fill;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BacktestLabTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final InstrumentId RISING = InstrumentId.of("RISING");
    private static final InstrumentId SHORT = InstrumentId.of("SHORT");

    private final BacktestLab lab = new BacktestLab(
            wanted -> wanted.instrument().equals(SHORT) ? days(10) : days(300).copyOfRange(0, 300),
            LabKeeping.inMemory());

    /** Opens at 100 and a hundredth more each day; each day closes two hundredths above its open. */
    private static BarSeries days(int count) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < count; i++) {
            double open = (10_000 + i) / 100.0;
            bars.add(i * DAY_NANOS, open, open + 0.05, open - 0.01, open + 0.02, 1_000);
        }
        return bars.build();
    }

    private static BacktestSetup setup(String strategy, Map<String, Double> values, InstrumentId... on) {
        return new BacktestSetup(
                strategy,
                values,
                List.of(on),
                Timeframe.D1,
                100 * DAY_NANOS,
                Long.MAX_VALUE,
                10_000,
                new Costs(0, 0, 0),
                Fill.NEXT_OPEN,
                true);
    }

    private BacktestReport run(BacktestSetup setup) {
        return lab.run(setup, new Quiet(false));
    }

    @Test
    void holdsFromTheSecondBarOfTheStretchToItsEnd() {
        Ran ran = (Ran) run(setup("buy-and-hold", Map.of(), RISING));

        assertThat(ran.timesNanos()).hasSize(200);
        assertThat(ran.timesNanos()[0]).isEqualTo(100 * DAY_NANOS);
        assertThat(ran.trades()).hasSize(1);
        BacktestReport.Trade trade = ran.trades().getFirst();
        // Bar 100 opens at 101.00; the wish of its close is filled at the open of the next, and the last bar opens at
        // 102.99.
        assertThat(trade.entryPrice()).isEqualTo(101.01);
        assertThat(trade.exitPrice()).isEqualTo(102.99);
        assertThat(trade.entryNanos()).isEqualTo(101 * DAY_NANOS);
        assertThat(trade.worstShare()).isCloseTo(101.00 / 101.01 - 1, within(1e-12));
        // The last whole day it was held opened at 102.98 and went five hundredths higher.
        assertThat(trade.bestShare()).isCloseTo(103.03 / 101.01 - 1, within(1e-12));
        assertThat(trade.entryReason()).isNotEmpty();
        assertThat(ran.holding()[0]).isEqualTo(10_000);
        assertThat(ran.figures().holdingReturn()).isCloseTo(103.01 / 101.02 - 1, within(1e-12));
        assertThat(ran.figures().finalEquity()).isEqualTo(ran.equity()[199]);
    }

    @Test
    void costsAreChargedOnEachSide() {
        BacktestSetup free = setup("buy-and-hold", Map.of(), RISING);
        BacktestSetup dear = new BacktestSetup(
                free.strategy(),
                free.values(),
                free.instruments(),
                free.timeframe(),
                free.fromNanos(),
                free.toNanos(),
                free.cash(),
                new Costs(10, 0, 0),
                free.fill(),
                free.fractional());

        assertThat(((Ran) run(free)).figures().fees()).isZero();
        Ran ran = (Ran) run(dear);
        BacktestReport.Trade trade = ran.trades().getFirst();
        assertThat(ran.figures().fees())
                .isCloseTo(0.001 * trade.units() * (trade.entryPrice() + trade.exitPrice()), within(0.01));
    }

    @Test
    void saysWhichInstrumentHasTooFewBars() {
        BacktestSetup wanted = new BacktestSetup(
                "sma-cross",
                Map.of(),
                List.of(SHORT),
                Timeframe.D1,
                0,
                Long.MAX_VALUE,
                10_000,
                new Costs(0, 0, 0),
                Fill.NEXT_OPEN,
                true);
        BacktestReport.TooFewBars few = (BacktestReport.TooFewBars) run(wanted);
        assertThat(few.instrument()).isEqualTo(SHORT);
        assertThat(few.bars()).isEqualTo(10);
        assertThat(few.needed()).isGreaterThan(30);
    }

    @Test
    void refusesWithASentenceWhatCannotBeRun() {
        assertThat(run(setup("sma-cross", Map.of("fast", 30.0, "slow", 10.0), RISING)))
                .isInstanceOf(BacktestReport.Refused.class);
        assertThat(run(setup("no-such-thing", Map.of(), RISING))).isInstanceOf(BacktestReport.Refused.class);
        assertThat(((BacktestReport.Refused) run(setup("sma-cross", Map.of(), RISING, SHORT))).reason())
                .contains("sma-cross");
    }

    @Test
    void theSameSetupTradesAlike() {
        BacktestSetup setup = setup("sma-cross", Map.of("fast", 3.0, "slow", 9.0), RISING);
        assertThat(((Ran) run(setup)).orderStreamHash()).isEqualTo(((Ran) run(setup)).orderStreamHash());
    }

    @Test
    void isOverWhenItIsCancelled() {
        assertThatThrownBy(() -> lab.run(setup("buy-and-hold", Map.of(), RISING), new Quiet(true)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void offersEveryStrategyWithItsSettings() {
        List<StrategyCard> cards = BacktestLab.cards(new LabStrategies(Optional.empty()));
        assertThat(cards).extracting(StrategyCard::name).contains("buy-and-hold", "sma-cross", "pairs");
        assertThat(cards)
                .allSatisfy(card -> assertThat(card.settings())
                        .allSatisfy(setting ->
                                assertThat(setting.allows(setting.usual())).isTrue()));
    }

    private record Quiet(boolean isCancelled) implements JobWorks.Progress {

        @Override
        public void done(double share) {
            checkCancelled();
        }

        @Override
        public void checkCancelled() {
            if (isCancelled) {
                throw new CancellationException("the test says so");
            }
        }
    }
}
