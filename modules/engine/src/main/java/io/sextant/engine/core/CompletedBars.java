package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import java.util.concurrent.CompletableFuture;

/** Collects bars of the archived timeframes as they complete and hands them on in handfuls. */
public final class CompletedBars {

    static final int HANDFUL = 512;
    private static final Timeframe[] ARCHIVED = {Timeframe.M1, Timeframe.H1};

    private final InstrumentCatalog instruments;
    private final Sink sink;
    private final BarSeriesBuilder[][] pending;

    /** Takes handfuls of completed bars; must not wait. */
    public interface Sink {

        void write(InstrumentId instrument, Timeframe timeframe, BarSeries bars);

        /** Whether everything written so far is safe; false when some bars could not be kept. */
        default CompletableFuture<Boolean> whenKept() {
            return CompletableFuture.completedFuture(true);
        }

        Sink NONE = (instrument, timeframe, bars) -> {};

        /** Nobody reads bars of such a core, neither these nor the newest in memory, so it makes none: a run over the past makes its own. */
        Sink NOBODY_READS = (instrument, timeframe, bars) -> {};
    }

    CompletedBars(InstrumentCatalog instruments, Sink sink) {
        this.instruments = instruments;
        this.sink = sink;
        pending = new BarSeriesBuilder[instruments.size()][ARCHIVED.length];
        for (BarSeriesBuilder[] row : pending) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new BarSeriesBuilder();
            }
        }
    }

    void add(
            int index,
            Timeframe timeframe,
            long openNanos,
            double open,
            double high,
            double low,
            double close,
            double volume) {
        for (int i = 0; i < ARCHIVED.length; i++) {
            if (ARCHIVED[i] == timeframe) {
                pending[index][i].add(openNanos, open, high, low, close, volume);
                if (pending[index][i].size() >= HANDFUL) {
                    hand(index, i);
                }
            }
        }
    }

    /** Hands everything on, and says when it is safe. */
    CompletableFuture<Boolean> flush() {
        for (int index = 0; index < pending.length; index++) {
            for (int i = 0; i < ARCHIVED.length; i++) {
                if (pending[index][i].size() > 0) {
                    hand(index, i);
                }
            }
        }
        return sink.whenKept();
    }

    private void hand(int index, int timeframe) {
        sink.write(instruments.get(index).id(), ARCHIVED[timeframe], pending[index][timeframe].build());
        pending[index][timeframe] = new BarSeriesBuilder();
    }
}
