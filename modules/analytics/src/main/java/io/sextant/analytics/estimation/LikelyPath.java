package io.sextant.analytics.estimation;

/** The most likely path through hidden states (Viterbi 1967), in logarithms. */
final class LikelyPath {

    private LikelyPath() {}

    /**
     * @param logDensities of what was seen, by time and state
     * @throws IllegalArgumentException with a sentence, when no path leads through
     */
    static int[] of(double[] initial, double[][] transition, double[][] logDensities) {
        int k = initial.length;
        int size = logDensities.length;
        double[][] logTransition = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                logTransition[i][j] = Math.log(transition[i][j]);
            }
        }
        double[] reach = new double[k];
        double[] next = new double[k];
        byte[][] from = new byte[size][k];
        for (int t = 0; t < size; t++) {
            for (int j = 0; j < k; j++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < k && t > 0; i++) {
                    double score = reach[i] + logTransition[i][j];
                    if (score > best) {
                        best = score;
                        from[t][j] = (byte) i;
                    }
                }
                next[j] = (t == 0 ? Math.log(initial[j]) : best) + logDensities[t][j];
            }
            System.arraycopy(next, 0, reach, 0, k);
        }
        int last = 0;
        for (int j = 1; j < k; j++) {
            last = reach[j] > reach[last] ? j : last;
        }
        if (!Double.isFinite(reach[last])) {
            throw new IllegalArgumentException(GaussianHmm.CANNOT_BE);
        }
        int[] path = new int[size];
        for (int t = size - 1; t >= 0; t--) {
            path[t] = last;
            last = from[t][last];
        }
        return path;
    }
}
