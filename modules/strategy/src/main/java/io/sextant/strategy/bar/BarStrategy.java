package io.sextant.strategy.bar;

/**
 * Hears the bars of one instrument, each when it is over, and says what it wants to hold from then on. It knows no bar that is still to
 * come, because nobody tells it. For one run; a new run takes a new one.
 */
public interface BarStrategy {

    /** What to hold. */
    enum Wish {
        LONG,
        FLAT,
        SHORT,
        /** What is held stays. */
        AS_IT_IS
    }

    Wish next(long openTimeNanos, double open, double high, double low, double close, double volume);
}
