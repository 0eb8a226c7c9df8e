package io.sextant.analytics.indicator;

/**
 * Highest or lowest of the last n values, and how long ago it was: a queue of those that may still become the extreme, each value entering and
 * leaving once (Lemire 2006). Of equals the newest counts.
 */
final class RollingExtreme implements Smoother {

    private final double[] values;
    private final long[] places;
    private final double sign;
    private int head;
    private int size;
    private long count;

    private RollingExtreme(int length, double sign) {
        values = new double[length];
        places = new long[length];
        this.sign = sign;
    }

    private RollingExtreme(RollingExtreme from) {
        values = from.values.clone();
        places = from.places.clone();
        sign = from.sign;
        head = from.head;
        size = from.size;
        count = from.count;
    }

    static RollingExtreme highest(int length) {
        return new RollingExtreme(length, 1);
    }

    static RollingExtreme lowest(int length) {
        return new RollingExtreme(length, -1);
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int n = values.length;
        if (size > 0 && places[head] <= count - n) {
            head = head + 1 == n ? 0 : head + 1;
            size--;
        }
        double signed = sign * value;
        int tail = head + size;
        while (size > 0) {
            int last = tail - 1 >= n ? tail - 1 - n : tail - 1;
            if (values[last] > signed) {
                break;
            }
            tail--;
            size--;
        }
        int free = tail >= n ? tail - n : tail;
        values[free] = signed;
        places[free] = count;
        size++;
        count++;
        return count < n ? Double.NaN : sign * values[head];
    }

    /** How many values came after the extreme. */
    long age() {
        return count - 1 - places[head];
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public RollingExtreme copy() {
        return new RollingExtreme(this);
    }
}
