package io.sextant.analytics.orderflow;

import java.util.Arrays;

/**
 * VPIN: how one-sided volume is, 0 to 1: the mean over the last buckets of equal volume of |bought - sold| / volume (Easley, Lopez de Prado and
 * O'Hara 2012), with the takers' sides as told; a trade that crosses the edge of a bucket is split. A bucket that is not full counts for
 * nothing.
 */
public final class Vpin {

    /** Rounding of a sum of trades may leave the last bucket short by this share. */
    private static final double FULL = 1 - 1e-9;

    private final double bucketVolume;
    private final double[] ring;
    private double filled;
    private double signed;
    private long buckets;
    private double sum;

    public Vpin(double bucketVolume, int window) {
        if (!(bucketVolume > 0) || window < 1) {
            throw new IllegalArgumentException("buckets have a volume and there is at least one");
        }
        this.bucketVolume = bucketVolume;
        ring = new double[window];
    }

    public void trade(int sign, double quantity) {
        double left = quantity;
        while (left > 0) {
            double part = Math.min(left, bucketVolume - filled);
            filled += part;
            signed += sign * part;
            left -= part;
            if (filled >= bucketVolume * FULL) {
                close();
            }
        }
    }

    private void close() {
        int at = (int) (buckets % ring.length);
        ring[at] = Math.abs(signed) / bucketVolume;
        buckets++;
        filled = 0;
        signed = 0;
        // Anew for each bucket: there are few of them, and rounding would stay.
        sum = Arrays.stream(ring).sum();
    }

    /** How many buckets were filled so far. */
    public long buckets() {
        return buckets;
    }

    /** NaN before the first bucket is full. */
    public double value() {
        return buckets == 0 ? Double.NaN : sum / Math.min(buckets, ring.length);
    }
}
