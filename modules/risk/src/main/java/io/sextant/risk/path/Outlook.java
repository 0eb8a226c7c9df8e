package io.sextant.risk.path;

import io.sextant.analytics.preparation.Quantiles;
import java.util.Arrays;

/**
 * What may become of a value of one, as seen from many futures.
 *
 * @param shares the probabilities of the fan's lines
 * @param periods after how many periods the fan is read
 * @param fan {@code fan[period][share]}: the value that so many futures stay below
 * @param mean of the last values
 * @param lossChance of the futures that end below one
 * @param drawdowns quantiles of the deepest drawdown at the same shares, fractions above zero
 * @param ruinChance of the futures that were ever below the ruin value
 */
public record Outlook(
        int paths,
        double[] shares,
        int[] periods,
        double[][] fan,
        double mean,
        double lossChance,
        double[] drawdowns,
        double ruinChance) {

    public static final int PERIODS_MAX = 12_600;
    public static final int PATHS_MAX = 10_000_000;

    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    /**
     * The same for any number of threads.
     *
     * @param ruin the value that is called ruin
     */
    public static Outlook of(PathModel model, int periods, int paths, double ruin, long seed, int threads) {
        return of(model, new OutlookTerms(periods, paths, ruin, seed), threads);
    }

    public static Outlook of(PathModel model, OutlookTerms terms, int threads) {
        FollowedPaths followed = FollowedPaths.all(terms);
        PathBlocks.draw(
                terms.paths(), terms.seed(), threads, (random, from, to) -> followed.follow(model, random, from, to));
        return followed.outlook(threads);
    }

    /** @param values of each reading but the last one */
    static Outlook of(OutlookTerms terms, double[][] values, double[] last, double[] deepest, int ruins, int threads) {
        double sum = 0;
        int below = 0;
        for (double each : last) {
            sum += each;
            below += each < 1 ? 1 : 0;
        }
        int paths = terms.paths();
        double[][] fan = new double[values.length + 1][];
        double[][] drawdowns = new double[1][];
        PathBlocks.each(fan.length + 1, threads, piece -> {
            if (piece < fan.length) {
                fan[piece] = quantiles(piece == values.length ? last : values[piece]);
            } else {
                drawdowns[0] = quantiles(deepest);
            }
        });
        return new Outlook(
                paths,
                SHARES.clone(),
                terms.readings(),
                fan,
                sum / paths,
                (double) below / paths,
                drawdowns[0],
                (double) ruins / paths);
    }

    /** The probabilities of a fan's lines. */
    public static double[] usualShares() {
        return SHARES.clone();
    }

    private static double[] quantiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(SHARES).map(share -> Quantiles.at(sorted, share)).toArray();
    }
}
