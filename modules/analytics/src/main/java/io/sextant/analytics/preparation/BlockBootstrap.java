package io.sextant.analytics.preparation;

import java.util.random.RandomGenerator;

/**
 * Rows drawn again in blocks, so that what hangs together in time stays together: the stationary bootstrap (Politis and Romano
 * 1994), whose blocks have geometric lengths and run on from the end to the beginning.
 */
public final class BlockBootstrap {

    private BlockBootstrap() {}

    /**
     * Which row stands at each place of a drawn sample.
     *
     * @throws IllegalArgumentException when there is no row or blocks are shorter than one row on average
     */
    public static int[] draw(int rows, int size, double meanBlockRows, RandomGenerator random) {
        if (rows < 1 || !(meanBlockRows >= 1)) {
            throw new IllegalArgumentException("there is at least one row, and a block has one or more on average");
        }
        int[] drawn = new int[size];
        int at = 0;
        for (int i = 0; i < size; i++) {
            boolean begins = i == 0 || random.nextDouble() * meanBlockRows < 1;
            at = begins ? random.nextInt(rows) : at + 1 == rows ? 0 : at + 1;
            drawn[i] = at;
        }
        return drawn;
    }

    /** The column in the order that was drawn. */
    public static double[] take(double[] column, int[] drawn) {
        double[] taken = new double[drawn.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = column[drawn[i]];
        }
        return taken;
    }
}
