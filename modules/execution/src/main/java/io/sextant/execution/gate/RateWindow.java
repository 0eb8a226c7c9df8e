package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.RateLimit;

/** The newest moments at which something happened, as many as the limits on it have to remember. */
final class RateWindow {

    private long[] moments = new long[0];
    private int size;

    /** Where the next moment goes. */
    private int next;

    /** Makes room for what the limits count; the newest moments stay. */
    void fit(RateLimit one, RateLimit other) {
        int room = Math.max(one.isBounded() ? one.count() : 0, other.isBounded() ? other.count() : 0);
        if (room == moments.length) {
            return;
        }
        long[] newer = new long[room];
        int kept = Math.min(size, room);
        for (int i = 0; i < kept; i++) {
            newer[i] = ago(kept - i);
        }
        moments = newer;
        size = kept;
        next = kept == room ? 0 : kept;
    }

    void add(long nowNanos) {
        if (moments.length > 0) {
            moments[next] = nowNanos;
            next = next + 1 == moments.length ? 0 : next + 1;
            size = Math.min(size + 1, moments.length);
        }
    }

    /** Whether one more would be more than the limit allows. A moment exactly a window ago does not count any more. */
    boolean isFull(RateLimit limit, long nowNanos) {
        if (!limit.isBounded()) {
            return false;
        }
        return limit.count() == 0 || (size >= limit.count() && nowNanos - ago(limit.count()) < limit.windowNanos());
    }

    int within(long windowNanos, long nowNanos) {
        int count = 0;
        while (count < size && nowNanos - ago(count + 1) < windowNanos) {
            count++;
        }
        return count;
    }

    void clear() {
        size = 0;
        next = 0;
    }

    /** The moment so many back; 1 is the newest. */
    private long ago(int back) {
        int at = next - back;
        return moments[at < 0 ? at + moments.length : at];
    }

    void save(StateWriter out) {
        out.putInt(size);
        for (int back = size; back > 0; back--) {
            out.putLong(ago(back));
        }
    }

    /** Continues from what {@link #save} wrote, under the same limits. */
    void load(StateReader in) {
        clear();
        for (int left = in.getInt(); left > 0; left--) {
            add(in.getLong());
        }
    }
}
