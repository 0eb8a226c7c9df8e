package io.sextant.store.archive;

import io.sextant.domain.market.BarSeries;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chunks that were decoded last for short reads, so that a chart which pans or a strategy that looks back does not decode
 * the same ones again and again. A chunk's content never changes under its number, so nothing here can be out of date. Reads of
 * whole histories pass by: they would only push out what is needed again. Thread-safe.
 */
final class DecodedChunks {

    /** Some 60 MB when full. */
    private static final int BARS_MAX = 1_250_000;

    /** A read of more chunks than this passes by. */
    static final int SHORT_READ = 8;

    private final Map<Long, BarSeries> newest = new LinkedHashMap<>(64, 0.75f, true);
    private int bars;

    synchronized @Nullable BarSeries find(long chunk) {
        return newest.get(chunk);
    }

    synchronized void keep(long chunk, BarSeries decoded) {
        if (newest.putIfAbsent(chunk, decoded) != null) {
            return;
        }
        bars += decoded.size();
        var oldest = newest.entrySet().iterator();
        while (bars > BARS_MAX) {
            bars -= oldest.next().getValue().size();
            oldest.remove();
        }
    }

    synchronized void forget(long chunk) {
        BarSeries gone = newest.remove(chunk);
        bars -= gone == null ? 0 : gone.size();
    }
}
