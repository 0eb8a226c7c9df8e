package io.sextant.simulator.agent;

import io.sextant.simulator.process.Draws;

/** Draws from skewed distributions through tables of quantiles: a draw is one number and one look-up. */
final class Sizes {

    private static final int STEPS = 1_024;

    /** Tail exponent of the distance of limit orders from the touch (Zovko and Farmer, 2002). */
    private static final double DISTANCE_EXPONENT = 1.5;

    /** Log standard deviation of order sizes: the largest of a thousand is some twenty times the median. */
    private static final double SIZE_SD = 0.95;

    private static final double[] RELATIVE_SIZE = new double[STEPS];
    private static final double[] DISTANCE = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            double u = (i + 0.5) / STEPS;
            RELATIVE_SIZE[i] = StrictMath.exp(SIZE_SD * normalQuantile(u));
            DISTANCE[i] = StrictMath.pow(1 - u, -1 / DISTANCE_EXPONENT) - 1;
        }
    }

    private Sizes() {}

    /** The inverse normal distribution function PPND7 of Wichura's AS 241 (1988), good to seven figures. */
    private static double normalQuantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q
                    * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
                    / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1.0);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p)) - 1.6;
        double size = (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                / ((0.12021132975 * r + 0.73700164250) * r + 1.0);
        return q < 0 ? -size : size;
    }

    /** Lots around a median, log-normal, at least one. */
    static long lots(Draws draws, double medianLots) {
        return Math.max(1, Math.round(medianLots * RELATIVE_SIZE[draws.below(STEPS)]));
    }

    /** A distance from the touch, in units of its scale; most are below one, some beyond fifty. */
    static double distance(Draws draws) {
        return DISTANCE[draws.below(STEPS)];
    }
}
