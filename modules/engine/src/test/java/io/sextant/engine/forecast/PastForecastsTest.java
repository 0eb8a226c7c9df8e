package io.sextant.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.past.PastDesk;
import io.sextant.engine.past.PastWorld;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Scene.Outlook;
import io.sextant.strategy.kind.StrategyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PastForecastsTest {

    private static final InstrumentId TESTED = InstrumentId.of("TESTED");
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int REFIT = 120;

    private static final ForecastModels MODELS = new ForecastModels() {
        @Override
        public Forecaster naive() {
            return new LastValue();
        }

        @Override
        public Optional<Forecaster> find(String name) {
            return name.equals(LastMoveModel.NAME) ? Optional.of(new LastMoveModel()) : Optional.empty();
        }

        @Override
        public List<String> usual() {
            return all();
        }

        @Override
        public List<String> all() {
            return List.of(LastMoveModel.NAME);
        }
    };

    private static class Unwatched implements Progress {
        @Override
        public void done(double share) {
            checkCancelled();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}
    }

    /** Log prices whose moves are {@code echo} times the one before, and chance. */
    private static double[] closes(int size, double echo, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] closes = new double[size];
        double log = Math.log(100);
        double move = 0;
        for (int i = 0; i < size; i++) {
            move = echo * move + 0.01 * random.nextGaussian();
            log += move;
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    private static long[] ends(int size) {
        long[] ends = new long[size];
        Arrays.setAll(ends, i -> (i + 1) * DAY_NANOS);
        return ends;
    }

    private static PastForecasts told(double[] closes) {
        return PastForecasts.of(TESTED, ends(closes.length), closes, MODELS, MODELS.all(), REFIT, new Unwatched());
    }

    private static Outlook at(PastForecasts told, int bar) {
        Outlook outlook = told.at((bar + 1) * DAY_NANOS);
        assertThat(outlook).as("what was told at the end of bar " + bar).isNotNull();
        return outlook;
    }

    @Test
    void nothingIsToldBeforeThereWereBarsToLearnFrom() {
        PastForecasts told = told(closes(ForecastSeries.BARS_MIN + 1, 0.5, 1));
        assertThat(told.at(0)).isNull();
        assertThat(told.at(ForecastSeries.BARS_MIN * DAY_NANOS)).isNull();
        assertThat(told.at((ForecastSeries.BARS_MIN + 1) * DAY_NANOS)).isNotNull();
        assertThat(told.trainings()).isEqualTo(1);
    }

    /** The model is least squares, so what it must have said follows from the bars before by a few sums. */
    @Test
    void theFirstModelsSpeakFromWhatStoodWhenTheyLearned() {
        double[] closes = closes(ForecastSeries.BARS_MIN + REFIT, 0.5, 1);
        PastForecasts told = told(closes);
        double product = 0;
        double square = 0;
        for (int i = 2; i < ForecastSeries.BARS_MIN; i++) {
            double before = Math.log(closes[i - 1] / closes[i - 2]);
            product += before * Math.log(closes[i] / closes[i - 1]);
            square += before * before;
        }
        for (int bar = ForecastSeries.BARS_MIN; bar < closes.length; bar++) {
            Outlook outlook = at(told, bar);
            assertThat(outlook.model()).isEqualTo(LastMoveModel.NAME);
            assertThat(outlook.verdict()).isEqualTo(Verdict.SKILL);
            assertThat(outlook.logReturn())
                    .isCloseTo(product / square * Math.log(closes[bar] / closes[bar - 1]), within(1e-12));
            assertThat(outlook.lowLogReturn()).isLessThan(outlook.logReturn());
            assertThat(outlook.highLogReturn()).isGreaterThan(outlook.logReturn());
        }
    }

    /** Whatever the future is, what was told before it is the same to the last bit. */
    @Test
    void aFutureThatIsCutOffOrAnotherOneChangesNothingThatWasTold() {
        double[] closes = closes(900, 0.4, 3);
        PastForecasts whole = told(closes);
        assertThat(whole.trainings()).isGreaterThan(3);
        for (int cut : new int[] {301, 420, 421, 650}) {
            PastForecasts cutOff = told(Arrays.copyOf(closes, cut));
            double[] other = closes.clone();
            for (int i = cut; i < other.length; i++) {
                other[i] = 1_000 / closes[i];
            }
            PastForecasts otherwise = told(other);
            for (int bar = 0; bar < cut; bar++) {
                long end = (bar + 1) * DAY_NANOS;
                assertThat(cutOff.at(end)).as("bar %d of %d", bar, cut).isEqualTo(whole.at(end));
                assertThat(otherwise.at(end)).as("bar %d of %d", bar, cut).isEqualTo(whole.at(end));
            }
        }
    }

    @Test
    void betweenTwoEndsTheEarlierOneSpeaks() {
        PastForecasts told = told(closes(400, 0.4, 3));
        assertThat(told.at(350 * DAY_NANOS - 1)).isEqualTo(told.at(349 * DAY_NANOS));
        assertThat(told.at(1_000 * DAY_NANOS)).isEqualTo(told.at(400 * DAY_NANOS));
    }

    @Test
    void aWalkThatIsEndedTellsNothing() {
        Progress ended = new Unwatched() {
            @Override
            public void checkCancelled() {
                throw new CancellationException("somebody ended it");
            }
        };
        assertThatThrownBy(() ->
                        PastForecasts.of(TESTED, ends(400), closes(400, 0.4, 3), MODELS, MODELS.all(), REFIT, ended))
                .isInstanceOf(CancellationException.class);
    }

    private static BarSeries bars(double[] closes) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < closes.length; i++) {
            double open = closes[Math.max(0, i - 1)];
            bars.add(i * DAY_NANOS, open, Math.max(open, closes[i]), Math.min(open, closes[i]), closes[i], 1_000);
        }
        return bars.build();
    }

    private static BacktestRun forecastDriven(double[] closes) {
        BacktestTerms terms = new BacktestTerms(100_000, 0, true);
        BacktestMarket market = BacktestMarket.of(bars(closes), terms);
        PastWorld world = PastWorld.of(market, new PastDesk(MODELS, MODELS.all(), false, REFIT), new Unwatched());
        StrategyKind kind = StrategyCatalog.get("forecast-driven");
        return EventBacktest.run(
                market, kind, Choice.of(kind, Map.of()), terms, world, SeatListener.NOBODY, FactSink.DEAF);
    }

    /** Moves that echo are foretold, and a strategy on them earns where nothing is charged; of chance it is told to keep out. */
    @Test
    void aStrategyActsOnSkillThatWasMeasuredAndKeepsOutOfChance() {
        BacktestRun echoes = forecastDriven(closes(800, 0.5, 5));
        assertThat(echoes.trades()).hasSizeGreaterThan(50);
        assertThat(echoes.trades().getFirst().entryBar()).isGreaterThanOrEqualTo(ForecastSeries.BARS_MIN + 1);
        assertThat(echoes.equity()[799]).isGreaterThan(200_000);
        assertThat(echoes.trades().getFirst().entryReason()).startsWith("expects-");
        assertThat(forecastDriven(closes(800, 0, 6)).trades()).isEmpty();
    }

    @Test
    void aDeskOfThePastRefusesModelsThatAreNotThereAndSchedulesThatCannotBe() {
        assertThatThrownBy(() -> new PastDesk(MODELS, List.of("crystal-ball"), false, REFIT))
                .hasMessageContaining("there is no model called 'crystal-ball'; there are last-move");
        assertThatThrownBy(() -> new PastDesk(MODELS, List.of(), true, 49)).hasMessageContaining("50 to 1500");
    }
}
