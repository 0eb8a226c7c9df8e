package io.sextant.app.sheet;

import io.sextant.app.sheet.Drawing.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.DoubleFunction;

/** Values over time with a grid and its figures; of very many points only the highest and the lowest of each column of dots are drawn. */
public final class TimeChart {

    private static final double WIDTH = 720;
    private static final double LEFT = 62;
    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;
    private static final int COLUMNS = 640;
    private static final int LINES = 4;

    private final Drawing drawing;
    private final long fromNanos;
    private final long toNanos;
    private final double low;
    private final double high;

    public TimeChart(
            double height, long fromNanos, long toNanos, double low, double high, DoubleFunction<String> figure) {
        drawing = new Drawing(WIDTH, height);
        this.fromNanos = fromNanos;
        this.toNanos = Math.max(toNanos, fromNanos + 1);
        double room = high > low ? 0 : Math.max(1e-9, Math.abs(high) * 0.01);
        this.low = low - room;
        this.high = high + room;
        for (int i = 0; i <= LINES; i++) {
            double value = this.low + (this.high - this.low) * i / LINES;
            drawing.line(LEFT, y(value), WIDTH - RIGHT, y(value), Drawing.FAINT);
            drawing.word(LEFT - 6, y(value) + 3, figure.apply(value), Side.LEFT, Drawing.INK);
        }
        for (int i = 0; i <= LINES; i++) {
            long at = fromNanos + (toNanos - fromNanos) / LINES * i;
            Side side = i == 0 ? Side.RIGHT : i == LINES ? Side.LEFT : Side.BOTH;
            drawing.word(x(at), height - 4, date(at).toString(), side, Drawing.INK);
        }
    }

    public static LocalDate date(long nanos) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)), ZoneOffset.UTC);
    }

    public double x(long nanos) {
        return LEFT + (WIDTH - LEFT - RIGHT) * ((double) (nanos - fromNanos) / (toNanos - fromNanos));
    }

    public double y(double value) {
        return TOP + (drawing.height - TOP - BOTTOM) * (high - value) / (high - low);
    }

    /** What is not known is left out. */
    public TimeChart line(long[] times, double[] values, int colour) {
        int size = Math.min(times.length, values.length);
        int step = Math.max(1, size / COLUMNS);
        double[] x = new double[2 * (size / step + 1)];
        double[] y = new double[x.length];
        int count = 0;
        for (int from = 0; from < size; from += step) {
            int lowest = -1;
            int highest = -1;
            for (int i = from; i < Math.min(size, from + step); i++) {
                if (!Double.isNaN(values[i])) {
                    lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
                    highest = highest < 0 || values[i] > values[highest] ? i : highest;
                }
            }
            if (lowest >= 0) {
                int first = Math.min(lowest, highest);
                int second = Math.max(lowest, highest);
                x[count] = x(times[first]);
                y[count++] = y(values[first]);
                if (second != first) {
                    x[count] = x(times[second]);
                    y[count++] = y(values[second]);
                }
            }
        }
        drawing.line(Arrays.copyOf(x, count), Arrays.copyOf(y, count), colour, 1.2);
        return this;
    }

    public Drawing drawing() {
        return drawing;
    }
}
