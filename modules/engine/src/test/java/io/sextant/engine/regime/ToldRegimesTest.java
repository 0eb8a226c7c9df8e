package io.sextant.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeBoard.State;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.forecast.BarsInMemory;
import io.sextant.engine.told.ToldFile;
import io.sextant.forecasting.regime.RegimeLearning;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running desk tells of a bar against what a walk through the past says that it would have told. */
class ToldRegimesTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int BARS = RegimeLearning.BARS_MIN + 170;
    private static final Progress UNWATCHED = new Progress() {
        @Override
        public void done(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}
    };

    private final BarsInMemory market = new BarsInMemory(BTC);

    private static double[] closes() {
        SeededRandom random = new SeededRandom(4);
        double[] closes = new double[BARS];
        double log = Math.log(100);
        for (int i = 0; i < BARS; i++) {
            log += (i / 80 % 2 == 0 ? 0.001 : 0.01) * random.nextGaussian();
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    private static long end(int bar) {
        return (bar + 1) * BarsInMemory.MINUTE;
    }

    private static Optional<RegimeName> asked(RegimeDesk desk, int bar) throws Exception {
        return desk.regime(BTC, Timeframe.M1, end(bar)).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void aRunningDeskTellsWhatAWalkThroughThePastTellsAndALaterOneRemembersIt(@TempDir Path folder) throws Exception {
        double[] closes = closes();
        long[] ends = new long[BARS];
        Arrays.setAll(ends, ToldRegimesTest::end);
        PastRegimes past = PastRegimes.of(BTC, ends, closes, RegimeSeries.RELEARN_BARS, UNWATCHED);
        try (RegimeDesk desk = new RegimeDesk(market, ToldFile.in(folder), new SteppedClock(0))) {
            desk.begin();
            for (int bar = 0; bar < BARS; bar++) {
                market.add(closes[bar]);
                asked(desk, bar);
                long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                while (bar >= RegimeLearning.BARS_MIN - 1
                        && desk.board(BTC, Timeframe.M1).state() != State.READY) {
                    assertThat(System.nanoTime()).as("patience").isLessThan(patience);
                    LockSupport.parkNanos(200_000);
                }
            }
            same(desk, past);
        }
        try (RegimeDesk later = new RegimeDesk(market, ToldFile.in(folder), new SteppedClock(1))) {
            later.begin();
            same(later, past);
        }
    }

    private static void same(RegimeDesk desk, PastRegimes past) throws Exception {
        int told = 0;
        for (int bar = 0; bar < BARS; bar++) {
            assertThat(asked(desk, bar)).as("bar %d", bar).isEqualTo(Optional.ofNullable(past.at(end(bar))));
            told += asked(desk, bar).isPresent() ? 1 : 0;
        }
        assertThat(told).isEqualTo(BARS - RegimeLearning.BARS_MIN);
    }
}
