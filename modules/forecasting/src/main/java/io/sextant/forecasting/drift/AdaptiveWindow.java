package io.sextant.forecasting.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * A window over values that grows while their mean stays and drops its old part once two parts of it differ: ADWIN2 (Bifet and Gavalda
 * 2007). It keeps sums in buckets of 1, 2, 4, ... values, {@value #BUCKETS} of each at most, and looks for a cut between buckets.
 */
public final class AdaptiveWindow {

    private static final int BUCKETS = 5;

    /** Cuts are looked for once in so many values, as its authors do. */
    private static final int LOOK_EVERY = 16;

    private static final int SMALLEST_PART = 16;

    private static final class Bucket {
        final long count;
        final double sum;
        final double squares;

        Bucket(long count, double sum, double squares) {
            this.count = count;
            this.sum = sum;
            this.squares = squares;
        }

        Bucket with(Bucket other) {
            return new Bucket(count + other.count, sum + other.sum, squares + other.squares);
        }
    }

    private final double confidence;

    /** The newest first; sizes never fall towards the old end. */
    private final List<Bucket> buckets = new ArrayList<>();

    private Bucket all = new Bucket(0, 0, 0);
    private long seen;

    /** @param confidence the chance of a cut where nothing changed, for each look */
    public AdaptiveWindow(double confidence) {
        this.confidence = confidence;
    }

    /** @return whether the old part of the window was dropped */
    public boolean add(double value) {
        Bucket one = new Bucket(1, value, value * value);
        buckets.addFirst(one);
        all = all.with(one);
        compress();
        seen++;
        boolean cut = false;
        if (seen % LOOK_EVERY == 0) {
            while (cutOnce()) {
                cut = true;
            }
        }
        return cut;
    }

    public long size() {
        return all.count;
    }

    public double mean() {
        return all.count == 0 ? Double.NaN : all.sum / all.count;
    }

    private void compress() {
        int from = 0;
        while (from < buckets.size()) {
            long size = buckets.get(from).count;
            int to = from;
            while (to < buckets.size() && buckets.get(to).count == size) {
                to++;
            }
            if (to - from <= BUCKETS) {
                return;
            }
            buckets.set(to - 2, buckets.get(to - 2).with(buckets.get(to - 1)));
            buckets.remove(to - 1);
            from = to - 2;
        }
    }

    private boolean cutOnce() {
        Bucket newer = new Bucket(0, 0, 0);
        for (int i = 0; i < buckets.size() - 1; i++) {
            newer = newer.with(buckets.get(i));
            long olderCount = all.count - newer.count;
            if (newer.count < SMALLEST_PART || olderCount < SMALLEST_PART) {
                continue;
            }
            double apart = Math.abs(newer.sum / newer.count - (all.sum - newer.sum) / olderCount);
            if (apart > bound(newer.count, olderCount)) {
                drop(i + 1);
                return true;
            }
        }
        return false;
    }

    /** Theorem 3.2 with the normal approximation of their section 3.3. */
    private double bound(long newer, long older) {
        double harmonic = 1.0 / (1.0 / newer + 1.0 / older);
        double mean = all.sum / all.count;
        double variance = Math.max(0, all.squares / all.count - mean * mean);
        double log = Math.log(2 * Math.log((double) all.count) / confidence);
        return Math.sqrt(2 / harmonic * variance * log) + 2 / (3 * harmonic) * log;
    }

    private void drop(int firstOld) {
        buckets.subList(firstOld, buckets.size()).clear();
        all = buckets.stream().reduce(new Bucket(0, 0, 0), Bucket::with);
    }
}
