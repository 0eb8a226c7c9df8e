package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * Once over the numbers with the chances of every history of states that the next number depends on: the newest state counts 1, the one before
 * it {@code states}, and so on (Hamilton 1989, 1994 chapter 22; smoothed back as in Kim 1994, which is exact for whole histories).
 */
final class SwitchingPass {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final int states;
    private final double[][] transition;
    private final int histories;
    /** How many histories there are without the oldest state. */
    private final int tails;

    private final double[][] filtered;
    private final double[][] predicted;
    private double logLikelihood;

    private SwitchingPass(int states, int order, int size, double[][] transition) {
        this.states = states;
        this.transition = transition;
        int count = 1;
        for (int i = 0; i < order; i++) {
            count *= states;
        }
        tails = count;
        histories = count * states;
        filtered = new double[size][];
        predicted = new double[size][];
    }

    static SwitchingPass of(double[] x, double[][] transition, double[] means, double[] variances, double[] ar) {
        int k = means.length;
        SwitchingPass pass = new SwitchingPass(k, ar.length, x.length - ar.length, transition);
        pass.run(x, means, variances, ar);
        return pass;
    }

    /** NaN where the numbers cannot come from these states or the chain has no long run. */
    double logLikelihood() {
        return logLikelihood;
    }

    private void run(double[] x, double[] means, double[] variances, double[] ar) {
        int order = ar.length;
        double[] expected = new double[histories];
        double[] ahead = begin(order);
        double[] constants = new double[states];
        Arrays.setAll(constants, i -> -HALF_LOG_TWO_PI - 0.5 * Math.log(variances[i]));
        for (int h = 0; h < histories; h++) {
            int rest = h / states;
            double sum = means[h % states];
            for (int j = 0; j < order; j++) {
                sum -= ar[j] * means[rest % states];
                rest /= states;
            }
            expected[h] = sum;
        }
        for (int t = 0; t < filtered.length; t++) {
            double y = x[t + order];
            for (int j = 0; j < order; j++) {
                y -= ar[j] * x[t + order - 1 - j];
            }
            double[] now = new double[histories];
            double highest = Double.NEGATIVE_INFINITY;
            for (int h = 0; h < histories; h++) {
                double gap = y - expected[h];
                int state = h % states;
                now[h] = constants[state] - 0.5 * gap * gap / variances[state];
                highest = ahead[h] > 0 ? Math.max(highest, now[h]) : highest;
            }
            double total = 0;
            for (int h = 0; h < histories; h++) {
                now[h] = ahead[h] > 0 ? ahead[h] * Math.exp(now[h] - highest) : 0;
                total += now[h];
            }
            if (!(total > 0)) {
                logLikelihood = Double.NaN;
                return;
            }
            for (int h = 0; h < histories; h++) {
                now[h] /= total;
            }
            logLikelihood += highest + Math.log(total);
            predicted[t] = ahead;
            filtered[t] = now;
            ahead = step(now);
        }
    }

    private double[] step(double[] now) {
        double[] ahead = new double[histories];
        for (int h = 0; h < tails; h++) {
            double sum = 0;
            for (int oldest = 0; oldest < states; oldest++) {
                sum += now[h + tails * oldest];
            }
            // With no lags at all the one state is the newest and the oldest.
            for (int next = 0; next < states; next++) {
                if (tails == 1) {
                    double all = 0;
                    for (int i = 0; i < states; i++) {
                        all += now[i] * transition[i][next];
                    }
                    ahead[next] = all;
                } else {
                    ahead[next + states * h] = sum * transition[h % states][next];
                }
            }
        }
        return ahead;
    }

    /** As it is in the long run. */
    private double[] begin(int order) {
        double[] longRun = longRun(transition);
        double[] ahead = new double[histories];
        for (int h = 0; h < histories; h++) {
            int rest = h;
            double chance = 1;
            int newer = rest % states;
            for (int j = 0; j < order; j++) {
                rest /= states;
                int older = rest % states;
                chance *= transition[older][newer];
                newer = older;
            }
            ahead[h] = chance * longRun[newer];
        }
        return ahead;
    }

    /** The shares of time of a chain's states: pi = pi P, by doubling a step that half stays, which also settles where the chain goes round. */
    static double[] longRun(double[][] transition) {
        int k = transition.length;
        double[][] power = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                power[i][j] = 0.5 * transition[i][j] + (i == j ? 0.5 : 0);
            }
        }
        for (int doubling = 0; doubling < 60; doubling++) {
            double[][] squared = new double[k][k];
            for (int i = 0; i < k; i++) {
                double total = 0;
                for (int j = 0; j < k; j++) {
                    for (int m = 0; m < k; m++) {
                        squared[i][j] += power[i][m] * power[m][j];
                    }
                    total += squared[i][j];
                }
                for (int j = 0; j < k; j++) {
                    squared[i][j] /= total;
                }
            }
            power = squared;
        }
        double[] shares = new double[k];
        for (double[] row : power) {
            for (int j = 0; j < k; j++) {
                shares[j] += row[j] / k;
            }
        }
        return shares;
    }

    double[][] filtered() {
        return byState(filtered);
    }

    double[][] smoothed() {
        int size = filtered.length;
        double[][] smoothed = new double[size][];
        if (size == 0 || Double.isNaN(logLikelihood)) {
            throw new IllegalArgumentException(GaussianHmm.CANNOT_BE);
        }
        smoothed[size - 1] = filtered[size - 1];
        for (int t = size - 2; t >= 0; t--) {
            double[] here = new double[histories];
            for (int h = 0; h < histories; h++) {
                double sum = 0;
                int state = h % states;
                for (int next = 0; next < states && filtered[t][h] > 0; next++) {
                    int to = tails == 1 ? next : next + states * (h % tails);
                    if (predicted[t + 1][to] > 0) {
                        sum += transition[state][next] * smoothed[t + 1][to] / predicted[t + 1][to];
                    }
                }
                here[h] = filtered[t][h] * sum;
            }
            smoothed[t] = here;
        }
        return byState(smoothed);
    }

    private double[][] byState(double[][] byHistory) {
        if (Double.isNaN(logLikelihood)) {
            throw new IllegalArgumentException(GaussianHmm.CANNOT_BE);
        }
        double[][] columns = new double[states][byHistory.length];
        for (int t = 0; t < byHistory.length; t++) {
            for (int h = 0; h < histories; h++) {
                columns[h % states][t] += byHistory[t][h];
            }
        }
        return columns;
    }
}
