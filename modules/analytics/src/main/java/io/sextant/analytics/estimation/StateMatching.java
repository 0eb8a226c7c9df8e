package io.sextant.analytics.estimation;

import java.util.Arrays;

/** Which states of one model are those of another: the pairing with the least distance in all, among all pairings there are. */
public final class StateMatching {

    private final double[][] distances;
    private final int[] tried;
    private final int[] best;
    private double least = Double.POSITIVE_INFINITY;

    private StateMatching(double[][] distances, int size) {
        this.distances = distances;
        tried = new int[size];
        best = new int[size];
    }

    /**
     * At each place of the one model, the state of the other that belongs there; at most 6 of each, so that 720 pairings are all. Where the
     * other has more, the rest follow in their own order; where it has fewer, the places close up.
     *
     * @param distances from each state of the one to each of the other
     */
    public static int[] order(double[][] distances) {
        int ones = distances.length;
        int others = ones == 0 ? 0 : distances[0].length;
        int size = Math.max(ones, others);
        if (size > GaussianHmm.STATES_MAX) {
            throw new IllegalArgumentException("at most " + GaussianHmm.STATES_MAX + " states are matched");
        }
        StateMatching search = new StateMatching(distances, size);
        search.place(0, 0, 0);
        return Arrays.stream(search.best).filter(state -> state < others).toArray();
    }

    private void place(int at, int taken, double sum) {
        // The first of equals stands, so that nothing moves without need.
        if (sum >= least) {
            return;
        }
        if (at == tried.length) {
            least = sum;
            System.arraycopy(tried, 0, best, 0, at);
            return;
        }
        for (int state = 0; state < tried.length; state++) {
            if ((taken & 1 << state) == 0) {
                tried[at] = state;
                boolean real = at < distances.length && state < distances[at].length;
                place(at + 1, taken | 1 << state, sum + (real ? distances[at][state] : 0));
            }
        }
    }
}
