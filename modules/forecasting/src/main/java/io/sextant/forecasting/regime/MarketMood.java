package io.sextant.forecasting.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Two numbers of the latest bars that regimes are told by: how straight returns go one way, and how large they are. Both are exponential
 * means, so that each bar costs the same; the first is in deviations of what chance alone would make of it.
 */
final class MarketMood {

    static final int FEATURES = 2;

    /** Bars after which a return counts half. */
    static final int HALF_LIFE = 12;

    /** The first points lean on a few bars only and are not told. */
    static final int WARM_UP = 4 * HALF_LIFE;

    private static final double WEIGHT = 1 - Math.pow(0.5, 1.0 / HALF_LIFE);
    /** The deviation of an exponential mean of independent numbers is the root of w / (2 - w) of theirs. */
    private static final double TO_DEVIATIONS = Math.sqrt((2 - WEIGHT) / WEIGHT);

    private double mean;
    private double square;
    private int seen;

    /** Takes the next return; a NaN changes nothing. Whether there is a point now. */
    boolean update(double logReturn) {
        if (!Double.isNaN(logReturn)) {
            // Until the weights add up to one, each of the first counts alike.
            double weight = Math.max(WEIGHT, 1.0 / (seen + 1));
            mean += weight * (logReturn - mean);
            square += weight * (logReturn * logReturn - square);
            seen++;
        }
        return seen >= WARM_UP && square > 0;
    }

    /** Straightness, and the logarithm of size. */
    double[] point() {
        double size = Math.sqrt(square);
        return new double[] {mean / size * TO_DEVIATIONS, Math.log(size)};
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(mean);
        out.writeDouble(square);
        out.writeInt(seen);
    }

    static MarketMood load(DataInput in) throws IOException {
        MarketMood mood = new MarketMood();
        mood.mean = in.readDouble();
        mood.square = in.readDouble();
        mood.seen = in.readInt();
        return mood;
    }
}
