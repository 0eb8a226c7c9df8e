package io.sextant.forecasting.drift;

/**
 * Whether the mean of a stream has risen (Page 1954, Hinkley 1971): the running sum of how far values lie above their mean so far,
 * less a tolerance, is compared with its lowest point. Values come in units of their usual deviation.
 */
public final class PageHinkley {

    private final double tolerance;
    private final double threshold;
    private final int warmUp;
    private long count;
    private double mean;
    private double sum;
    private double lowest;

    /**
     * @param tolerance a rise of the mean that does not matter
     * @param threshold how far the sum may climb
     * @param warmUp so many values only set the mean
     */
    public PageHinkley(double tolerance, double threshold, int warmUp) {
        this.tolerance = tolerance;
        this.threshold = threshold;
        this.warmUp = warmUp;
    }

    /** @return whether the mean has risen, now */
    public boolean add(double value) {
        count++;
        mean += (value - mean) / count;
        if (count <= warmUp) {
            return false;
        }
        sum += value - mean - tolerance;
        lowest = Math.min(lowest, sum);
        return risen();
    }

    public boolean risen() {
        return sum - lowest > threshold;
    }

    /** 0 at rest, 1 where the alarm is. */
    public double level() {
        return (sum - lowest) / threshold;
    }

    public void reset() {
        count = 0;
        mean = 0;
        sum = 0;
        lowest = 0;
    }
}
