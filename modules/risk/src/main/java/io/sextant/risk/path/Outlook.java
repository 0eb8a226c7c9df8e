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
    private static final int READINGS = 24;
    /** Numbers of the fan that are kept at once: 400 MB. With more paths the fan is read from the first of them. */
    private static final long FAN_NUMBERS = 50_000_000;

    /**
     * The same for any number of threads.
     *
     * @param ruin the value that is called ruin
     */
    public static Outlook of(PathModel model, int periods, int paths, double ruin, long seed, int threads) {
        if (periods < 1 || periods > PERIODS_MAX || paths < 100 || paths > PATHS_MAX) {
            throw new IllegalArgumentException(
                    "an outlook is over 1 to " + PERIODS_MAX + " periods and 100 to " + PATHS_MAX + " paths");
        }
        int[] read = readings(periods);
        int inFan = (int) Math.min(paths, FAN_NUMBERS / read.length);
        double[][] values = new double[read.length][inFan];
        double[] last = new double[paths];
        double[] deepest = new double[paths];
        boolean[] ruined = new boolean[paths];
        PathBlocks.draw(paths, seed, threads, (random, from, to) -> {
            double[] returns = new double[periods];
            for (int path = from; path < to; path++) {
                model.draw(random, returns);
                double value = 1;
                double highest = 1;
                double lowest = 1;
                double fallen = 0;
                int reading = 0;
                for (int i = 0; i < periods; i++) {
                    value *= Math.max(0, 1 + returns[i]);
                    highest = Math.max(highest, value);
                    lowest = Math.min(lowest, value);
                    fallen = Math.max(fallen, 1 - value / highest);
                    if (i + 1 == read[reading]) {
                        if (path < inFan) {
                            values[reading][path] = value;
                        }
                        reading = Math.min(reading + 1, read.length - 1);
                    }
                }
                last[path] = value;
                deepest[path] = fallen;
                ruined[path] = lowest < ruin;
            }
        });
        double sum = 0;
        int below = 0;
        int ruins = 0;
        for (int path = 0; path < paths; path++) {
            sum += last[path];
            below += last[path] < 1 ? 1 : 0;
            ruins += ruined[path] ? 1 : 0;
        }
        double[][] fan = new double[read.length][];
        double[][] drawdowns = new double[1][];
        PathBlocks.each(read.length + 1, threads, piece -> {
            if (piece < read.length) {
                fan[piece] = quantiles(piece == read.length - 1 ? last : values[piece]);
            } else {
                drawdowns[0] = quantiles(deepest);
            }
        });
        return new Outlook(
                paths,
                SHARES.clone(),
                read,
                fan,
                sum / paths,
                (double) below / paths,
                drawdowns[0],
                (double) ruins / paths);
    }

    private static int[] readings(int periods) {
        int count = Math.min(periods, READINGS);
        int[] read = new int[count];
        Arrays.setAll(read, i -> (int) Math.round((double) (i + 1) * periods / count));
        return read;
    }

    private static double[] quantiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(SHARES).map(share -> Quantiles.at(sorted, share)).toArray();
    }
}
