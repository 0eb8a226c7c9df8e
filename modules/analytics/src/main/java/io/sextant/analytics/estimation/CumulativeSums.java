package io.sextant.analytics.estimation;

/**
 * Whether a mean has moved, up or down: sums of what each number exceeds the slack by, never below nought (CUSUM; Page 1954). An alarm
 * begins both anew.
 */
public final class CumulativeSums {

    private final double mean;
    private final double deviation;
    private final double slack;
    private final double limit;
    private double up;
    private double down;
    private int upSince;
    private int downSince;

    /**
     * @param slack half the move to find, in deviations; 0.5 is usual
     * @param limit of a sum, in deviations; with slack 0.5, 5 tells falsely every 465 numbers or so where they are normal
     */
    public CumulativeSums(double mean, double deviation, double slack, double limit) {
        if (!(deviation > 0) || !(slack >= 0) || !(limit > 0) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("a deviation and a limit are above nought, and a slack is not below");
        }
        this.mean = mean;
        this.deviation = deviation;
        this.slack = slack;
        this.limit = limit;
    }

    /** Which way, and how many numbers ago it began. */
    public enum Side {
        NONE,
        UP,
        DOWN
    }

    /** Takes the next number; a NaN changes nothing. */
    public Side update(double x) {
        if (Double.isNaN(x)) {
            return Side.NONE;
        }
        double z = (x - mean) / deviation;
        up = Math.max(0, up + z - slack);
        upSince = up > 0 ? upSince + 1 : 0;
        down = Math.max(0, down - z - slack);
        downSince = down > 0 ? downSince + 1 : 0;
        Side side = up > limit && up >= down ? Side.UP : down > limit ? Side.DOWN : Side.NONE;
        if (side != Side.NONE) {
            reset();
        }
        return side;
    }

    private void reset() {
        up = 0;
        down = 0;
        upSince = 0;
        downSince = 0;
    }

    /** The larger sum as a share of the limit, 0 to 1. */
    public double nearness() {
        return Math.min(1, Math.max(up, down) / limit);
    }

    /** Since how many numbers the larger sum stands above nought: about when the move began, if there is one. */
    public int since() {
        return up >= down ? upSince : downSince;
    }
}
