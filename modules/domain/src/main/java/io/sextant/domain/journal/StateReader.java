package io.sextant.domain.journal;

/** Reads back what a {@link StateWriter} wrote, in the same order. */
public interface StateReader {

    long getLong();

    /** Throws {@link IllegalStateException} when something is left to read. */
    void requireEnd();

    default int getInt() {
        return Math.toIntExact(getLong());
    }

    default boolean getBoolean() {
        return getLong() != 0;
    }

    default double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /**
     * A number of things that follow, each of at least one value. A reader that knows its end refuses a count that cannot be
     * met, so that damaged bytes never make a caller reserve memory for them.
     */
    default int getCount() {
        int count = getInt();
        if (count < 0) {
            throw new IllegalStateException("a record says that " + count + " things follow");
        }
        return count;
    }

    default String getString() {
        int length = getCount();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) getLong());
        }
        return text.toString();
    }

    default long[] getLongs() {
        long[] values = new long[getCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = getLong();
        }
        return values;
    }

    default double[] getDoubles() {
        double[] values = new double[getCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = getDouble();
        }
        return values;
    }
}
