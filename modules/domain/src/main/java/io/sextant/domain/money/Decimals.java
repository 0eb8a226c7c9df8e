package io.sextant.domain.money;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Exact arithmetic on decimals held as {@code units * 10^-scale} in a long. Products go through 128 bits; what does not
 * fit a long afterwards is refused with {@link ArithmeticException}, never wrapped or rounded.
 */
public final class Decimals {

    public static final int MAX_SCALE = 18;

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    /** ASCII digits only: other scripts' digits look alike and would be read as numbers. */
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+");

    private static final long[] POWERS_OF_TEN = new long[MAX_SCALE + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= MAX_SCALE; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private Decimals() {}

    /** {@code 10^exponent} for an exponent within 0 and {@link #MAX_SCALE}; any other does not fit. */
    public static long powerOfTen(int exponent) {
        if (exponent < 0 || exponent > MAX_SCALE) {
            throw new ArithmeticException("10^" + exponent + " is not a whole number that fits a long");
        }
        return POWERS_OF_TEN[exponent];
    }

    /** {@code a * b / divisor} rounded towards negative infinity, with a 128-bit product and no allocation. */
    public static long multiplyDivideFloor(long a, long b, long divisor) {
        long low = a * b;
        return divisor > 0 && Math.multiplyHigh(a, b) == low >> 63
                ? Math.floorDiv(low, divisor)
                : multiplyDivide(a, b, divisor, false);
    }

    /** {@code a * b / divisor} rounded towards positive infinity, with a 128-bit product and no allocation. */
    public static long multiplyDivideCeiling(long a, long b, long divisor) {
        long low = a * b;
        return divisor > 0 && Math.multiplyHigh(a, b) == low >> 63
                ? Math.ceilDiv(low, divisor)
                : multiplyDivide(a, b, divisor, true);
    }

    /** Whether {@code a * b} is above {@code c * d}, exactly and without a division. */
    public static boolean isProductAbove(long a, long b, long c, long d) {
        long high = Math.multiplyHigh(a, b);
        long otherHigh = Math.multiplyHigh(c, d);
        return high != otherHigh ? high > otherHigh : Long.compareUnsigned(a * b, c * d) > 0;
    }

    /** Of a product that does not fit a long: apart from those that do, so that a divisor known in advance costs no division there. */
    private static long multiplyDivide(long a, long b, long divisor, boolean up) {
        if (divisor <= 0) {
            throw new ArithmeticException("divisor must be positive, was " + divisor);
        }
        // Unsigned magnitudes: |Long.MIN_VALUE| is 2^63 there, so no operand needs a case of its own.
        boolean negative = (a < 0) != (b < 0);
        long magnitudeA = a < 0 ? -a : a;
        long magnitudeB = b < 0 ? -b : b;
        long magnitudeHigh = Math.unsignedMultiplyHigh(magnitudeA, magnitudeB);
        long magnitudeLow = magnitudeA * magnitudeB;
        if (Long.compareUnsigned(magnitudeHigh, divisor) >= 0) {
            throw tooLarge(a, b, divisor);
        }
        long quotient = divide128(magnitudeHigh, magnitudeLow, divisor);
        boolean inexact = magnitudeLow - quotient * divisor != 0;
        if (inexact && up != negative && ++quotient == 0) {
            throw tooLarge(a, b, divisor);
        }
        if (negative ? Long.compareUnsigned(quotient, Long.MIN_VALUE) > 0 : quotient < 0) {
            throw tooLarge(a, b, divisor);
        }
        return negative ? -quotient : quotient;
    }

    /**
     * Quotient of the unsigned {@code high:low} by a positive divisor above {@code high}: schoolbook division in base 2^32
     * (Knuth, TAOCP volume 2, 4.3.1, algorithm D). {@link BigInteger} would allocate on every fill.
     */
    private static long divide128(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long scaled = divisor << shift;
        long rest = (high << shift) | (low >>> (Long.SIZE - shift));
        long lowScaled = low << shift;
        long first = quotientDigit(rest, lowScaled >>> 32, scaled);
        rest = (rest << 32) + (lowScaled >>> 32) - first * scaled;
        long second = quotientDigit(rest, lowScaled & LOW_HALF, scaled);
        return (first << 32) + second;
    }

    /** One digit in base 2^32: the estimate from the divisor's upper half is at most two too high. */
    private static long quotientDigit(long rest, long nextHalf, long scaled) {
        long upper = scaled >>> 32;
        long lower = scaled & LOW_HALF;
        long digit = Long.divideUnsigned(rest, upper);
        long left = rest - digit * upper;
        while (digit > LOW_HALF || Long.compareUnsigned(digit * lower, (left << 32) + nextHalf) > 0) {
            digit--;
            left += upper;
            if (left > LOW_HALF) {
                break;
            }
        }
        return digit;
    }

    private static ArithmeticException tooLarge(long a, long b, long divisor) {
        return new ArithmeticException(a + " * " + b + " / " + divisor + " does not fit a long");
    }

    /** The same value with another scale; refused when digits would be lost. */
    public static long rescaleExact(long units, int fromScale, int toScale) {
        if (toScale >= fromScale) {
            return Math.multiplyExact(units, powerOfTen(toScale - fromScale));
        }
        long factor = powerOfTen(fromScale - toScale);
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
        long factorA = POWERS_OF_TEN[common - scaleA];
        long factorB = POWERS_OF_TEN[common - scaleB];
        int high = Long.compare(Math.multiplyHigh(unitsA, factorA), Math.multiplyHigh(unitsB, factorB));
        return high != 0 ? high : Long.compareUnsigned(unitsA * factorA, unitsB * factorB);
    }

    /** Whether the first value is a whole number of steps; both in their normal scale. */
    static boolean isMultiple(long units, int scale, long stepUnits, int stepScale) {
        if (scale > stepScale) {
            return false;
        }
        long factor = POWERS_OF_TEN[stepScale - scale];
        long scaled = units * factor;
        if (Math.multiplyHigh(units, factor) == scaled >> 63) {
            return scaled % stepUnits == 0;
        }
        return BigInteger.valueOf(units)
                        .multiply(BigInteger.valueOf(factor))
                        .mod(BigInteger.valueOf(stepUnits))
                        .signum()
                == 0;
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

    /** Decimals written in {@code text}; more than {@link #MAX_SCALE} are refused with {@link NumberFormatException}. */
    static int scaleOf(String text) {
        int point = text.indexOf('.');
        int scale = point < 0 ? 0 : text.length() - point - 1;
        if (scale > MAX_SCALE) {
            throw new NumberFormatException("more than " + MAX_SCALE + " decimals: \"" + text + "\"");
        }
        return scale;
    }

    /** Units of the last decimal in {@code text}; {@link NumberFormatException} when it is no plain decimal number. */
    static long unitsOf(String text) {
        int point = text.indexOf('.');
        String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
        if (!DIGITS.matcher(digits).matches() || point == text.length() - 1) {
            throw new NumberFormatException("not a decimal number: \"" + text + "\"");
        }
        return Long.parseLong(digits);
    }
}
