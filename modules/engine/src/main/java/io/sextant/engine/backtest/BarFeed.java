package io.sextant.engine.backtest;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.engine.strategy.BarClock;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Turns bars into the trades that an engine hears: the open at the beginning of a bar, and before its end the extremes and the close with all
 * of its volume. On the path of a bar the extremes come at its thirds, the one first that hurts what is held: the low of who is long, the high of
 * who is short, and with nothing held the one that is nearer to the open. What begins at the same time is one step.
 */
final class BarFeed implements Feed, BarClock {

    private static final int OPEN = 0;
    private static final int FIRST_EXTREME = 1;
    private static final int SECOND_EXTREME = 2;
    private static final int CLOSE = 3;
    private static final int AFTERMATH = 4;

    private final InstrumentCatalog catalog;
    private final TestedSeries[] series;
    private final FillModel fill;
    private final IntToLongFunction positionLots;
    private final Watcher watcher;
    private final int[] bar;
    private final int[] phase;
    private final long[] dueNanos;
    private final int[] told;
    private final int[] toldPhase;
    private final long[] toldNanos;
    private final boolean[] lowComesFirst;
    private long nextNanos = Long.MAX_VALUE;

    /** Hears what the feed is about to report. */
    interface Watcher {

        void barOpens(int instrument, int bar, long nanos);

        /** All reports of the step but what comes of them. */
        void stepReported(long nanos);

        void barCloses(int instrument, int bar);

        /** Whether an instrument whose bars are over is worth something else than its last close; zero where not. */
        long aftermathTicks(int instrument);
    }

    BarFeed(
            InstrumentCatalog catalog,
            List<TestedSeries> series,
            FillModel fill,
            IntToLongFunction positionLots,
            Watcher watcher) {
        this.catalog = catalog;
        this.series = series.toArray(new TestedSeries[0]);
        this.fill = fill;
        this.positionLots = positionLots;
        this.watcher = watcher;
        bar = new int[this.series.length];
        phase = new int[bar.length];
        dueNanos = new long[bar.length];
        told = new int[bar.length];
        toldPhase = new int[bar.length];
        toldNanos = new long[bar.length];
        Arrays.fill(toldNanos, Long.MIN_VALUE);
        lowComesFirst = new boolean[bar.length];
        for (int i = 0; i < bar.length; i++) {
            dueNanos[i] = this.series[i].bars().openTimeNanos()[0];
            nextNanos = Math.min(nextNanos, dueNanos[i]);
        }
    }

    @Override
    public String name() {
        return "bars of the past";
    }

    @Override
    public InstrumentCatalog instruments() {
        return catalog;
    }

    @Override
    public boolean isReproducible() {
        return true;
    }

    @Override
    public long nextNanos() {
        return nextNanos;
    }

    /** The bar of the newest report. */
    int bar(int instrument) {
        return told[instrument];
    }

    /** Whether the newest price is one at which the market opens, or the last there will ever be. */
    boolean isAtOpen(int instrument) {
        return toldPhase[instrument] == OPEN || toldPhase[instrument] == AFTERMATH;
    }

    /** Whether orders of this model can trade at the newest price. */
    boolean isTradable(int instrument) {
        return fill == FillModel.BAR_PATH || isAtOpen(instrument);
    }

    /** Whether no later open will come: who is late here trades no more. */
    boolean isAtLastOpen(int instrument) {
        return told[instrument] == series[instrument].size() - 1 && isAtOpen(instrument);
    }

    @Override
    public boolean tradesNow(int instrument, long nowNanos) {
        return toldNanos[instrument] == nowNanos && isTradable(instrument);
    }

    @Override
    public long startOf(int instrument, long nanos) {
        return series[instrument].bars().openTimeNanos()[told[instrument]];
    }

    @Override
    public long endOf(int instrument, long nanos) {
        return toldPhase[instrument] == AFTERMATH
                ? NOTHING_DUE
                : series[instrument].endNanos()[told[instrument]];
    }

    @Override
    public void step(MarketSink sink) {
        long now = nextNanos;
        for (int i = 0; i < dueNanos.length; i++) {
            if (dueNanos[i] == now && phase[i] == OPEN) {
                watcher.barOpens(i, bar[i], now);
            }
        }
        for (int i = 0; i < dueNanos.length; i++) {
            if (dueNanos[i] == now) {
                report(i, now, sink);
            }
        }
        nextNanos = Long.MAX_VALUE;
        for (long due : dueNanos) {
            nextNanos = Math.min(nextNanos, due);
        }
        watcher.stepReported(now);
    }

    private void report(int i, long now, MarketSink sink) {
        TestedSeries of = series[i];
        int at = bar[i];
        told[i] = at;
        toldPhase[i] = phase[i];
        toldNanos[i] = now;
        switch (phase[i]) {
            case OPEN -> {
                print(sink, i, now, of.openTicks()[at], 0);
                go(i, fill == FillModel.BAR_PATH ? FIRST_EXTREME : CLOSE);
            }
            case FIRST_EXTREME -> {
                lowComesFirst[i] = lowComesFirst(i, at);
                print(sink, i, now, extreme(of, at, lowComesFirst[i]), 0);
                go(i, SECOND_EXTREME);
            }
            case SECOND_EXTREME -> {
                print(sink, i, now, extreme(of, at, !lowComesFirst[i]), 0);
                go(i, CLOSE);
            }
            case CLOSE -> {
                if (fill == FillModel.NEXT_OPEN) {
                    print(sink, i, now, of.highTicks()[at], 0);
                    print(sink, i, now, of.lowTicks()[at], 0);
                }
                print(sink, i, now, of.closeTicks()[at], of.volumeLots()[at]);
                watcher.barCloses(i, at);
                closed(i);
            }
            default -> {
                print(sink, i, now, watcher.aftermathTicks(i), 0);
                dueNanos[i] = NOTHING_DUE;
            }
        }
    }

    private void closed(int i) {
        if (bar[i] + 1 < series[i].size()) {
            bar[i]++;
            phase[i] = OPEN;
            dueNanos[i] = series[i].bars().openTimeNanos()[bar[i]];
        } else if (watcher.aftermathTicks(i) > 0) {
            phase[i] = AFTERMATH;
            dueNanos[i] = series[i].endNanos()[bar[i]];
        } else {
            dueNanos[i] = NOTHING_DUE;
        }
    }

    private void go(int i, int to) {
        TestedSeries of = series[i];
        long open = of.bars().openTimeNanos()[bar[i]];
        long length = of.endNanos()[bar[i]] - open;
        phase[i] = to;
        dueNanos[i] = to == CLOSE ? open + length - 1 : open + to * (length / 3);
    }

    private boolean lowComesFirst(int i, int at) {
        long held = positionLots.applyAsLong(i);
        long open = series[i].openTicks()[at];
        return held == 0 ? open - series[i].lowTicks()[at] <= series[i].highTicks()[at] - open : held > 0;
    }

    private static long extreme(TestedSeries of, int at, boolean low) {
        return low ? of.lowTicks()[at] : of.highTicks()[at];
    }

    private static void print(MarketSink sink, int i, long now, long ticks, long lots) {
        sink.onTrade(i, now, ticks, lots, Side.BUY);
    }

    @Override
    public void save(StateWriter out) {
        for (int i = 0; i < bar.length; i++) {
            out.putLong(dueNanos[i]);
            out.putInt(bar[i]);
            out.putInt(phase[i]);
        }
    }

    @Override
    public void load(StateReader in) {
        throw new IllegalStateException("a run over the past is begun anew, not continued");
    }

    @Override
    public void close() {}
}
