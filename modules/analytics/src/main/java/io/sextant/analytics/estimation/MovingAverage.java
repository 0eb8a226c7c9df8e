package io.sextant.analytics.estimation;

/** What is left of a series when a moving average is taken out of it, in place: e_t = u_t - sum weight e_(t-lag), from either end. */
final class MovingAverage {

    private MovingAverage() {}

    /** @param lags rising; the first {@code count} of them and of the weights count */
    static void forwards(double[] e, int size, int[] lags, double[] weights, int count) {
        if (count == 1 && lags[0] == 1) {
            double weight = weights[0];
            double last = 0;
            for (int t = 0; t < size; t++) {
                last = e[t] - weight * last;
                e[t] = last;
            }
        } else if (count == 2 && lags[1] == 2) {
            double first = weights[0];
            double second = weights[1];
            double last = 0;
            double before = 0;
            for (int t = 0; t < size; t++) {
                double now = (e[t] - second * before) - first * last;
                before = last;
                last = now;
                e[t] = now;
            }
        } else if (count > 0) {
            forwardsAny(e, size, lags, weights, count);
        }
    }

    private static void forwardsAny(double[] e, int size, int[] lags, double[] weights, int count) {
        int reach = Math.min(lags[count - 1], size);
        for (int t = 0; t < reach; t++) {
            double now = e[t];
            for (int k = 0; k < count && lags[k] <= t; k++) {
                now -= weights[k] * e[t - lags[k]];
            }
            e[t] = now;
        }
        for (int t = reach; t < size; t++) {
            double now = e[t];
            // Far lags first: the newest surprise is the one that has to be waited for.
            for (int k = count - 1; k >= 0; k--) {
                now -= weights[k] * e[t - lags[k]];
            }
            e[t] = now;
        }
    }

    static void backwards(double[] e, int size, int[] lags, double[] weights, int count) {
        if (count == 1 && lags[0] == 1) {
            double weight = weights[0];
            double last = 0;
            for (int t = size - 1; t >= 0; t--) {
                last = e[t] - weight * last;
                e[t] = last;
            }
        } else if (count == 2 && lags[1] == 2) {
            double first = weights[0];
            double second = weights[1];
            double last = 0;
            double before = 0;
            for (int t = size - 1; t >= 0; t--) {
                double now = (e[t] - second * before) - first * last;
                before = last;
                last = now;
                e[t] = now;
            }
        } else if (count > 0) {
            backwardsAny(e, size, lags, weights, count);
        }
    }

    private static void backwardsAny(double[] e, int size, int[] lags, double[] weights, int count) {
        int reach = Math.min(lags[count - 1], size);
        for (int t = size - 1; t >= size - reach; t--) {
            double now = e[t];
            for (int k = 0; k < count && t + lags[k] < size; k++) {
                now -= weights[k] * e[t + lags[k]];
            }
            e[t] = now;
        }
        for (int t = size - reach - 1; t >= 0; t--) {
            double now = e[t];
            for (int k = count - 1; k >= 0; k--) {
                now -= weights[k] * e[t + lags[k]];
            }
            e[t] = now;
        }
    }
}
