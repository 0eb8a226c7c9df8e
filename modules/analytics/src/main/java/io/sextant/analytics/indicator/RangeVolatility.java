package io.sextant.analytics.indicator;

/**
 * Yearly volatility from bars, as a share: what they vary by per bar times the root of the bars in a year. By closes with the sample deviation of
 * log returns; by Parkinson (1980), Garman and Klass (1980), Rogers and Satchell (1991) from the bar's own range; by Yang and Zhang
 * (2000) from gap, body and range with their weights for alpha 1.34.
 */
final class RangeVolatility implements Indicator {

    enum By {
        CLOSES,
        PARKINSON,
        GARMAN_KLASS,
        ROGERS_SATCHELL,
        YANG_ZHANG
    }

    private static final double ALPHA = 1.34;
    private static final double LOG_TWO = Math.log(2);

    private final By by;
    private final int length;
    private final double yearBars;
    private final RollingSum squares;
    private final Spread gaps;
    private final Spread bodies;
    private double before = Double.NaN;

    RangeVolatility(By by, int length, double yearBars) {
        this(
                by,
                length,
                yearBars,
                new RollingSum(length),
                Spread.of(length, Spread.As.SAMPLE_DEVIATION),
                Spread.of(length, Spread.As.SAMPLE_DEVIATION));
    }

    private RangeVolatility(By by, int length, double yearBars, RollingSum squares, Spread gaps, Spread bodies) {
        this.by = by;
        this.length = length;
        this.yearBars = yearBars;
        this.squares = squares;
        this.gaps = gaps;
        this.bodies = bodies;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double tall = Math.log(high / low);
        double body = Math.log(close / open);
        double satchell = Math.log(high / close) * Math.log(high / open) + Math.log(low / close) * Math.log(low / open);
        double variance = switch (by) {
            case CLOSES -> square(gaps.next(Math.log(close / before)));
            case PARKINSON -> squares.next(tall * tall) / length / (4 * LOG_TWO);
            case GARMAN_KLASS -> squares.next(tall * tall / 2 - (2 * LOG_TWO - 1) * body * body) / length;
            case ROGERS_SATCHELL -> squares.next(satchell) / length;
            case YANG_ZHANG -> {
                double overnight = square(gaps.next(Math.log(open / before)));
                double within = square(bodies.next(body));
                double weight = (ALPHA - 1) / (ALPHA + (length + 1.0) / (length - 1.0));
                yield overnight + weight * within + (1 - weight) * squares.next(satchell) / length;
            }
        };
        before = close;
        out[0] = Math.sqrt(Math.max(0, variance) * yearBars);
    }

    private static double square(double deviation) {
        return deviation * deviation;
    }

    @Override
    public RangeVolatility copy() {
        RangeVolatility copy = new RangeVolatility(by, length, yearBars, squares.copy(), gaps.copy(), bodies.copy());
        copy.before = before;
        return copy;
    }
}
