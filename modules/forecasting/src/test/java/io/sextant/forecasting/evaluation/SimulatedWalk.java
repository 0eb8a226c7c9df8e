package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.Observations;
import java.util.SplittableRandom;

/** Logarithms of prices whose truth is known. */
enum SimulatedWalk {
    NORMAL,
    /** Student's t with 3 degrees of freedom: no fourth moment. */
    HEAVY_TAILED,
    /** GARCH(1,1), 0.08 and 0.90, with Student's t of 5. */
    CHANGING_VOLATILITY,
    /** A random walk of the price itself from 100, a unit a step, whose logarithm is taken. */
    OF_PRICE,
    /** Returns that repeat 0.35 of the one before: there is skill to be found. */
    PLANTED;

    private static final double STEP = 0.01;

    Observations draw(int points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[points];
        values[0] = this == OF_PRICE ? 100 : Math.log(100);
        double variance = 1;
        double before = 0;
        for (int i = 1; i < points; i++) {
            double change = switch (this) {
                case NORMAL -> STEP * random.nextGaussian();
                case HEAVY_TAILED -> STEP * student(random, 3);
                case CHANGING_VOLATILITY -> {
                    variance = 0.02 + 0.08 * before * before + 0.90 * variance;
                    before = Math.sqrt(variance) * student(random, 5) / Math.sqrt(5.0 / 3);
                    yield STEP * before;
                }
                case OF_PRICE -> random.nextGaussian();
                case PLANTED -> {
                    before = 0.35 * before + STEP * random.nextGaussian();
                    yield before;
                }
            };
            values[i] = values[i - 1] + change;
        }
        if (this == OF_PRICE) {
            for (int i = 0; i < points; i++) {
                values[i] = Math.log(Math.max(values[i], 1));
            }
        }
        return Observations.ofValues(values);
    }

    private static double student(SplittableRandom random, int degrees) {
        double squares = 0;
        for (int i = 0; i < degrees; i++) {
            double z = random.nextGaussian();
            squares += z * z;
        }
        return random.nextGaussian() / Math.sqrt(squares / degrees);
    }
}
