package io.sextant.store.archive;

/**
 * A grid {@code tick / 10^scale} on which doubles lie, exactly or but for the last bits that sums of decimals pick up. Integers
 * on the grid are small where the doubles' own bits look random.
 *
 * <p>The quotient of an integer below 2^53 and a power of ten up to 10^22, both exact as doubles, is the double nearest to that
 * decimal (IEEE 754 division rounds correctly), so what was parsed from a decimal comes back bit for bit. What did not come
 * from one differs by a few units in the last place, and those are kept as well.
 */
record DecimalGrid(int scale, long tick) {

    static final int SCALE_MAX = 12;

    private static final double[] POWERS_OF_TEN = new double[SCALE_MAX + 1];
    private static final double UNITS_MAX = 1L << 53;

    /** Beyond this the last bits are no rounding noise and the doubles are on no grid. */
    private static final long CORRECTION_MAX = 1 << 10;

    static {
        for (int i = 0; i <= SCALE_MAX; i++) {
            POWERS_OF_TEN[i] = Math.pow(10, i);
        }
    }

    static final DecimalGrid NONE = new DecimalGrid(-1, 1);

    boolean exists() {
        return scale >= 0;
    }

    /** The coarsest grid that holds all columns; {@link #NONE} when there is none. */
    static DecimalGrid of(int count, double[]... columns) {
        int scale = 0;
        for (double[] column : columns) {
            for (int i = 0; i < count; i++) {
                while (scale <= SCALE_MAX && !isNear(column[i], scale)) {
                    scale++;
                }
            }
        }
        if (scale > SCALE_MAX || !allNear(scale, count, columns)) {
            return NONE;
        }
        long tick = 0;
        for (double[] column : columns) {
            for (int i = 0; i < count && tick != 1; i++) {
                tick = CommonDivisor.of(tick, Math.abs(units(column[i], scale)));
            }
        }
        return new DecimalGrid(scale, Math.max(tick, 1));
    }

    private static boolean allNear(int scale, int count, double[]... columns) {
        for (double[] column : columns) {
            for (int i = 0; i < count; i++) {
                if (!isNear(column[i], scale)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNear(double value, int scale) {
        if (!(Math.abs(value * POWERS_OF_TEN[scale]) < UNITS_MAX)) {
            return false;
        }
        long correction = correction(value, units(value, scale) / POWERS_OF_TEN[scale]);
        return correction >= -CORRECTION_MAX && correction <= CORRECTION_MAX;
    }

    private static long units(double value, int scale) {
        return (long) Math.rint(value * POWERS_OF_TEN[scale]);
    }

    /** Neighbouring doubles of one sign have neighbouring bit patterns; across zero the distance is huge, so nothing is near. */
    private static long correction(double value, double onGrid) {
        return Double.doubleToRawLongBits(value) - Double.doubleToRawLongBits(onGrid);
    }

    /** Writes the columns as counts of ticks and what is left in the last bits; true when there is anything left. */
    boolean split(double[] values, int count, long[] ticks, long[] corrections) {
        long any = 0;
        for (int i = 0; i < count; i++) {
            long units = units(values[i], scale);
            ticks[i] = units / tick;
            corrections[i] = correction(values[i], units / POWERS_OF_TEN[scale]);
            any |= corrections[i];
        }
        return any != 0;
    }

    void join(long[] ticks, int count, double[] into, int at) {
        double divisor = POWERS_OF_TEN[scale];
        for (int i = 0; i < count; i++) {
            into[at + i] = ticks[i] * tick / divisor;
        }
    }

    static void correct(long[] corrections, int count, double[] into, int at) {
        for (int i = 0; i < count; i++) {
            into[at + i] = Double.longBitsToDouble(Double.doubleToRawLongBits(into[at + i]) + corrections[i]);
        }
    }
}
