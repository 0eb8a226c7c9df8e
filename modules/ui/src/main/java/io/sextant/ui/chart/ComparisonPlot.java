package io.sextant.ui.chart;

import io.sextant.ui.chart.line.ValueLine;
import org.jspecify.annotations.Nullable;

/** The closes of another instrument at the times of the chart's own bars; between its own bars the last close holds. */
final class ComparisonPlot {

    final Comparison comparison;
    final LineFrame frame = new LineFrame();

    /** The other's close at the first bar in sight; NaN when it has none there. */
    double base = Double.NaN;

    private @Nullable ValueLine line;
    private @Nullable CandleSeries alignedTo;
    private int otherFirst;

    ComparisonPlot(Comparison comparison) {
        this.comparison = comparison;
    }

    double value(int index) {
        ValueLine known = line;
        return known == null ? Double.NaN : known.value(index);
    }

    /** {@code factor} of the frame brings the other's close at the first bar in sight onto {@code mainBase}. */
    void compute(CandleSeries bars, CandleFrame candles, double mainBase) {
        ValueLine aligned = follow(bars);
        base = Double.NaN;
        for (int i = 0; i < candles.count && Double.isNaN(base); i++) {
            base = aligned.value(candles.from[i]);
        }
        frame.compute(aligned, candles, mainBase / base);
    }

    private ValueLine follow(CandleSeries bars) {
        ValueLine known = line;
        CandleSeries other = comparison.bars();
        if (known == null
                || alignedTo != bars
                || known.firstIndex() != bars.firstIndex()
                || known.endIndex() > bars.endIndex()
                || otherFirst != other.firstIndex()) {
            known = align(bars, other);
            line = known;
            alignedTo = bars;
            otherFirst = other.firstIndex();
            return known;
        }
        int last = Math.max(known.firstIndex(), known.endIndex() - 1);
        for (int i = last; i < bars.endIndex(); i++) {
            known.put(i, closeAt(other, bars.openTimeNanos(i)));
        }
        return known;
    }

    private static ValueLine align(CandleSeries bars, CandleSeries other) {
        double[] values = new double[bars.size() + 64];
        int at = other.firstIndex();
        for (int i = bars.firstIndex(); i < bars.endIndex(); i++) {
            while (at < other.endIndex() && other.openTimeNanos(at) <= bars.openTimeNanos(i)) {
                at++;
            }
            values[i - bars.firstIndex()] = at > other.firstIndex() ? other.close(at - 1) : Double.NaN;
        }
        return new ValueLine(bars.firstIndex(), values, bars.size());
    }

    private static double closeAt(CandleSeries other, long timeNanos) {
        int after = other.indexAtOrAfter(timeNanos + 1);
        return after > other.firstIndex() ? other.close(after - 1) : Double.NaN;
    }
}
