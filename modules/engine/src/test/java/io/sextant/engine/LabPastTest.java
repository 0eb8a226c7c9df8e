package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestReport.Ran;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.BacktestSetup.Costs;
import io.sextant.domain.backtest.BacktestSetup.Fill;
import io.sextant.domain.backtest.BacktestSetup.Past;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.forecast.ForecastModels;
import io.sextant.engine.forecast.LastMoveModels;
import io.sextant.engine.past.PastDesk;
import io.sextant.engine.past.PastShelf;
import io.sextant.engine.past.PastWorld;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a desk of then tells the lab's runs, against the same walk made by hand. */
class LabPastTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final InstrumentId TESTED = InstrumentId.of("TESTED");
    private static final int BARS = 520;
    private static final JobWorks.Progress UNWATCHED = new JobWorks.Progress() {
        @Override
        public void done(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}
    };

    private final AtomicInteger asked = new AtomicInteger();
    private final TrialLedger trials = TrialLedger.inMemory();
    private final ForecastModels models = new LastMoveModels(asked::incrementAndGet);
    private final LabKeeping keeping = new LabKeeping(
            trials, Optional.empty(), "test", 2, new LabStrategies(Optional.empty()), new PastShelf(models));
    private final BarSeries bars = bars();
    private final BacktestLab lab = new BacktestLab(wanted -> bars, keeping);

    /** Calm and wild stretches, in which moves echo. */
    private static BarSeries bars() {
        SeededRandom random = new SeededRandom(5);
        BarSeriesBuilder built = new BarSeriesBuilder();
        double close = 100;
        double move = 0;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            move = 0.5 * move + (i / 80 % 2 == 0 ? 0.002 : 0.015) * random.nextGaussian();
            close = open * Math.exp(move);
            built.add(i * DAY_NANOS, open, Math.max(open, close), Math.min(open, close), close, 1_000);
        }
        return built.build();
    }

    private static BacktestSetup setup(String strategy, Past past) {
        return new BacktestSetup(
                        strategy,
                        Map.of(),
                        List.of(TESTED),
                        Timeframe.D1,
                        0,
                        Long.MAX_VALUE,
                        10_000,
                        new Costs(2, 0, 0),
                        Fill.NEXT_OPEN,
                        true)
                .withPast(past);
    }

    private Ran ran(String strategy, Past past) {
        BacktestReport report = lab.run(setup(strategy, past), UNWATCHED);
        assertThat(report).isInstanceOf(Ran.class);
        return (Ran) report;
    }

    private String refused(String strategy, Past past) {
        return ((BacktestReport.Refused) lab.run(setup(strategy, past), UNWATCHED)).reason();
    }

    private BacktestRun byHand(String strategy, PastDesk desk) {
        BacktestTerms terms = new BacktestTerms(10_000, 0.0002, true)
                .withCosts(TradingCosts.commission(0.0002).withPrices(0, 0, 0));
        BacktestMarket market = BacktestMarket.of(List.of(new BacktestMarket.PricedBars(TESTED, bars)), terms);
        return EventBacktest.run(
                market,
                StrategyCatalog.get(strategy),
                Choice.usual(StrategyCatalog.get(strategy)),
                terms,
                PastWorld.of(market, desk, UNWATCHED),
                SeatListener.NOBODY,
                FactSink.DEAF);
    }

    @Test
    void aRunHearsWhatADeskOfThenWouldHaveToldAndTellsOfTheDesk() {
        Past past = new Past(List.of("Last-Move "), false, 100);
        Ran ran = ran("forecast-driven", past);
        assertThat(ran.trades()).isNotEmpty();
        assertThat(ran.orderStreamHash())
                .isEqualTo(byHand("forecast-driven", new PastDesk(models, List.of("last-move"), false, 100))
                        .orderStreamHash());
        BacktestReport.Told told = ran.told().orElseThrow();
        assertThat(told.trainings()).isPositive();
        assertThat(told.skilledShare()).isBetween(0.1, 1.0);
        assertThat(told.regimeLearnings()).isZero();
        assertThat(ran.regimes()).isEmpty();
        int before = asked.get();
        assertThat(ran("forecast-driven", past).orderStreamHash()).isEqualTo(ran.orderStreamHash());
        assertThat(asked.get() - before).as("the same walk is not made twice").isLessThanOrEqualTo(4);
    }

    @Test
    void theRunIsDividedIntoTheRegimesThatWereToldAndNothingIsLost() {
        for (String strategy : List.of("regime-switch", "buy-and-hold")) {
            Ran ran = ran(strategy, new Past(List.of(), true, 100));
            assertThat(ran.regimes()).hasSizeGreaterThan(2);
            assertThat(ran.regimes().getLast().regime())
                    .as("before any was told")
                    .isEmpty();
            assertThat(ran.regimes().stream()
                            .mapToInt(BacktestReport.InRegime::bars)
                            .sum())
                    .isEqualTo(BARS - 1);
            double growth = 1;
            double holding = 1;
            for (BacktestReport.InRegime part : ran.regimes()) {
                growth *= 1 + part.returnShare();
                holding *= 1 + part.holdingReturn();
            }
            assertThat(growth).isCloseTo(ran.equity()[BARS - 1] / ran.equity()[0], within(1e-9));
            assertThat(holding).isCloseTo(ran.holding()[BARS - 1] / ran.holding()[0], within(1e-9));
            assertThat(ran.told().orElseThrow().regimeLearnings()).isPositive();
        }
    }

    @Test
    void refusesWhatWouldWaitForEverAndWhatNobodyWouldHear() {
        assertThat(refused("forecast-driven", Past.NOTHING)).contains("name models");
        assertThat(refused("regime-switch", Past.NOTHING)).contains("have them told");
        assertThat(refused("sma-cross", new Past(List.of("last-move"), false, 500)))
                .contains("does not ask for forecasts");
        assertThat(refused("forecast-driven", new Past(List.of("crystal-ball"), false, 500)))
                .contains("there is no model called 'crystal-ball'; there are last-move");
        assertThat(refused("regime-switch", new Past(List.of(), true, 20))).contains("50 to 1500");
    }

    @Test
    void aVerdictMakesTheDeskLearnAnewInEachMarketAndFindsNoLookAhead() {
        BacktestSetup setup = setup("regime-switch", new Past(List.of(), true, 500));
        VerdictReport report = lab.work(new Job.Examine(new VerdictWish(setup, List.of(), 3, 1)), UNWATCHED);
        assertThat(report)
                .isInstanceOfSatisfying(
                        VerdictReport.Judged.class,
                        told -> assertThat(told.word())
                                .isNotIn(VerdictReport.Word.LOOKS_AHEAD, VerdictReport.Word.NOT_REPEATABLE));
    }
}
