package io.sextant.ui.chart;

/**
 * Where a time stands among bars, whether there is a bar at it or not: a bar's open time is its middle, times between two bars lie
 * between them, and before the first and after the last bar time runs on at the length of a bar.
 */
final class TimePlace {

    private TimePlace() {}

    static double positionOf(IndexedBars bars, long timeNanos, long barNanos) {
        int first = bars.firstIndex();
        int last = bars.endIndex() - 1;
        if (last < first) {
            return 0.5;
        }
        if (timeNanos <= bars.openTimeNanos(first)) {
            return first + 0.5 + (double) (timeNanos - bars.openTimeNanos(first)) / barNanos;
        }
        if (timeNanos >= bars.openTimeNanos(last)) {
            return last + 0.5 + (double) (timeNanos - bars.openTimeNanos(last)) / barNanos;
        }
        int low = first;
        int high = last;
        while (high - low > 1) {
            int middle = Math.floorDiv(low + high, 2);
            if (bars.openTimeNanos(middle) <= timeNanos) {
                low = middle;
            } else {
                high = middle;
            }
        }
        long from = bars.openTimeNanos(low);
        return low + 0.5 + (double) (timeNanos - from) / (bars.openTimeNanos(high) - from);
    }

    static long timeAt(IndexedBars bars, double position, long barNanos) {
        int first = bars.firstIndex();
        int last = bars.endIndex() - 1;
        if (last < first) {
            return 0;
        }
        double middle = position - 0.5;
        if (middle <= first) {
            return bars.openTimeNanos(first) + Math.round((middle - first) * barNanos);
        }
        if (middle >= last) {
            return bars.openTimeNanos(last) + Math.round((middle - last) * barNanos);
        }
        int low = (int) Math.floor(middle);
        long from = bars.openTimeNanos(low);
        return from + Math.round((middle - low) * (bars.openTimeNanos(low + 1) - from));
    }
}
