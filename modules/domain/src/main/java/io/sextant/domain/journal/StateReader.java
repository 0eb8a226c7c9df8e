package io.sextant.domain.journal;

/** Reads back what a {@link StateWriter} wrote, in the same order. */
public interface StateReader {

    long getLong();

    default int getInt() {
        return Math.toIntExact(getLong());
    }

    default boolean getBoolean() {
        return getLong() != 0;
    }

    default double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    default String getString() {
        int length = getInt();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) getLong());
        }
        return text.toString();
    }

    default long[] getLongs() {
        long[] values = new long[getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = getLong();
        }
        return values;
    }

    default double[] getDoubles() {
        double[] values = new double[getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = getDouble();
        }
        return values;
    }
}
