package io.sextant.analytics.options;

/** To buy or to sell. */
public enum OptionRight {
    CALL(1),
    PUT(-1);

    private final int sign;

    OptionRight(int sign) {
        this.sign = sign;
    }

    /** 1 for a call, -1 for a put. */
    public int sign() {
        return sign;
    }

    /** What exercise is worth now. */
    public double intrinsic(double spot, double strike) {
        return Math.max(0, sign * (spot - strike));
    }
}
