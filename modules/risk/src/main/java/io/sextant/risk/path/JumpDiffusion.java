package io.sextant.risk.path;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Normal returns and jumps (Merton 1976). A past return is a jump when it is more than four deviations of the quiet ones away from their
 * mean; deviations and jumps are found in turns until nothing changes. At most one jump a period.
 */
record JumpDiffusion(double mean, double deviation, double chance, double jumpMean, double jumpDeviation)
        implements PathModel {

    private static final double FAR = 4;
    private static final int ROUNDS = 50;

    static JumpDiffusion of(double[] past) {
        boolean[] jump = new boolean[past.length];
        double mean = 0;
        double deviation = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] quiet = chosen(past, jump, false);
            mean = mean(quiet);
            deviation = deviation(quiet, mean);
            boolean changed = false;
            for (int i = 0; i < past.length; i++) {
                boolean far = Math.abs(past[i] - mean) > FAR * deviation;
                changed |= far && !jump[i];
                jump[i] |= far;
            }
            if (!changed) {
                break;
            }
        }
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("the returns do not move");
        }
        double centre = mean;
        double[] jumps =
                Arrays.stream(chosen(past, jump, true)).map(r -> r - centre).toArray();
        double jumpMean = jumps.length == 0 ? 0 : mean(jumps);
        return new JumpDiffusion(
                mean,
                deviation,
                (double) jumps.length / past.length,
                jumpMean,
                jumps.length < 2 ? 0 : deviation(jumps, jumpMean));
    }

    @Override
    public void draw(RandomGenerator random, double[] returns) {
        for (int i = 0; i < returns.length; i++) {
            double value = mean + deviation * random.nextGaussian();
            if (chance > 0 && random.nextDouble() < chance) {
                value += jumpMean + jumpDeviation * random.nextGaussian();
            }
            returns[i] = value;
        }
    }

    private static double[] chosen(double[] past, boolean[] jump, boolean wanted) {
        double[] chosen = new double[past.length];
        int count = 0;
        for (int i = 0; i < past.length; i++) {
            if (jump[i] == wanted) {
                chosen[count++] = past[i];
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / Math.max(1, x.length);
    }

    private static double deviation(double[] x, double mean) {
        return Math.sqrt(Arrays.stream(x).map(e -> (e - mean) * (e - mean)).sum() / Math.max(1, x.length - 1));
    }
}
