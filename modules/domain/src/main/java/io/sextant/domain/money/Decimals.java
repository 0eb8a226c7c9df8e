package io.sextant.domain.money;

import java.math.BigInteger;

/**
 * Exact arithmetic on decimals held as {@code units * 10^-scale} in a long. Products go through 128 bits; what does not
 * fit a long afterwards is refused with {@link ArithmeticException}, never wrapped or rounded.
 */
public final class Decimals {

    public static final int MAX_SCALE = 18;

    private static final long[] POWERS_OF_TEN = new long[MAX_SCALE + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= MAX_SCALE; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private Decimals() {}

    public static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /** {@code a * b / divisor} rounded towards negative infinity, with a 128-bit product. */
    public static long multiplyDivideFloor(long a, long b, long divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("divisor must be positive, was " + divisor);
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return Math.floorDiv(low, divisor);
        }
        BigInteger[] parts =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return floor.longValueExact();
    }

    /** {@code a * b / divisor} rounded towards positive infinity, with a 128-bit product. */
    public static long multiplyDivideCeiling(long a, long b, long divisor) {
        return Math.negateExact(multiplyDivideFloor(Math.negateExact(a), b, divisor));
    }

    /** The same value with another scale; refused when digits would be lost. */
    public static long rescaleExact(long units, int fromScale, int toScale) {
        if (toScale >= fromScale) {
            return Math.multiplyExact(units, POWERS_OF_TEN[toScale - fromScale]);
        }
        long factor = POWERS_OF_TEN[fromScale - toScale];
        if (units % factor != 0) {
            throw new ArithmeticException(format(units, fromScale) + " has more than " + toScale + " decimals");
        }
        return units / factor;
    }

    static int compare(long unitsA, int scaleA, long unitsB, int scaleB) {
        if (scaleA == scaleB) {
            return Long.compare(unitsA, unitsB);
        }
        int common = Math.max(scaleA, scaleB);
        BigInteger a = BigInteger.valueOf(unitsA).multiply(BigInteger.valueOf(POWERS_OF_TEN[common - scaleA]));
        BigInteger b = BigInteger.valueOf(unitsB).multiply(BigInteger.valueOf(POWERS_OF_TEN[common - scaleB]));
        return a.compareTo(b);
    }

    /** Decimals left after dropping trailing zeros. */
    static int normalScale(long units, int scale) {
        if (units == 0) {
            return 0;
        }
        int normal = scale;
        long rest = units;
        while (normal > 0 && rest % 10 == 0) {
            rest /= 10;
            normal--;
        }
        return normal;
    }

    static void requireScale(int scale) {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be within 0.." + MAX_SCALE + ", was " + scale);
        }
    }

    /** Plain notation with exactly {@code scale} decimals, a point as separator and no grouping. */
    public static String format(long units, int scale) {
        if (scale == 0) {
            return Long.toString(units);
        }
        String digits = units == Long.MIN_VALUE ? "9223372036854775808" : Long.toString(Math.abs(units));
        if (digits.length() <= scale) {
            digits = "0".repeat(scale - digits.length() + 1) + digits;
        }
        int point = digits.length() - scale;
        return (units < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Decimals written in {@code text}; refused with {@link NumberFormatException} when it is no plain decimal number. */
    static int scaleOf(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    static long unitsOf(String text) {
        int point = text.indexOf('.');
        String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
        if (!digits.matches("[+-]?\\d+") || (point >= 0 && point == text.length() - 1)) {
            throw new NumberFormatException("not a decimal number: \"" + text + "\"");
        }
        return Long.parseLong(digits);
    }
}
