package io.sextant.analytics.luck;

/**
 * How often the best of many in one half of the past is below the middle of them in the other half: combinatorially symmetric
 * cross-validation (Bailey, Borwein, Lopez de Prado and Zhu 2015). The past is cut into equal blocks, every half of the blocks is once
 * what is chosen by, and the rest is what it is held against. Where all candidates are alike it is a half, be they good or bad, so it is
 * read together with how often the chosen one lost.
 *
 * @param probability of overfitting: a logit of the rank at nought or below
 * @param lossProbability how often the chosen one lost where it was not chosen by
 * @param slope of its ratio there on its ratio where it was chosen; below nought where the better it looked, the worse it did
 * @param meanChosen its mean ratio where it was chosen
 * @param meanAfter its mean ratio where it was not
 * @param splits how many halves there are
 */
public record BacktestOverfitting(
        int candidates,
        int splits,
        double probability,
        double lossProbability,
        double slope,
        double meanChosen,
        double meanAfter) {

    public static final int BLOCKS_USUAL = 16;
    private static final int BLOCKS_MAX = 20;

    /**
     * @param returns {@code returns[candidate][period]}; the oldest periods that make no whole block are left out
     * @param blocks an even number
     */
    public static BacktestOverfitting of(double[][] returns, int blocks) {
        int rows = returns.length == 0 ? 0 : returns[0].length / Math.max(1, blocks);
        if (returns.length < 2 || blocks < 2 || blocks % 2 != 0 || blocks > BLOCKS_MAX || rows < 2) {
            throw new IllegalArgumentException("overfitting shows among two candidates or more, in 2 to " + BLOCKS_MAX
                    + " blocks, an even number, of two periods or more; not among " + returns.length + " in " + blocks);
        }
        Halves halves = new Halves(returns, blocks, rows);
        int last = 1 << blocks;
        for (int chosen = (1 << (blocks / 2)) - 1; chosen < last; chosen = next(chosen)) {
            halves.add(chosen);
        }
        return halves.told();
    }

    /** The next larger number with as many bits (Gosper). */
    private static int next(int bits) {
        int low = bits & -bits;
        int carried = bits + low;
        return (((bits ^ carried) >>> 2) / low) | carried;
    }

    /** Ratios of both halves, out of sums of each block. */
    private static final class Halves {

        private final double[][] sums;
        private final double[][] squares;
        private final double[] all;
        private final double[] allSquares;
        private final double[] inside;
        private final double[] outside;
        private final int blocks;
        private final int half;
        private int splits;
        private int below;
        private int lost;
        private double x;
        private double y;
        private double xx;
        private double xy;

        Halves(double[][] returns, int blocks, int rows) {
            this.blocks = blocks;
            half = blocks / 2 * rows;
            int count = returns.length;
            sums = new double[count][blocks];
            squares = new double[count][blocks];
            all = new double[count];
            allSquares = new double[count];
            inside = new double[count];
            outside = new double[count];
            for (int c = 0; c < count; c++) {
                double[] one = returns[c];
                int from = one.length - rows * blocks;
                for (int t = from; t < one.length; t++) {
                    int block = (t - from) / rows;
                    sums[c][block] += one[t];
                    squares[c][block] += one[t] * one[t];
                }
                for (int b = 0; b < blocks; b++) {
                    all[c] += sums[c][b];
                    allSquares[c] += squares[c][b];
                }
            }
        }

        void add(int chosenBlocks) {
            int best = 0;
            for (int c = 0; c < inside.length; c++) {
                double sum = 0;
                double square = 0;
                for (int b = 0; b < blocks; b++) {
                    if ((chosenBlocks >>> b & 1) != 0) {
                        sum += sums[c][b];
                        square += squares[c][b];
                    }
                }
                inside[c] = ratio(sum, square);
                outside[c] = ratio(all[c] - sum, allSquares[c] - square);
                best = inside[c] > inside[best] ? c : best;
            }
            splits++;
            below += 2 * rank(best) <= outside.length + 1 ? 1 : 0;
            lost += outside[best] < 0 ? 1 : 0;
            x += inside[best];
            y += outside[best];
            xx += inside[best] * inside[best];
            xy += inside[best] * outside[best];
        }

        /** From 1; equals share the mean of their places. Its share of candidates + 1 is at a half or below where its logit is at nought. */
        private double rank(int of) {
            double rank = 1;
            for (int c = 0; c < outside.length; c++) {
                rank += c == of ? 0 : outside[c] < outside[of] ? 1 : outside[c] == outside[of] ? 0.5 : 0;
            }
            return rank;
        }

        private double ratio(double sum, double square) {
            double variance = (square - sum * sum / half) / (half - 1);
            return variance > 1e-14 * square / half ? sum / half / Math.sqrt(variance) : 0;
        }

        BacktestOverfitting told() {
            double n = splits;
            double spread = xx - x * x / n;
            return new BacktestOverfitting(
                    inside.length,
                    splits,
                    below / n,
                    lost / n,
                    spread > 0 ? (xy - x * y / n) / spread : Double.NaN,
                    x / n,
                    y / n);
        }
    }
}
