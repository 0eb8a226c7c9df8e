package io.sextant.store.archive;

/** Euclid's algorithm. */
final class CommonDivisor {

    private CommonDivisor() {}

    /** The greatest number that divides both; neither is negative, and zero is divided by all. */
    static long of(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
