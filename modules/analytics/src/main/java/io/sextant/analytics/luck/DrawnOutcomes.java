package io.sextant.analytics.luck;

import io.sextant.analytics.preparation.BlockBootstrap;
import io.sextant.analytics.preparation.Quantiles;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What else could have come of the same returns: in another order, or drawn again.
 *
 * @param growth what each draw made of one, sorted
 * @param falls the deepest fall of each draw as a fraction of its peak, sorted; the deepest, furthest below nought, first
 */
public record DrawnOutcomes(double[] growth, double[] falls) {

    /** The same returns in other orders: growth stays, falls do not. */
    public static DrawnOutcomes shuffled(double[] returns, int draws, RandomGenerator random) {
        double[] order = returns.clone();
        return of(draws, () -> {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            return order;
        });
    }

    /** Blocks of the returns drawn with replacement (Politis and Romano 1994): both differ, memory within a block stays. */
    public static DrawnOutcomes redrawn(double[] returns, double meanBlock, int draws, RandomGenerator random) {
        return of(
                draws,
                () -> BlockBootstrap.take(
                        returns, BlockBootstrap.draw(returns.length, returns.length, meanBlock, random)));
    }

    private static DrawnOutcomes of(int draws, Draw draw) {
        double[] growth = new double[draws];
        double[] falls = new double[draws];
        for (int d = 0; d < draws; d++) {
            double value = 1;
            double top = 1;
            double fall = 0;
            for (double each : draw.next()) {
                value = Math.max(0, value * (1 + each));
                top = Math.max(top, value);
                fall = Math.min(fall, value / top - 1);
            }
            growth[d] = value;
            falls[d] = fall;
        }
        Arrays.sort(growth);
        Arrays.sort(falls);
        return new DrawnOutcomes(growth, falls);
    }

    /** Growth that so many draws stay below. */
    public double growthAt(double share) {
        return Quantiles.at(growth, share);
    }

    /** A fall that so many draws are deeper than. */
    public double fallAt(double share) {
        return Quantiles.at(falls, share);
    }

    /** How many of the draws end below what they began with. */
    public double lossShare() {
        return (double) Arrays.stream(growth).filter(each -> each < 1).count() / growth.length;
    }

    private interface Draw {

        double[] next();
    }
}
