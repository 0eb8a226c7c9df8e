package io.sextant.analytics.feature;

/**
 * Highest or lowest of a window and how long ago it was. A queue keeps only what may yet become the extreme (Lemire 2006), so a
 * bar costs two comparisons on average however long the window is. Of equals the newest counts.
 */
final class RollingExtreme extends Node {

    private final Node source;
    private final double sign;
    private final int bars;
    private final double[] candidates;
    private final long[] places;
    private int first;
    private int count;
    private long step;
    private long lastMissing;

    /** {@code sign} is 1 for the highest and -1 for the lowest. */
    RollingExtreme(String formula, Node source, int bars, double sign) {
        super(formula, source, bars - 1);
        this.source = source;
        this.sign = sign;
        this.bars = bars;
        candidates = new double[bars];
        places = new long[bars];
    }

    @Override
    void step() {
        step++;
        if (count > 0 && places[first] <= step - bars) {
            first = next(first);
            count--;
        }
        double newest = source.value * sign;
        if (Double.isNaN(newest)) {
            lastMissing = step;
        } else {
            while (count > 0 && candidates[last()] <= newest) {
                count--;
            }
            count++;
            candidates[last()] = newest;
            places[last()] = step;
        }
        value = isWhole() ? candidates[first] * sign : Double.NaN;
    }

    /** Bars since the extreme as a share of the window: 0 is now, 1 its far end. */
    double age() {
        return isWhole() ? (double) (step - places[first]) / (bars - 1) : Double.NaN;
    }

    private boolean isWhole() {
        return step - lastMissing >= bars;
    }

    private int last() {
        int index = first + count - 1;
        return index >= bars ? index - bars : index;
    }

    private int next(int index) {
        return index + 1 == bars ? 0 : index + 1;
    }
}
