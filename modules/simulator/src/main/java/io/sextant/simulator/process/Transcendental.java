package io.sextant.simulator.process;

/**
 * Exponential and logarithm in plain IEEE arithmetic, hence the same on every machine, and several times faster than
 * {@link StrictMath}. Relative errors are below 1e-11, far below anything that a simulation of prices could show.
 */
public final class Transcendental {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877E-10;
    private static final double LN2 = 0.6931471805599453;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double ROUND = 0x1.8p52;
    private static final int EXPONENT_BIAS = 1_023;
    private static final int MANTISSA_BITS = 52;
    private static final double LARGEST_ARGUMENT = 700;

    private Transcendental() {}

    /** Arguments beyond 700 are an error of the caller: no simulated quantity has that many digits. */
    public static double exp(double x) {
        if (!(Math.abs(x) <= LARGEST_ARGUMENT)) {
            throw new ArithmeticException("exp(" + x + ")");
        }
        // Adding and taking away 1.5 * 2^52 rounds to the nearest whole number.
        double whole = (x * LOG2_E + ROUND) - ROUND;
        double r = (x - whole * LN2_HIGH) - whole * LN2_LOW;
        double series = 1.0 / 3_628_800;
        series = series * r + 1.0 / 362_880;
        series = series * r + 1.0 / 40_320;
        series = series * r + 1.0 / 5_040;
        series = series * r + 1.0 / 720;
        series = series * r + 1.0 / 120;
        series = series * r + 1.0 / 24;
        series = series * r + 1.0 / 6;
        series = series * r + 0.5;
        series = series * r + 1;
        series = series * r + 1;
        return series * Double.longBitsToDouble(((long) whole + EXPONENT_BIAS) << MANTISSA_BITS);
    }

    /** Of a positive, normal number. */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS + 1;
        if (exponent <= 1 - EXPONENT_BIAS || exponent > EXPONENT_BIAS + 1) {
            throw new ArithmeticException("log(" + x + ")");
        }
        long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
        double m = Double.longBitsToDouble(mantissa | ((EXPONENT_BIAS - 1L) << MANTISSA_BITS));
        if (m < SQRT_HALF) {
            m *= 2;
            exponent--;
        }
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double series = 1.0 / 15;
        series = series * z + 1.0 / 13;
        series = series * z + 1.0 / 11;
        series = series * z + 1.0 / 9;
        series = series * z + 1.0 / 7;
        series = series * z + 1.0 / 5;
        series = series * z + 1.0 / 3;
        series = series * z + 1;
        return exponent * LN2 + 2 * s * series;
    }
}
