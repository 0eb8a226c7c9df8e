package io.sextant.analytics.estimation;

/** What a {@link MultivariateHmm} says of the state after each point: online, in constant time a point. A NaN is nothing seen. */
public final class MultivariateHmmFilter {

    private final MultivariateNormal[] laws;
    private final double[] transition;
    private final double[] now;
    private final double[] ahead;

    public MultivariateHmmFilter(MultivariateHmm model) {
        laws = model.laws();
        transition = model.flat();
        now = new double[laws.length];
        ahead = model.initial().clone();
    }

    /**
     * Takes the next point and returns the logarithm of how likely it was, given those before; 0 for one with a NaN. A point that no state can
     * have said counts as nothing seen and is told as minus infinity.
     */
    public double update(double[] point) {
        int k = laws.length;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < k; i++) {
            now[i] = MultivariateHmm.seen(laws[i].logDensity(point));
            highest = ahead[i] > 0 && now[i] > highest ? now[i] : highest;
        }
        double total = 0;
        for (int i = 0; i < k; i++) {
            now[i] = ahead[i] > 0 ? ahead[i] * Math.exp(now[i] - highest) : 0;
            total += now[i];
        }
        boolean possible = total > 0 && Double.isFinite(highest);
        for (int i = 0; i < k; i++) {
            now[i] = possible ? now[i] / total : ahead[i];
        }
        for (int j = 0; j < k; j++) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += now[i] * transition[i * k + j];
            }
            ahead[j] = sum;
        }
        return possible ? highest + Math.log(total) : Double.NEGATIVE_INFINITY;
    }

    /** The chance to be in the state now. */
    public double probability(int state) {
        return now[state];
    }

    /** The chance to be in the state at the next point. */
    public double nextProbability(int state) {
        return ahead[state];
    }
}
