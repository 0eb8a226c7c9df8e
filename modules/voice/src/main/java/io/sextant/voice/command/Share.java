package io.sextant.voice.command;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact part of a whole, above nothing and at most all of it: a half, a third, 25 percent. */
public record Share(long numerator, long denominator) {

    public static final Share ALL = new Share(1, 1);

    public Share {
        if (denominator <= 0 || numerator <= 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "a share is above 0 and at most 1, was " + numerator + "/" + denominator);
        }
        long common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= common;
        denominator /= common;
    }

    /** Of a percentage above 0 and at most 100, with at most twelve decimals. */
    public static Share ofPercent(BigDecimal percent) {
        BigDecimal parts = percent.movePointLeft(2);
        int scale = Math.max(0, parts.scale());
        return new Share(
                parts.movePointRight(scale).longValueExact(),
                BigDecimal.ONE.movePointRight(scale).longValueExact());
    }

    static boolean isPercent(BigDecimal percent) {
        return percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0;
    }

    public boolean isAll() {
        return numerator == denominator;
    }

    /** {@code 50%}, or {@code 1/3} where no percentage is exact. */
    @Override
    public String toString() {
        try {
            return BigDecimal.valueOf(numerator)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(denominator))
                            .stripTrailingZeros()
                            .toPlainString()
                    + "%";
        } catch (ArithmeticException noEndOfDecimals) {
            return numerator + "/" + denominator;
        }
    }
}
