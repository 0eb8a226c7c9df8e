package io.sextant.engine.past;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.strategy.SeatWorld;
import java.util.Arrays;

/**
 * A desk of the past over whichever bars a strategy is run on. Over stretches of the bars that truly were it is the desk that was there all along, also
 * before the stretch began; over bars that never were it learns anew from them alone.
 */
public final class PastWorlds implements Hearing {

    private final PastDesk desk;
    private final BacktestMarket real;
    private final PastWorld world;
    private final Progress unseen;

    /** Walks through the bars that truly were. */
    public PastWorlds(PastDesk desk, BacktestMarket real, Progress progress) {
        this(desk, real, PastWorld.of(real, desk, progress), progress);
    }

    /** Of a walk that was made already. */
    public PastWorlds(PastDesk desk, BacktestMarket real, PastWorld world, Progress progress) {
        this.desk = desk;
        this.real = real;
        this.world = world;
        unseen = new Progress() {
            @Override
            public void done(double share) {
                progress.checkCancelled();
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }

            @Override
            public void checkCancelled() {
                progress.checkCancelled();
            }
        };
    }

    public PastWorld world() {
        return world;
    }

    @Override
    public SeatWorld over(BacktestMarket market) {
        for (int i = 0; i < market.instruments(); i++) {
            if (!isStretch(market.bars(i), real.bars(i))) {
                return PastWorld.of(market, desk, unseen);
            }
        }
        return world;
    }

    private static boolean isStretch(BarSeries part, BarSeries whole) {
        int from = whole.indexAtOrAfter(part.firstTimeNanos());
        int to = from + part.size();
        return to <= whole.size()
                && Arrays.equals(part.openTimeNanos(), 0, part.size(), whole.openTimeNanos(), from, to)
                && Arrays.equals(part.close(), 0, part.size(), whole.close(), from, to);
    }
}
