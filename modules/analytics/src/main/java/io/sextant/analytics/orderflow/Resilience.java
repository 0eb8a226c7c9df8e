package io.sextant.analytics.orderflow;

/**
 * How fast a spread (or a depth) that was pushed away comes back: -b of change = a + b x value before, sample by sample (Kempf, Mayston and
 * Yadav 2009), each sample weighing {@code 1 - 1/memory} of the one after it. 0: it stays where it was pushed; 1: it is back at the next
 * sample.
 */
public final class Resilience {

    private final double keep;
    private double before = Double.NaN;
    private double origin;
    private double weight;
    private double meanX;
    private double meanY;
    private double xx;
    private double xy;

    /** @param memory after how many samples one weighs 1/e */
    public Resilience(double memory) {
        if (!(memory > 1)) {
            throw new IllegalArgumentException("a memory is longer than one sample: " + memory);
        }
        keep = 1 - 1 / memory;
    }

    /** The value at the next even step of time. */
    public void sample(double value) {
        if (Double.isNaN(value)) {
            before = Double.NaN;
            return;
        }
        if (!Double.isNaN(before)) {
            add(before - origin, value - before);
        } else if (weight == 0) {
            origin = value;
        }
        before = value;
    }

    /** West's update of weighted moments. */
    private void add(double x, double y) {
        double old = keep * weight;
        weight = old + 1;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / weight;
        meanY += dy / weight;
        xx = keep * xx + dx * dx * old / weight;
        xy = keep * xy + dx * dy * old / weight;
    }

    /** NaN while the value never changed. */
    public double value() {
        return xx > 0 ? -xy / xx : Double.NaN;
    }

    /** In samples, how long until half of a push is gone; infinite where it does not come back, 0 where it is back at once. */
    public double halfLife() {
        double back = value();
        if (Double.isNaN(back)) {
            return Double.NaN;
        }
        return back <= 0 ? Double.POSITIVE_INFINITY : back >= 1 ? 0 : Math.log(0.5) / Math.log1p(-back);
    }
}
