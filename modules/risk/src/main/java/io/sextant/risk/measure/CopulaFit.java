package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.distribution.Student;
import io.sextant.analytics.distribution.Tails;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A copula: correlations of the normal scores of the ranks and, for Student's, degrees of freedom by maximum likelihood given those
 * correlations (Mashal and Zeevi 2002; Demarta and McNeil 2005). Degrees are infinite for the Gaussian.
 */
final class CopulaFit {

    private static final double DEGREES_MIN = 2;
    private static final double DEGREES_MAX = 60;
    private static final double GOLDEN = 0.6180339887498949;
    private static final int SEARCH_STEPS = 12;
    /** The joint density of more assets is not looked at for the degrees of freedom. */
    private static final int ASSETS_FOR_DEGREES = 40;

    private static final double SCORE_REACH = 20;

    private final double[][] root;
    private final double degrees;
    private final SmoothMap toScore;

    private CopulaFit(double[][] root, double degrees) {
        this.root = root;
        this.degrees = degrees;
        toScore = Double.isInfinite(degrees)
                ? SmoothMap.NONE
                : SmoothMap.of(s -> StudentScores.scoreOfQuantile(Math.sinh(s), degrees), SCORE_REACH, 8_001);
    }

    static CopulaFit of(ReturnTable returns, CopulaKind kind) {
        int assets = returns.assets();
        double[][] shares = new double[assets][];
        Arrays.setAll(shares, c -> rankShares(returns.columns()[c]));
        double[][] scores = new double[assets][];
        Arrays.setAll(
                scores, c -> Arrays.stream(shares[c]).map(Normal::quantile).toArray());
        double[][] root = CorrelationRoot.of(CorrelationRoot.correlation(scores));
        if (kind == CopulaKind.GAUSSIAN || assets == 1) {
            return new CopulaFit(root, Double.POSITIVE_INFINITY);
        }
        int looked = Math.min(assets, ASSETS_FOR_DEGREES);
        return new CopulaFit(root, mostLikelyDegrees(Arrays.copyOf(shares, looked), root));
    }

    double degrees() {
        return degrees;
    }

    /** Normal scores that hang together as the copula says, out of independent normal numbers. */
    void scores(double[] normals, double[] scores, RandomGenerator random) {
        double stretch = Double.isInfinite(degrees)
                ? 1
                : 1 / Math.sqrt(2 * CopulaScenarios.gamma(degrees / 2, random) / degrees);
        for (int i = 0; i < scores.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root[i][j] * normals[j];
            }
            scores[i] = Double.isInfinite(degrees) ? sum : toScore.at(asinh(sum * stretch));
        }
    }

    private static double asinh(double x) {
        return Math.copySign(Math.log(Math.abs(x) + Math.hypot(1, x)), x);
    }

    /** Ranks from 1, equals sharing their mean, over n + 1. */
    private static double[] rankShares(double[] column) {
        int n = column.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(column[a], column[b]));
        double[] shares = new double[n];
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && column[order[to]] == column[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                shares[order[i]] = (from + to + 1) / 2.0 / (n + 1);
            }
            from = to;
        }
        return shares;
    }

    private static double mostLikelyDegrees(double[][] shares, double[][] root) {
        double low = Math.log(DEGREES_MIN);
        double high = Math.log(DEGREES_MAX);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = logLikelihood(shares, root, Math.exp(left));
        double atRight = logLikelihood(shares, root, Math.exp(right));
        for (int i = 0; i < SEARCH_STEPS; i++) {
            if (atLeft < atRight) {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = logLikelihood(shares, root, Math.exp(right));
            } else {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = logLikelihood(shares, root, Math.exp(left));
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double logLikelihood(double[][] shares, double[][] root, double degrees) {
        int assets = shares.length;
        int n = shares[0].length;
        SmoothMap quantile = SmoothMap.of(z -> asinh(StudentScores.quantileOfScore(z, degrees)), 6, 601);
        double logDeterminant = 0;
        for (int i = 0; i < assets; i++) {
            logDeterminant += Math.log(Math.max(root[i][i], 1e-8));
        }
        double constant = Tails.logGamma((degrees + assets) / 2)
                - Tails.logGamma(degrees / 2)
                - assets / 2.0 * Math.log(degrees * Math.PI)
                - logDeterminant;
        double sum = 0;
        double[] solved = new double[assets];
        for (int t = 0; t < n; t++) {
            double square = 0;
            double own = 0;
            for (int i = 0; i < assets; i++) {
                double x = Math.sinh(quantile.at(Normal.quantile(shares[i][t])));
                own += Student.logDensity(x, degrees);
                double rest = x;
                for (int j = 0; j < i; j++) {
                    rest -= root[i][j] * solved[j];
                }
                solved[i] = rest / Math.max(root[i][i], 1e-8);
                square += solved[i] * solved[i];
            }
            sum += constant - (degrees + assets) / 2 * Math.log1p(square / degrees) - own;
        }
        return sum;
    }
}
