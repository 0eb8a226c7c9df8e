package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;
import io.sextant.risk.path.PathBlocks;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Joint days drawn from each asset's own law and a copula fitted to normal scores of the ranks. */
final class CopulaScenarios {

    /** Numbers kept at once: 256 MB. */
    private static final long NUMBERS_MAX = 32_000_000;

    private static final int FEWEST_PATHS = 1_000;

    private final CopulaFit fit;
    private final Margin[] margins;
    private final ReturnTable returns;

    CopulaScenarios(ReturnTable returns, CopulaKind kind, MarginKind margin) {
        this.returns = returns;
        fit = CopulaFit.of(returns, kind);
        margins = new Margin[returns.assets()];
        Arrays.setAll(margins, c -> Margin.of(returns.columns()[c], margin));
    }

    double degrees() {
        return fit.degrees();
    }

    /** How many paths are drawn where so many are wished; fewer where memory says so. */
    int paths(int wished, int horizon) {
        long most = NUMBERS_MAX / ((long) returns.assets() * horizon);
        if (most < FEWEST_PATHS) {
            throw new CannotMeasure("So many assets over so many periods leave room for " + most
                    + " paths only; ask for fewer periods or another method.");
        }
        return (int) Math.min(wished, most);
    }

    Scenarios draw(int wished, int horizon, long seed, int threads) {
        int assets = returns.assets();
        int paths = paths(wished, horizon);
        double[][] drawn = new double[assets][paths * horizon];
        PathBlocks.draw(paths, seed, threads, (random, from, to) -> {
            double[] normals = new double[assets];
            double[] scores = new double[assets];
            for (int row = from * horizon; row < to * horizon; row++) {
                for (int c = 0; c < assets; c++) {
                    normals[c] = random.nextGaussian();
                }
                fit.scores(normals, scores, random);
                for (int c = 0; c < assets; c++) {
                    drawn[c][row] = margins[c].at(scores[c]);
                }
            }
        });
        return new Scenarios(new ReturnTable(returns.names(), drawn), horizon, horizon);
    }

    /** A gamma variate of unit scale (Marsaglia and Tsang 2000). */
    static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - random.nextDouble();
                if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** From a normal score to a return. */
    private record Margin(MarginKind kind, double[] known, Moments moments, SmoothMap student) {

        static Margin of(double[] column, MarginKind kind) {
            Moments moments = Moments.of(column);
            double[] sorted = column.clone();
            Arrays.sort(sorted);
            if (kind == MarginKind.STUDENT && !moments.isStill()) {
                StudentFit fit = StudentFit.of(column);
                SmoothMap map = SmoothMap.of(
                        z -> fit.place() + fit.scale() * StudentScores.quantileOfScore(z, fit.degrees()), 8, 2_001);
                return new Margin(kind, sorted, moments, map);
            }
            return new Margin(
                    kind == MarginKind.STUDENT ? MarginKind.EMPIRICAL : kind, sorted, moments, SmoothMap.NONE);
        }

        double at(double score) {
            return switch (kind) {
                case EMPIRICAL -> HistoricalTail.quantile(known, Normal.cumulative(score));
                case NORMAL -> moments.mean() + moments.deviation() * score;
                // A return of less than -1 would owe more than all; a heavy law says so once in a while.
                case STUDENT -> Math.max(-1, student.at(score));
            };
        }
    }
}
