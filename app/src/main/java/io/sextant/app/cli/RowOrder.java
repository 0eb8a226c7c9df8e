package io.sextant.app.cli;

import java.util.Arrays;
import java.util.Optional;

/** In which order rows follow each other in time. Files of some sources begin with the newest. */
final class RowOrder {

    private RowOrder() {}

    /** The rows from old to new; empty where times neither rise nor fall. Rows of one time, as days of hours have, keep their order. */
    static Optional<int[]> inTime(int[] rows, Optional<long[]> times) {
        if (times.isEmpty() || rises(rows, times.orElseThrow(), 0)) {
            return Optional.of(rows);
        }
        int[] turned = new int[rows.length];
        Arrays.setAll(turned, i -> rows[rows.length - 1 - i]);
        return rises(turned, times.orElseThrow(), 0) ? Optional.of(turned) : Optional.empty();
    }

    /** @param apart how many nanoseconds lie between two rows at least */
    static boolean rises(int[] rows, long[] times, long apart) {
        for (int i = 1; i < rows.length; i++) {
            if (times[rows[i]] - times[rows[i - 1]] < apart) {
                return false;
            }
        }
        return true;
    }
}
