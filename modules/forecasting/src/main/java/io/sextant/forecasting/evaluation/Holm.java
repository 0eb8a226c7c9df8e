package io.sextant.forecasting.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Chances of several tests, corrected so that the chance of one false alarm among all stays what it is for one (Holm 1979). */
final class Holm {

    private Holm() {}

    /**
     * @param chances one for each test at hand
     * @param trials how many were made in all; those that are not at hand count as found nothing
     */
    static double[] corrected(double[] chances, int trials) {
        if (trials < chances.length) {
            throw new IllegalArgumentException(chances.length + " tests of " + trials + " trials");
        }
        int[] order = IntStream.range(0, chances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> chances[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[chances.length];
        double reached = 0;
        for (int rank = 0; rank < order.length; rank++) {
            reached = Math.max(reached, Math.min(1, (trials - rank) * chances[order[rank]]));
            corrected[order[rank]] = reached;
        }
        return corrected;
    }
}
