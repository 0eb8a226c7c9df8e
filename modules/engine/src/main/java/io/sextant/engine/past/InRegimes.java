package io.sextant.engine.past;

import io.sextant.domain.regime.RegimeName;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a run and holding fared while each regime was told of the first instrument: from the end of a bar to the end of the next. */
public final class InRegimes {

    private InRegimes() {}

    /**
     * One regime.
     *
     * @param regime empty for bars at which none was told
     * @param returnShare of the run, over all its bars
     */
    public record Part(Optional<RegimeName> regime, int bars, double returnShare, double holdingReturn) {}

    private static final class Sum {
        private int bars;
        private double run;
        private double holding;

        private void add(double[] equity, double[] holds, int bar) {
            bars++;
            run += Math.log(equity[bar + 1] / equity[bar]);
            holding += Math.log(holds[bar + 1] / holds[bar]);
        }

        private Part part(Optional<RegimeName> regime) {
            return new Part(regime, bars, Math.expm1(run), Math.expm1(holding));
        }
    }

    /** @param holding worth of what a run is held against, at the run's bars */
    public static List<Part> of(BacktestRun run, double[] holding, PastWorld world) {
        long[] times = run.timeNanos();
        BacktestMarket market = run.market();
        long[] opens = market.bars(0).openTimeNanos();
        long[] ends = market.endNanos(0);
        int newest = -1;
        Map<RegimeName, Sum> sums = new EnumMap<>(RegimeName.class);
        Sum untold = new Sum();
        for (int bar = 0; bar < times.length - 1; bar++) {
            while (newest + 1 < ends.length && opens[newest + 1] <= times[bar]) {
                newest++;
            }
            RegimeName told = newest < 0 ? null : world.regime(0, ends[newest]);
            (told == null ? untold : sums.computeIfAbsent(told, fresh -> new Sum())).add(run.equity(), holding, bar);
        }
        List<Part> parts = new ArrayList<>();
        sums.forEach((regime, sum) -> parts.add(sum.part(Optional.of(regime))));
        if (untold.bars > 0) {
            parts.add(untold.part(Optional.empty()));
        }
        return parts;
    }
}
