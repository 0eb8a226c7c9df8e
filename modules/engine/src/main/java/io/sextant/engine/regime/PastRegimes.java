package io.sextant.engine.regime;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldLog;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which regime a desk would have told at the end of each bar of the past. It is the desk's own series of regimes that walks through the bars: its
 * chances are filtered, it learns anew as it does live, and is never handed a bar that is not over. What was learned at the end of a bar
 * speaks from the next one on.
 */
public final class PastRegimes {

    private final long[] endsNanos;
    private final @Nullable RegimeName[] told;
    private final int learnings;

    private PastRegimes(long[] endsNanos, @Nullable RegimeName[] told, int learnings) {
        this.endsNanos = endsNanos;
        this.told = told;
        this.learnings = learnings;
    }

    /**
     * @param endsNanos when each bar ended
     * @param closes all above nought
     * @param refitBars after so many bars the regimes are learned anew
     */
    public static PastRegimes of(
            InstrumentId instrument, long[] endsNanos, double[] closes, int refitBars, Progress progress) {
        Walk walk = new Walk(endsNanos, closes);
        // The length of a bar is what settings of a desk are named by, and nothing else.
        RegimeSeries series = new RegimeSeries(
                new RegimeSubject(instrument, Timeframe.D1), walk, new SkillByRegime(), refitBars, false);
        @Nullable RegimeName[] told = new RegimeName[closes.length];
        int learnings = 0;
        for (int bar = 0; bar < closes.length; bar++) {
            walk.ended = bar + 1;
            boolean isDue = series.advance();
            told[bar] = series.told().orElse(null);
            if (isDue) {
                series.learn();
                learnings++;
            }
            progress.done((bar + 1.0) / closes.length);
        }
        return new PastRegimes(endsNanos.clone(), told, learnings);
    }

    /** As of a moment; null where none was told. */
    public @Nullable RegimeName at(long nanos) {
        int found = Arrays.binarySearch(endsNanos, nanos);
        int bar = found >= 0 ? found : -found - 2;
        return bar < 0 ? null : told[bar];
    }

    public int learnings() {
        return learnings;
    }

    /** The desk around the series: it knows the bars up to one of them. */
    private static final class Walk implements RegimeBench {

        private final long[] endsNanos;
        private final double[] closes;
        private int ended;

        Walk(long[] endsNanos, double[] closes) {
            this.endsNanos = endsNanos;
            this.closes = closes;
        }

        @Override
        public EndedBars bars(RegimeSubject subject, int limit) {
            int from = Math.max(0, ended - limit);
            return new EndedBars(Arrays.copyOfRange(endsNanos, from, ended), Arrays.copyOfRange(closes, from, ended));
        }

        @Override
        public Optional<RegimeName> rememberedRegime(RegimeSubject subject) {
            return Optional.empty();
        }

        @Override
        public ToldBars<RegimeName> toldBars(RegimeSubject subject) {
            return RegimeSeries.toldWith(ToldLog.NONE);
        }

        @Override
        public void tell(RegimeSwitch change, RegimeSubject subject) {
            // Nobody reads the journal of a desk of the past.
        }
    }
}
