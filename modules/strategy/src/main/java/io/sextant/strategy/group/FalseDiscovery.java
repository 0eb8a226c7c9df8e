package io.sextant.strategy.group;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which of many tests stand when it is counted how many were made. */
enum FalseDiscovery {
    /** Of those kept a share of at most alpha is expected to be false (Benjamini and Hochberg 1995). */
    BENJAMINI_HOCHBERG {
        @Override
        double highest(double[] sorted, double alpha) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < sorted.length; i++) {
                if (sorted[i] <= alpha * (i + 1) / sorted.length) {
                    highest = sorted[i];
                }
            }
            return highest;
        }
    },
    /** That any of those kept is false has a probability of at most alpha. */
    BONFERRONI {
        @Override
        double highest(double[] sorted, double alpha) {
            return alpha / sorted.length;
        }
    };

    /** The highest p-value that still stands. */
    abstract double highest(double[] sorted, double alpha);

    /** The places of the tests that stand, of the lowest p-value first. */
    int[] standing(double[] pValues, double alpha) {
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        double highest = highest(sorted, alpha);
        return IntStream.range(0, pValues.length)
                .filter(i -> pValues[i] <= highest)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
