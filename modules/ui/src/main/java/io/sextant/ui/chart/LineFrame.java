package io.sextant.ui.chart;

import io.sextant.ui.chart.line.ValueLine;
import io.sextant.ui.chart.line.ValueRange;

/** What one frame draws of a line: for each slot of the candles its extremes and where it enters and leaves. */
final class LineFrame {

    int count;
    double lowest;
    double highest;

    double[] min = new double[0];
    double[] max = new double[0];
    double[] first = new double[0];
    double[] last = new double[0];

    private final ValueRange range = new ValueRange();

    /** Every value times {@code factor}, by which a line of another instrument comes to the scale of this one. */
    void compute(ValueLine line, CandleFrame slots, double factor) {
        count = slots.count;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        ensureCapacity(slots.x.length);
        for (int i = 0; i < count; i++) {
            if (slots.to[i] - slots.from[i] == 1) {
                double value = line.value(slots.from[i]) * factor;
                min[i] = value;
                max[i] = value;
                first[i] = value;
                last[i] = value;
            } else {
                range.clear();
                line.addRange(slots.from[i], slots.to[i], range);
                min[i] = range.isEmpty() ? Double.NaN : range.min() * factor;
                max[i] = range.isEmpty() ? Double.NaN : range.max() * factor;
                first[i] = line.value(slots.from[i]) * factor;
                last[i] = line.value(slots.to[i] - 1) * factor;
            }
            if (min[i] < lowest) {
                lowest = min[i];
            }
            if (max[i] > highest) {
                highest = max[i];
            }
        }
    }

    private void ensureCapacity(int slots) {
        if (slots > min.length) {
            min = new double[slots];
            max = new double[slots];
            first = new double[slots];
            last = new double[slots];
        }
    }
}
