package io.sextant.analytics.indicator;

/**
 * The straight line of least squares through the last n values at places 1 to n. Sums are taken around a value from the window and anew each round,
 * so that a high price does not cost the digits of a small slope.
 */
final class RollingRegression implements Smoother {

    enum Output {
        SLOPE,
        INTERCEPT,
        /** On the line at the newest value. */
        END,
        /** One step further. */
        NEXT
    }

    private final Recent recent;
    private final Output output;
    private double origin;
    private double sum;
    private double moments;

    RollingRegression(int length, Output output) {
        this.recent = new Recent(length);
        this.output = output;
    }

    private RollingRegression(RollingRegression from) {
        recent = from.recent.copy();
        output = from.output;
        origin = from.origin;
        sum = from.sum;
        moments = from.moments;
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int n = recent.length();
        double gone = recent.push(value) - origin;
        if (recent.isRound()) {
            begin(n);
        } else if (recent.isFull()) {
            moments += n * (value - origin) - sum;
            sum += value - origin - gone;
        }
        return recent.isFull() ? read(n) : Double.NaN;
    }

    private void begin(int n) {
        origin = recent.back(0);
        sum = 0;
        moments = 0;
        for (int i = n - 1; i >= 0; i--) {
            double off = recent.back(i) - origin;
            sum += off;
            moments += (n - i) * off;
        }
    }

    private double read(int n) {
        double middle = (n + 1) / 2.0;
        double spread = n * ((double) n * n - 1) / 12;
        double slope = n == 1 ? 0 : (moments - middle * sum) / spread;
        double mean = origin + sum / n;
        return switch (output) {
            case SLOPE -> slope;
            case INTERCEPT -> mean - slope * middle;
            case END -> mean + slope * (n - middle);
            case NEXT -> mean + slope * (n + 1 - middle);
        };
    }

    @Override
    public RollingRegression copy() {
        return new RollingRegression(this);
    }
}
