package io.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.outlook.Drawers;
import io.sextant.engine.outlook.FleetDrawers;
import io.sextant.engine.outlook.OutlookWatch;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.verdict.Grid;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.ForecasterSource;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.evaluation.Walks;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.Arrays;
import java.util.List;

/** What is run here and there. */
final class Examples {

    static final StrategyKind KIND = StrategyCatalog.get("sma-cross");
    static final BacktestTerms TERMS = new BacktestTerms(10_000, 0.0005, true);
    static final Grid GRID = Grid.parse("fast=2:9:1,slow=10:40:5");

    private Examples() {}

    static List<PricedBars> bars(int size) {
        SeededRandom random = new SeededRandom(5);
        BarSeries bars = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        double price = 100;
        for (int i = 0; i < size; i++) {
            bars.openTimeNanos()[i] = (i + 9_000) * 86_400_000_000_000L;
            bars.open()[i] = Math.rint(price * 100) / 100;
            price *= Math.exp(0.01 * random.nextGaussian());
            bars.close()[i] = Math.rint(price * 100) / 100;
            bars.high()[i] = Math.max(bars.open()[i], bars.close()[i]);
            bars.low()[i] = Math.min(bars.open()[i], bars.close()[i]);
            bars.volume()[i] = 1_000;
        }
        return List.of(new PricedBars(InstrumentId.of("A"), bars));
    }

    static List<Choice> sets() {
        return GRID.choices(values -> Choice.of(KIND, values));
    }

    static LocalSweep local(List<PricedBars> bars) {
        return new LocalSweep("sma-cross", KIND, bars, TERMS, 2);
    }

    /** What was foreseen of models and of portfolios. */
    record Foreseen(Comparison models, Outlook one, List<Outlook> several) {}

    static Foreseen foreseen(Walks walks, Drawers drawers) {
        SeededRandom random = new SeededRandom(3);
        double[] values = new double[240];
        Arrays.setAll(values, i -> (i == 0 ? 0 : 0.4 * values[i - 1]) + 0.01 * random.nextGaussian());
        Plan plan = Plan.quiet(Folds.expanding(240, 2, 160, new Folds.Gap(0, 0)), 2, Scale.AS_GIVEN, 1);
        List<Forecaster> models = List.of(ForecasterSource.findAnywhere("arima").orElseThrow());
        OutlookTerms terms = new OutlookTerms(30, 2_100, 0.95, 5);
        return new Foreseen(
                Comparison.of(Observations.ofValues(values), new LastValue(), models, plan, walks),
                drawers.one(PathKind.JUMPS, values, terms),
                drawers.each(PathKind.BOOTSTRAP, List.of(values, Arrays.copyOf(values, 100)), terms));
    }

    /** To the last bit; what is not known is the same as what is not known. */
    static void assertSame(Foreseen came, Foreseen alone) {
        assertThat(alone.models().models()).hasSize(2);
        assertThat(came)
                .usingRecursiveComparison()
                .withEqualsForType(
                        (a, b) -> Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b), Double.class)
                .isEqualTo(alone);
    }

    static Drawers drawers(Fleet fleet) {
        return new FleetDrawers(fleet, 1, new OutlookWatch() {
            @Override
            public void drawn(long done, long of) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
    }
}
