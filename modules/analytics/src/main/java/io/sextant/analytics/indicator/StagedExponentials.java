package io.sextant.analytics.indicator;

import java.util.Arrays;

/**
 * Exponential means of exponential means, added with weights: 2, -1 is DEMA and 3, -3, 1 TEMA (Mulloy 1994), 0, 0, 1 the third smoothing of TRIX
 * (Hutson 1983), and Tillson's T3 (1998) weighs the third to the sixth. Each stage begins with the plain mean of what the one before
 * gives, as TTR does.
 */
final class StagedExponentials implements Smoother {

    private final ExponentialMean[] stages;
    private final double[] weights;

    private StagedExponentials(ExponentialMean[] stages, double[] weights) {
        this.stages = stages;
        this.weights = weights;
    }

    static StagedExponentials of(int length, double... weights) {
        ExponentialMean[] stages = new ExponentialMean[weights.length];
        Arrays.setAll(stages, i -> ExponentialMean.of(length));
        return new StagedExponentials(stages, weights);
    }

    static StagedExponentials tillson(int length, double v) {
        double cube = v * v * v;
        double square = v * v;
        return of(
                length,
                0,
                0,
                1 + 3 * v + cube + 3 * square,
                -6 * square - 3 * v - 3 * cube,
                3 * square + 3 * cube,
                -cube);
    }

    @Override
    public double next(double value) {
        double stage = value;
        double sum = 0;
        for (int i = 0; i < stages.length; i++) {
            stage = stages[i].next(stage);
            if (weights[i] != 0) {
                sum += weights[i] * stage;
            }
        }
        return sum;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        double[] stage = Arrays.copyOf(values, count);
        Arrays.fill(out, 0, count, 0);
        for (int s = 0; s < stages.length; s++) {
            stages[s].each(stage, stage, count);
            for (int i = 0; i < count && weights[s] != 0; i++) {
                out[i] += weights[s] * stage[i];
            }
        }
    }

    @Override
    public StagedExponentials copy() {
        ExponentialMean[] copies = new ExponentialMean[stages.length];
        Arrays.setAll(copies, i -> stages[i].copy());
        return new StagedExponentials(copies, weights);
    }
}
