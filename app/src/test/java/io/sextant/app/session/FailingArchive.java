package io.sextant.app.session;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import java.util.List;
import java.util.Set;

/** An archive that keeps some marks and then, once, does not. */
final class FailingArchive implements BarArchive {

    private final BarArchive archive;
    private int goodOnes;

    FailingArchive(BarArchive archive, int goodOnes) {
        this.archive = archive;
        this.goodOnes = goodOnes;
    }

    @Override
    public void keepMarks(InstrumentId instrument, Timeframe timeframe, List<MarkedStretch> marks) {
        if (goodOnes-- == 0) {
            throw new IllegalStateException("the disk is full");
        }
        archive.keepMarks(instrument, timeframe, marks);
    }

    @Override
    public List<MarkedStretch> marks(InstrumentId instrument, Timeframe timeframe) {
        return archive.marks(instrument, timeframe);
    }

    @Override
    public void append(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        archive.append(instrument, timeframe, bars);
    }

    @Override
    public BarSeries read(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        return archive.read(instrument, timeframe, fromNanos, toNanos);
    }

    @Override
    public BarSeries readBefore(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        return archive.readBefore(instrument, timeframe, beforeNanos, limit);
    }

    @Override
    public Set<Timeframe> timeframes(InstrumentId instrument) {
        return archive.timeframes(instrument);
    }

    @Override
    public List<ArchivedSeries> series() {
        return archive.series();
    }
}
