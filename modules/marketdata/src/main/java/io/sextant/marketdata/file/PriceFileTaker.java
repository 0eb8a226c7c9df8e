package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import java.util.Optional;

/** Hears what is in a file. All calls come on the reading thread. */
public interface PriceFileTaker {

    /**
     * What a text was understood as.
     *
     * @param name the file's, or the entry's inside an archive
     * @param layout for a person
     * @param length of its bars; of trades the one that they become, empty for bars of no clock
     */
    record Understood(String name, String layout, boolean trades, Optional<BarLength> length, boolean hasVolume) {}

    void begin(Understood text);

    /** A stretch of bars of one series in time order. Stretches of one series do not overlap but come in any order. */
    void bars(String symbol, BarSeries stretch);

    void quarantined(QuarantinedRow row);

    /** Now and then, and at the end of each text. Throws {@link java.util.concurrent.CancellationException} to stop. */
    void progress(long rows);

    /** So many more bytes of the file were read, as it lies on disk. */
    void bytes(long more);

    /** The text is over. */
    void end(long rows, long quarantinedRows);

    /** A text that is not understood; others of the same file may be. */
    void problem(String name, String sentence);
}
