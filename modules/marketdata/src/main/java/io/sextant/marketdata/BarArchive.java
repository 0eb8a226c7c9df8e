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

    /**
     * Adds bars that an engine made of what it heard; it may make them again when it recovers. None of them goes where the
     * series was mended.
     */
    default void appendMade(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        append(instrument, timeframe, bars);
    }

    /** Adds better bars for {@code [fromNanos, toNanos)}, and keeps out of it for good what an engine makes. */
    default void mend(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos, BarSeries better) {
        throw new UnsupportedOperationException("this archive does not tell made bars from better ones");
    }

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
