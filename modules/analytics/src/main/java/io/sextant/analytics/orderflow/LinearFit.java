package io.sextant.analytics.orderflow;

/** A line through points as they come, without keeping them: sums around the first point, so that large values keep their digits. */
public final class LinearFit {

    private double originX;
    private double originY;
    private long count;
    private double sumX;
    private double sumY;
    private double xx;
    private double xy;
    private double yy;

    public void add(double x, double y) {
        if (count == 0) {
            originX = x;
            originY = y;
        }
        double dx = x - originX;
        double dy = y - originY;
        count++;
        sumX += dx;
        sumY += dy;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }

    public long count() {
        return count;
    }

    /** NaN while all x are the same. */
    public double slope() {
        double spread = xx - sumX * sumX / count;
        return spread > 0 ? (xy - sumX * sumY / count) / spread : Double.NaN;
    }

    public double intercept() {
        return originY + sumY / count - slope() * (originX + sumX / count);
    }

    public double correlation() {
        double spreadX = xx - sumX * sumX / count;
        double spreadY = yy - sumY * sumY / count;
        return (xy - sumX * sumY / count) / Math.sqrt(spreadX * spreadY);
    }

    /** With divisor n - 1. */
    public double covariance() {
        return (xy - sumX * sumY / count) / (count - 1);
    }
}
