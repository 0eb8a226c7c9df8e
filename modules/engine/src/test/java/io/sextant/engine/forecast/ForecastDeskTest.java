package io.sextant.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastBoard.State;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.forecast.ForecastChange.Kind;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Stretch;
import io.sextant.domain.forecast.StretchText;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.registry.ModelRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForecastDeskTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final double DEVIATION = 0.001;

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
            return List.of(LastMoveModel.NAME);
        }

        @Override
        public List<String> all() {
            return usual();
        }
    };

    private final BarsInMemory market = new BarsInMemory(BTC);
    private final ModelsInMemory registry = new ModelsInMemory();
    private final SplittableRandom random = new SplittableRandom(21);
    private ForecastDesk desk = opened();
    private double move;

    private ForecastDesk opened() {
        ForecastDesk opened = new ForecastDesk(market, MODELS, registry, new SteppedClock(0));
        opened.begin();
        return opened;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private double[] bars(int count, double share, double deviation) {
        double[] closes = new double[count];
        double last = Math.log(market.size() == 0 ? 100 : market.last());
        for (int i = 0; i < count; i++) {
            move = share * move + deviation * random.nextGaussian();
            last += move;
            closes[i] = Math.exp(last);
        }
        return closes;
    }

    private ForecastBoard board() {
        return desk.board(BTC, Timeframe.M1);
    }

    private ForecastBoard await(String what, Predicate<ForecastBoard> condition) throws InterruptedException {
        for (int i = 0; i < 20_000; i++) {
            ForecastBoard now = board();
            if (condition.test(now)) {
                return now;
            }
            if (new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("waited in vain for " + what + ": " + board());
    }

    private ForecastBoard awaitChampion(String model) throws InterruptedException {
        return await(
                "champion " + model,
                now -> now.state() == State.READY
                        && now.championForecast()
                                .filter(one -> one.card().model().equals(model))
                                .isPresent());
    }

    private List<Kind> told() {
        return market.told().stream().map(ForecastChange::kind).toList();
    }

    @Test
    void saysHowManyBarsAreMissing() throws InterruptedException {
        market.add(bars(299, 0, DEVIATION));
        ForecastBoard board = await("too few bars", now -> now.state() == State.TOO_FEW_BARS);
        assertThat(board.barsThere()).isEqualTo(299);
        assertThat(board.barsNeeded()).isEqualTo(300);
        assertThat(board.models()).isEmpty();
        market.add(bars(1, 0, DEVIATION));
        await("the first models", now -> now.state() == State.READY);
    }

    @Test
    void whereNothingBeatsTheLastPriceTheLastPriceIsTheForecast() throws InterruptedException {
        market.add(bars(900, 0, DEVIATION));
        ForecastBoard board = awaitChampion("naive");
        ModelForecast naive = board.championForecast().orElseThrow();
        assertThat(naive.skill().verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(naive.fan().orElseThrow().middle(1)).isCloseTo(market.last(), within(1e-9));
        assertThat(board.models()).extracting(one -> one.card().model()).containsExactly("naive", LastMoveModel.NAME);
        assertThat(board.trials()).isEqualTo(1);
    }

    @Test
    void aModelWithSkillTakesOverAndItsFanStandsOnTheNewestBarThatIsOver() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        ModelForecast best =
                awaitChampion(LastMoveModel.NAME).championForecast().orElseThrow();
        assertThat(best.skill().verdict()).isEqualTo(Verdict.SKILL);
        assertThat(best.skill().rmseOverNaive()).isBetween(0.8, 0.92);
        assertThat(best.fan().orElseThrow().origin()).isCloseTo(market.last(), within(1e-6));
        assertThat(best.why().getFirst().what()).isEqualTo("last move");
        // Half of the last change, in hundredths of a percent, within what 1,200 bars tell of a half.
        assertThat(best.why().getFirst().effectBps()).isCloseTo(move * 0.5 * 10_000, within(Math.abs(move) * 1_000));
        assertThat(told()).contains(Kind.PROMOTED);

        market.add(bars(3, 0.5, DEVIATION));
        ForecastBoard later = await(
                "the newest bar",
                now -> now.championForecast()
                        .flatMap(ModelForecast::fan)
                        .filter(fan -> Math.abs(fan.origin() - market.last()) < 1e-6)
                        .isPresent());
        assertThat(later.drift().orElseThrow().judged()).isEqualTo(3);
        assertThat(later.championForecast().orElseThrow().fan().orElseThrow().originNanos())
                .isEqualTo(1_203 * BarsInMemory.MINUTE);
    }

    @Test
    void goesOnAfterARestartWithTheModelsThatItHad() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        String champion = awaitChampion(LastMoveModel.NAME).champion().orElseThrow();
        int models = registry.of("BTC-USDT 1m").size();
        desk.close();
        market.add(bars(50, 0.5, DEVIATION));
        desk = opened();
        ForecastBoard board = awaitChampion(LastMoveModel.NAME);
        assertThat(board.champion()).contains(champion);
        assertThat(registry.of("BTC-USDT 1m")).hasSize(models);
        assertThat(board.drift().orElseThrow().judged()).isEqualTo(50);
        assertThat(board.championForecast().orElseThrow().fan().orElseThrow().origin())
                .isCloseTo(market.last(), within(1e-6));
    }

    @Test
    void aDamagedChampionIsToldAndAnotherOneIsTrained() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        String champion = awaitChampion(LastMoveModel.NAME).champion().orElseThrow();
        desk.close();
        registry.damage(champion);
        market.add(bars(20, 0.5, DEVIATION));
        desk = opened();
        ForecastBoard board = awaitChampion(LastMoveModel.NAME);
        assertThat(board.champion()).isPresent().get().isNotEqualTo(champion);
    }

    @Test
    void tellsWhenTheWorldMovedAwayAndTrainsAnew() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        awaitChampion(LastMoveModel.NAME);
        int before = registry.of("BTC-USDT 1m").size();
        market.add(bars(150, 0.5, 6 * DEVIATION));
        await(
                "the alarm",
                now -> now.drift().filter(gauge -> gauge.alarm().isPresent()).isPresent());
        await("newer models", now -> now.registry().size() > before && now.state() == State.READY);
        assertThat(told()).containsOnlyOnce(Kind.DRIFTED);
    }

    @Test
    void goesBackToTheChampionBefore() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        ForecastBoard board = awaitChampion(LastMoveModel.NAME);
        String first = board.champion().orElseThrow();
        String naive = board.models().getFirst().card().id();
        market.submit(new CommandKey("person-1"), new ChangeSetting("forecast.champion.BTC-USDT.1m", naive));
        assertThat(awaitChampion("naive").previous()).contains(first);
        market.submit(new CommandKey("person-2"), new ChangeSetting("forecast.champion.BTC-USDT.1m", first));
        assertThat(awaitChampion(LastMoveModel.NAME).champion()).contains(first);
        assertThat(told()).contains(Kind.ROLLED_BACK);
    }

    @Test
    void aChallengerThatIsNotBetterDoesNotTakeOver() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        String champion = awaitChampion(LastMoveModel.NAME).champion().orElseThrow();
        market.add(bars(120, 0.5, DEVIATION));
        ForecastBoard board =
                desk.train(new Job.TrainForecasts(BTC, Timeframe.M1, List.of(LastMoveModel.NAME)), new Counted());
        assertThat(board.champion()).contains(champion);
        assertThat(told()).endsWith(Kind.NOT_PROMOTED);
        assertThat(registry.of("BTC-USDT 1m")).extracting(ModelRecord::model).contains(LastMoveModel.NAME, "naive");
    }

    @Test
    void keepsTheNewestOfEachModelAndTheChampionAndRemembersHowManyWereTried() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        String champion = awaitChampion(LastMoveModel.NAME).champion().orElseThrow();
        for (int i = 0; i < 7; i++) {
            market.add(bars(5, 0.5, DEVIATION));
            desk.train(new Job.TrainForecasts(BTC, Timeframe.M1, List.of(LastMoveModel.NAME)), new Counted());
        }
        List<ModelRecord> kept = registry.of("BTC-USDT 1m");
        assertThat(kept).hasSize(2 * ModelShelf.KEPT_OF_EACH + 1);
        assertThat(kept).extracting(ModelRecord::id).contains(champion);
        assertThat(board().trials()).isEqualTo(8);
        desk.close();
        desk = opened();
        assertThat(awaitChampion(LastMoveModel.NAME).trials()).isEqualTo(8);
    }

    @Test
    void aModelTrainedAgainGoesOnFromItsNewestAndNamesIt() throws InterruptedException {
        market.add(bars(1_200, 0.5, DEVIATION));
        String first = awaitChampion(LastMoveModel.NAME).champion().orElseThrow();
        assertThat(registry.find(first).orElseThrow().parent()).isEmpty();
        market.add(bars(20, 0.5, DEVIATION));
        desk.train(new Job.TrainForecasts(BTC, Timeframe.M1, List.of(LastMoveModel.NAME)), new Counted());
        ModelRecord second = registry.of("BTC-USDT 1m").stream()
                .filter(one -> one.model().equals(LastMoveModel.NAME))
                .findFirst()
                .orElseThrow();
        assertThat(second.parent()).contains(first);
        assertThat(second.id()).isNotEqualTo(first);
    }

    @Test
    void aTrainingEndsWhenItIsCancelled() {
        market.add(bars(600, 0.5, DEVIATION));
        Counted progress = new Counted();
        progress.cancelled = true;
        assertThatThrownBy(() -> desk.train(new Job.TrainForecasts(BTC, Timeframe.M1, List.of()), progress))
                .isInstanceOfAny(CancellationException.class, IllegalStateException.class);
    }

    @Test
    void whatAPersonMarkedIsLeftOutWhenModelsLearn() throws InterruptedException {
        market.add(bars(700, 0.5, DEVIATION));
        long crash = market.lastOpenNanos();
        market.add(bars(20, 0.9, 40 * DEVIATION));
        long over = market.lastOpenNanos() + 1;
        market.add(bars(480, 0.5, DEVIATION));
        Stretch crisis = Stretch.leftOut(Stretch.Kind.CRISIS, "the crash", crash + 1, over);
        market.submit(
                new CommandKey("person-1"),
                new ChangeSetting(StretchText.settingOf(BTC), StretchText.write(List.of(crisis))));

        awaitChampion(LastMoveModel.NAME);

        ModelRecord learned = registry.of("BTC-USDT 1m").stream()
                .filter(one -> one.model().equals(LastMoveModel.NAME))
                .findFirst()
                .orElseThrow();
        assertThat(learned.settings().get("stretches")).contains("CRISIS").endsWith("the crash");
        // 1,180 ordinary bars tell of a half within 0.026; the twenty of the crash would have said nine tenths.
        assertThat(share(learned)).isCloseTo(0.5, within(0.08));
    }

    private double share(ModelRecord learned) {
        return ByteBuffer.wrap(registry.content(learned)).getDouble();
    }

    @Test
    void aTrainingThatBeganByItselfCanBeFollowedAndEnded() throws Exception {
        desk.close();
        EndlessModel endless = new EndlessModel();
        desk = new ForecastDesk(market, only(endless), registry, new SteppedClock(0));
        desk.begin();
        market.add(bars(600, 0.5, DEVIATION));
        board();
        endless.awaitBegun();
        Counted progress = new Counted();
        FutureTask<ForecastBoard> following =
                new FutureTask<>(() -> desk.follow(new Job.FollowTraining(BTC, Timeframe.M1), progress));
        Thread.ofVirtual().start(following);
        progress.awaitWord();
        progress.cancelled = true;

        assertThatThrownBy(() -> following.get(120, TimeUnit.SECONDS)).hasCauseInstanceOf(CancellationException.class);
        endless.awaitEnded();
        ForecastBoard after = desk.follow(new Job.FollowTraining(BTC, Timeframe.M1), new Counted());
        assertThat(after.champion()).isEmpty();
    }

    private static ForecastModels only(Forecaster model) {
        return new ForecastModels() {
            @Override
            public Forecaster naive() {
                return new LastValue();
            }

            @Override
            public Optional<Forecaster> find(String name) {
                return Optional.of(model);
            }

            @Override
            public List<String> usual() {
                return List.of(model.name());
            }

            @Override
            public List<String> all() {
                return usual();
            }
        };
    }

    @Test
    void namesAModelThatItDoesNotKnow() {
        market.add(bars(400, 0, DEVIATION));
        assertThatThrownBy(
                        () -> desk.train(new Job.TrainForecasts(BTC, Timeframe.M1, List.of("oracle")), new Counted()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no model named oracle");
    }

    private static final class Counted implements Progress {

        volatile boolean cancelled;
        private final CountDownLatch told = new CountDownLatch(1);

        void awaitWord() throws InterruptedException {
            assertThat(told.await(120, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void done(double newShare) {
            told.countDown();
            checkCancelled();
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void checkCancelled() {
            if (cancelled) {
                throw new CancellationException("cancelled");
            }
        }
    }
}
