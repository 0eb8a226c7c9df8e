package io.sextant.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.told.ToldFile;
import io.sextant.engine.told.ToldShelf;
import io.sextant.strategy.kind.Scene.Outlook;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running desk tells of a bar against what a walk through the past says that it would have told. */
class ToldForecastsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int BARS = 420;

    private final BarsInMemory market = new BarsInMemory(BTC);
    private final ModelsInMemory registry = new ModelsInMemory();
    /** The bars at whose ends the walk trained. */
    private final TreeSet<Integer> trainedAt = new TreeSet<>();

    private int walkedBars;
    private ForecastDesk desk = opened(ToldShelf.NONE);

    private ForecastDesk opened(ToldShelf shelf) {
        ForecastDesk opened =
                new ForecastDesk(market, new LastMoveModels(() -> {}), registry, shelf, new SteppedClock(0));
        opened.begin();
        return opened;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static double[] closes() {
        SeededRandom random = new SeededRandom(5);
        double[] closes = new double[BARS];
        double log = Math.log(100);
        double move = 0;
        for (int i = 0; i < BARS; i++) {
            move = 0.5 * move + 0.01 * random.nextGaussian();
            log += move;
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    private static long end(int bar) {
        return (bar + 1) * BarsInMemory.MINUTE;
    }

    private PastForecasts past(double[] closes) {
        long[] ends = new long[closes.length];
        Arrays.setAll(ends, ToldForecastsTest::end);
        Progress progress = new Progress() {
            @Override
            public void done(double share) {
                walkedBars = (int) Math.round(share * closes.length);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void checkCancelled() {}
        };
        ForecastModels noted = new LastMoveModels(() -> trainedAt.add(walkedBars));
        return PastForecasts.of(BTC, ends, closes, noted, noted.usual(), ForecastSeries.RETRAIN_BARS, progress);
    }

    private Optional<Outlook> asked(int bar) throws Exception {
        return desk.outlook(BTC, Timeframe.M1, end(bar)).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Until it knows which of them counts. */
    private void awaitTrainings(int count) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (market.told().size() < count || desk.board(BTC, Timeframe.M1).state() == ForecastBoard.State.LEARNING) {
            assertThat(System.nanoTime()).as("patience").isLessThan(patience);
            LockSupport.parkNanos(200_000);
        }
    }

    private void live(double[] closes, int from, int to) throws Exception {
        for (int bar = from; bar < to; bar++) {
            market.add(closes[bar]);
            asked(bar);
            if (trainedAt.contains(bar)) {
                awaitTrainings(trainedAt.headSet(bar, true).size());
            }
        }
    }

    @Test
    void aRunningDeskTellsWhatAWalkThroughThePastTells() throws Exception {
        double[] closes = closes();
        PastForecasts past = past(closes);
        assertThat(trainedAt).isNotEmpty();
        live(closes, 0, BARS);
        int told = 0;
        for (int bar = 0; bar < BARS; bar++) {
            // Asked again when all later bars are known too.
            assertThat(asked(bar)).as("bar %d", bar).isEqualTo(Optional.ofNullable(past.at(end(bar))));
            told += asked(bar).isPresent() ? 1 : 0;
        }
        assertThat(told).isEqualTo(BARS - ForecastSeries.BARS_MIN);
    }

    @Test
    void aLaterDeskKnowsWhatWasToldAndSaysOfBarsBetweenWhatTheChampionThenWouldHaveSaid(@TempDir Path folder)
            throws Exception {
        desk.close();
        desk = opened(ToldFile.in(folder));
        double[] closes = closes();
        PastForecasts past = past(closes);
        int stopped = BARS - 60;
        int begun = BARS - 20;
        assertThat(trainedAt.subSet(stopped - 1, BARS)).isEmpty();
        live(closes, 0, stopped);
        desk.close();
        market.add(Arrays.copyOfRange(closes, stopped, begun));
        desk = opened(ToldFile.in(folder));
        live(closes, begun, BARS);
        for (int bar = 0; bar < BARS; bar++) {
            assertThat(asked(bar)).as("bar %d", bar).isEqualTo(Optional.ofNullable(past.at(end(bar))));
        }
    }
}
