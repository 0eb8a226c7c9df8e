package io.sextant.ui.chart;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.ui.chart.line.ValueLine;
import java.util.Arrays;

/**
 * An indicator over a series: it has seen every finished bar once, and looks at the one that is forming through a copy of itself,
 * so that a bar that still changes leaves no trace.
 */
final class StudyRun {

    private final Indicator settled;
    private final ValueLine[] lines;
    private final double[] out;
    private int settledEnd;

    private StudyRun(Indicator settled, ValueLine[] lines, int settledEnd) {
        this.settled = settled;
        this.lines = lines;
        this.settledEnd = settledEnd;
        out = new double[settled.outputs()];
    }

    /** Feeds a new indicator with all of {@code bars}; takes its time when they are many, and may run on any thread. */
    static StudyRun over(FinishedBars bars, Indicator indicator) {
        int first = bars.firstIndex();
        int end = bars.endIndex();
        double[][] columns = new double[indicator.outputs()][end - first + 64];
        double[] out = new double[indicator.outputs()];
        for (int i = first; i < end; i++) {
            feed(indicator, bars, i, out);
            for (int c = 0; c < out.length; c++) {
                columns[c][i - first] = out[c];
            }
        }
        ValueLine[] lines = Arrays.stream(columns)
                .map(column -> new ValueLine(first, column, end - first))
                .toArray(ValueLine[]::new);
        return new StudyRun(indicator, lines, end);
    }

    int firstIndex() {
        return lines[0].firstIndex();
    }

    int outputs() {
        return lines.length;
    }

    ValueLine line(int output) {
        return lines[output];
    }

    /** Takes the bars that have come or changed since. */
    void follow(IndexedBars bars) {
        int last = bars.endIndex() - 1;
        for (; settledEnd < last; settledEnd++) {
            feed(settled, bars, settledEnd, out);
            put(settledEnd);
        }
        if (last >= settledEnd) {
            feed(settled.copy(), bars, last, out);
            put(last);
        }
    }

    private void put(int index) {
        for (int c = 0; c < lines.length; c++) {
            lines[c].put(index, out[c]);
        }
    }

    private static void feed(Indicator indicator, IndexedBars bars, int i, double[] out) {
        indicator.next(
                bars.openTimeNanos(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i), out);
    }
}
