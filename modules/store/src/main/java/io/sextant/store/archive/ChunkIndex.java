package io.sextant.store.archive;

import java.util.Arrays;
import java.util.List;

/** What the chunks of one series cover, in time order and without overlap. Never changes: an append makes a new one. */
final class ChunkIndex {

    /** One chunk's row: which bars it holds, not the bars. */
    record Chunk(long id, long firstNanos, long lastNanos, int bars) {}

    private final int seriesId;
    private final Chunk[] chunks;

    ChunkIndex(int seriesId, List<Chunk> chunks) {
        this.seriesId = seriesId;
        this.chunks = chunks.toArray(Chunk[]::new);
    }

    int seriesId() {
        return seriesId;
    }

    int size() {
        return chunks.length;
    }

    Chunk get(int index) {
        return chunks[index];
    }

    /** Index of the first chunk that ends at or after a time. */
    int firstEndingFrom(long nanos) {
        int low = 0;
        int high = chunks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle].lastNanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index behind the last chunk that begins at or before a time. */
    int endOfThoseUntil(long nanos) {
        int low = 0;
        int high = chunks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle].firstNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same with the chunks of {@code [from, to)} replaced. */
    ChunkIndex replaced(int from, int to, List<Chunk> by) {
        Chunk[] all = new Chunk[chunks.length - (to - from) + by.size()];
        System.arraycopy(chunks, 0, all, 0, from);
        for (int i = 0; i < by.size(); i++) {
            all[from + i] = by.get(i);
        }
        System.arraycopy(chunks, to, all, from + by.size(), chunks.length - to);
        return new ChunkIndex(seriesId, Arrays.asList(all));
    }
}
