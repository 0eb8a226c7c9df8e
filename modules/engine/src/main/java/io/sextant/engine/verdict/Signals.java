package io.sextant.engine.verdict;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What a strategy wanted, each time that it was asked.
 *
 * @param instruments how many it was asked about
 * @param endNanos when it was asked: at the ends of bars
 * @param shares for each time one for each instrument: of the equity to hold from then on, NaN where nothing was said
 */
public record Signals(int instruments, long[] endNanos, double[] shares) {

    int size() {
        return endNanos.length;
    }

    double share(int asked, int instrument) {
        return shares[asked * instruments + instrument];
    }

    /** How often it was asked until then. */
    int askedUntil(long nanos) {
        int found = Arrays.binarySearch(endNanos, nanos);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The first of the first {@code count} answers that is another. */
    OptionalInt firstOther(Signals other, int count) {
        int both = instruments * Math.min(count, Math.min(size(), other.size()));
        int at = Arrays.mismatch(shares, 0, both, other.shares, 0, both);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at / instruments);
    }

    /** An instrument of which something else is said there in the two. */
    int otherInstrument(Signals other, int asked) {
        int from = asked * instruments;
        int to = from + instruments;
        return Math.max(0, Arrays.mismatch(shares, from, to, other.shares, from, to));
    }

    /** Whether something is said there that was not said just before. */
    boolean isNews(int asked) {
        for (int k = 0; k < instruments; k++) {
            double share = share(asked, k);
            if (!Double.isNaN(share) && (asked == 0 || Double.compare(share, share(asked - 1, k)) != 0)) {
                return true;
            }
        }
        return false;
    }
}
