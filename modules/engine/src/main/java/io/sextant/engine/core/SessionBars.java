package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.bar.BarAggregator;
import java.util.concurrent.CompletableFuture;

/** The bars that a session makes of its trades: the newest in memory, completed ones on their way to the archive. */
public final class SessionBars {

    /** Bars of each instrument and timeframe in memory: twice what waits at most for the archive. */
    private static final int KEPT_BARS = 2 * CompletedBars.HANDFUL;

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final CompletedBars completed;
    private final BarAggregator bars;

    SessionBars(InstrumentCatalog instruments, CoreTime time, CompletedBars.Sink sink) {
        this.instruments = instruments;
        this.time = time;
        completed = new CompletedBars(instruments, sink);
        bars = new BarAggregator(instruments, sink == CompletedBars.Sink.NOBODY_READS ? 0 : KEPT_BARS, completed::add);
    }

    BarAggregator aggregator() {
        return bars;
    }

    public BarSeries newest(InstrumentId instrument, Timeframe timeframe) {
        return bars.newest(instruments.indexOf(instrument), timeframe, Integer.MAX_VALUE);
    }

    /** Lets every timeframe begin with the bars that the archive has from before the session. */
    public void seed(BarArchive archive) {
        BarSeeding.seed(instruments, bars, archive, time.marketNanos);
    }

    /** Hands all completed bars to the archive; true once they are safe there. */
    public CompletableFuture<Boolean> flush() {
        return completed.flush();
    }
}
