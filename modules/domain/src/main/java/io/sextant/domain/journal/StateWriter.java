package io.sextant.domain.journal;

/** Where a part of the engine writes its whole state, to a snapshot or into a hash; both see the same words. */
public interface StateWriter {

    void putLong(long value);

    default void putInt(int value) {
        putLong(value);
    }

    default void putBoolean(boolean value) {
        putLong(value ? 1 : 0);
    }

    default void putDouble(double value) {
        putLong(Double.doubleToLongBits(value));
    }

    default void putString(String value) {
        putInt(value.length());
        for (int i = 0; i < value.length(); i++) {
            putLong(value.charAt(i));
        }
    }

    /** The first {@code count} values. */
    default void putLongs(long[] values, int count) {
        putInt(count);
        for (int i = 0; i < count; i++) {
            putLong(values[i]);
        }
    }

    /** The first {@code count} values. */
    default void putDoubles(double[] values, int count) {
        putInt(count);
        for (int i = 0; i < count; i++) {
            putDouble(values[i]);
        }
    }
}
