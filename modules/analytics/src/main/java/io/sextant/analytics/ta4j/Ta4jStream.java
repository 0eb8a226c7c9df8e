package io.sextant.analytics.ta4j;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.Optional;

/**
 * One of ta4j's indicators fed bar by bar: it keeps the bars, because ta4j reads any of them again. A copy that looks at one bar more borrows
 * this one for the look, as ta4j keeps nothing of its last bar; where it does, a look tells nothing, for replaying all bars at each would take a chart's
 * breath. One that goes on further, or comes late, replays the bars.
 */
final class Ta4jStream implements Indicator {

    private static final int FIRST_CAPACITY = 256;

    private final Ta4jIndicators library;
    private final Ta4jCall call;
    private final boolean canLookAhead;
    private final ColumnBars series;
    private final org.ta4j.core.Indicator<?> indicator;
    private long[] times = new long[FIRST_CAPACITY];
    private double[][] columns = new double[5][FIRST_CAPACITY];
    private int size;

    /** @param canLookAhead whether the indicator keeps nothing of a last bar that is taken back */
    Ta4jStream(Ta4jIndicators library, Ta4jCall call, boolean canLookAhead) {
        this.library = library;
        this.call = call;
        this.canLookAhead = canLookAhead;
        series = new ColumnBars(shown(0));
        indicator = library.make(call, series);
    }

    private BarSeries shown(int bars) {
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], bars);
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = look(time, open, high, low, close, volume);
        size++;
    }

    /** Puts a bar behind the others and reads the indicator there; the bar counts only once {@link #size} does. */
    private double look(long time, double open, double high, double low, double close, double volume) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], 2 * size);
            }
        }
        times[size] = time;
        columns[0][size] = open;
        columns[1][size] = high;
        columns[2][size] = low;
        columns[3][size] = close;
        columns[4][size] = volume;
        series.show(shown(size + 1));
        return Ta4jIndicators.number(indicator.getValue(size));
    }

    @Override
    public Indicator copy() {
        return new Ahead(this, size);
    }

    private Ta4jStream replayed(int bars) {
        Ta4jStream own = new Ta4jStream(library, call, canLookAhead);
        double[] out = new double[1];
        for (int i = 0; i < bars; i++) {
            own.next(times[i], columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i], out);
        }
        return own;
    }

    /** A copy that has seen the first {@code from} bars. */
    private static final class Ahead implements Indicator {

        private final Ta4jStream origin;
        private final int from;
        private Optional<Ta4jStream> own = Optional.empty();
        private boolean looked;
        private long lookedTime;
        private final double[] lookedBar = new double[5];

        Ahead(Ta4jStream origin, int from) {
            this.origin = origin;
            this.from = from;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
            if (!looked && own.isEmpty() && origin.size == from) {
                looked = true;
                lookedTime = time;
                lookedBar[0] = open;
                lookedBar[1] = high;
                lookedBar[2] = low;
                lookedBar[3] = close;
                lookedBar[4] = volume;
                out[0] = origin.canLookAhead ? origin.look(time, open, high, low, close, volume) : Double.NaN;
            } else {
                own().next(time, open, high, low, close, volume, out);
            }
        }

        /** A stream that shares nothing, at the bar at which this copy is. */
        private Ta4jStream own() {
            if (own.isEmpty()) {
                Ta4jStream made = origin.replayed(from);
                if (looked) {
                    made.next(
                            lookedTime,
                            lookedBar[0],
                            lookedBar[1],
                            lookedBar[2],
                            lookedBar[3],
                            lookedBar[4],
                            new double[1]);
                }
                own = Optional.of(made);
            }
            return own.get();
        }

        @Override
        public Indicator copy() {
            return own().copy();
        }
    }
}
