package io.sextant.marketdata;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Set;

/** Bars that stay. Thread-safe; reads see what a finished append wrote. */
public interface BarArchive {

    /** Adds bars; where one of the same time is there already, the new one wins. */
    void append(InstrumentId instrument, Timeframe timeframe, BarSeries bars);

    /** Bars that open in {@code [fromNanos, toNanos)}. */
    BarSeries read(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos);

    /** At most {@code limit} bars that open before {@code beforeNanos}, the newest ones. */
    BarSeries readBefore(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit);

    /** Timeframes that are stored for an instrument; others are made from finer ones. */
    Set<Timeframe> timeframes(InstrumentId instrument);

    /** What of a series is not to be trusted, in time order. */
    default List<MarkedStretch> marks(InstrumentId instrument, Timeframe timeframe) {
        return List.of();
    }

    /** From now on these and no others are the marks of a series, which need not have bars. */
    default void keepMarks(InstrumentId instrument, Timeframe timeframe, List<MarkedStretch> marks) {
        throw new UnsupportedOperationException("this archive keeps no marks");
    }

    /** All that is stored, by instrument and timeframe. */
    List<ArchivedSeries> series();
}
