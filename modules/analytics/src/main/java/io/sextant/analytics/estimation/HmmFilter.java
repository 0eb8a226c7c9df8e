package io.sextant.analytics.estimation;

/**
 * Which state a {@link GaussianHmm} is in, number by number, from what was seen so far and nothing later. A NaN is nothing seen: the chain
 * moves on. Allocates nothing after it is made.
 */
public final class HmmFilter {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final int states;
    private final double[] transition;
    private final double[] means;
    private final double[] inverseVariances;
    private final double[] logScales;
    private final double[] now;
    private final double[] ahead;

    public HmmFilter(GaussianHmm model) {
        states = model.states();
        transition = new double[states * states];
        means = model.means().clone();
        inverseVariances = new double[states];
        logScales = new double[states];
        now = new double[states];
        ahead = model.initial().clone();
        for (int i = 0; i < states; i++) {
            System.arraycopy(model.transition()[i], 0, transition, i * states, states);
            inverseVariances[i] = 1 / model.variances()[i];
            logScales[i] = -0.5 * (LOG_TWO_PI + Math.log(model.variances()[i]));
        }
    }

    /** Takes the next number and returns the logarithm of how likely it was, given those before; 0 for a NaN. */
    public double update(double x) {
        double log = 0;
        if (Double.isNaN(x)) {
            System.arraycopy(ahead, 0, now, 0, states);
        } else {
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < states; i++) {
                double distance = x - means[i];
                now[i] = logScales[i] - 0.5 * distance * distance * inverseVariances[i];
                highest = ahead[i] > 0 && now[i] > highest ? now[i] : highest;
            }
            double total = 0;
            for (int i = 0; i < states; i++) {
                now[i] = ahead[i] > 0 ? ahead[i] * Math.exp(now[i] - highest) : 0;
                total += now[i];
            }
            for (int i = 0; i < states; i++) {
                now[i] /= total;
            }
            log = highest + Math.log(total);
        }
        for (int j = 0; j < states; j++) {
            double sum = 0;
            for (int i = 0; i < states; i++) {
                sum += now[i] * transition[i * states + j];
            }
            ahead[j] = sum;
        }
        return log;
    }

    /** The chance to be in the state now. */
    public double probability(int state) {
        return now[state];
    }

    /** The chance to be in the state at the next number. */
    public double nextProbability(int state) {
        return ahead[state];
    }
}
