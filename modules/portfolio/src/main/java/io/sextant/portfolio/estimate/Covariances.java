package io.sextant.portfolio.estimate;

import io.sextant.portfolio.PortfolioRefusal;
import java.util.Arrays;

/** Covariances of the returns of one period. */
public final class Covariances {

    /** Below the smallest eigenvalue that rounding alone makes of a matrix without full rank, as a share of the largest. */
    private static final double NEGATIVE = -1e-12;

    private Covariances() {}

    /**
     * @param matrix of one period
     * @param correlations over the periods that each pair has in common, like the covariances
     * @param raised whether negative eigenvalues, which different histories can make, were set to 0
     * @param shrinkage how much of the target is in it; NaN where nothing is shrunk
     */
    public record Estimate(double[][] matrix, double[][] correlations, boolean raised, double shrinkage) {}

    /** @param halfLifePeriods of {@link Covariance#EWMA} */
    public static Estimate of(ReturnPanel panel, Covariance kind, double halfLifePeriods) {
        return switch (kind) {
            case SAMPLE -> panel.isComplete() ? plain(sample(panel.returns())) : pairwise(panel);
            case EWMA -> plain(weighted(whole(panel, 2).returns(), halfLifePeriods));
            case LEDOIT_WOLF -> ledoitWolf(whole(panel, 2).returns());
            case OAS -> oracle(whole(panel, 2).returns());
            case DENOISED -> plain(denoised(whole(panel, 3).returns()));
            case FACTOR -> plain(factors(whole(panel, 3).returns()));
        };
    }

    private static Estimate plain(double[][] matrix) {
        return new Estimate(matrix, correlations(matrix), false, Double.NaN);
    }

    private static ReturnPanel whole(ReturnPanel panel, int periodsMin) {
        ReturnPanel complete = panel.complete();
        if (complete.periods() < periodsMin) {
            throw new PortfolioRefusal("There are " + complete.periods()
                    + " periods of which every asset's return is known, and this estimate needs " + periodsMin
                    + ": leave out the assets with the shortest history, or use the sample covariance.");
        }
        return complete;
    }

    static double[][] sample(double[][] returns) {
        int periods = returns[0].length;
        if (periods < 2) {
            throw new PortfolioRefusal(
                    "A covariance needs two returns, that is three prices, and there are " + periods + ".");
        }
        return moments(centred(returns), periods - 1);
    }

    private static double[][] centred(double[][] returns) {
        double[][] centred = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            double mean = Arrays.stream(returns[i]).sum() / returns[i].length;
            centred[i] = Arrays.stream(returns[i]).map(r -> r - mean).toArray();
        }
        return centred;
    }

    private static double[][] moments(double[][] centred, double divisor) {
        int n = centred.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int t = 0; t < centred[i].length; t++) {
                    sum += centred[i][t] * centred[j][t];
                }
                matrix[i][j] = sum / divisor;
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /**
     * Each pair over its own common periods, as pandas does; what that leaves of negative eigenvalues is set to 0. A correlation has the
     * deviations of the common periods, too, so that it is not the covariance over those of the whole histories.
     */
    private static Estimate pairwise(ReturnPanel panel) {
        int n = panel.assets();
        double[][] matrix = new double[n][n];
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double[] products = pair(panel, i, j);
                double both = Math.sqrt(products[1] * products[2]);
                matrix[i][j] = products[0];
                matrix[j][i] = matrix[i][j];
                correlations[i][j] = i == j ? 1 : both > 0 ? Math.clamp(products[0] / both, -1, 1) : 0;
                correlations[j][i] = correlations[i][j];
            }
        }
        Spectrum spectrum = Spectrum.of(matrix);
        double[] values = spectrum.values();
        if (values[n - 1] >= NEGATIVE * values[0]) {
            return new Estimate(matrix, correlations, false, Double.NaN);
        }
        double[] raised = Arrays.stream(values).map(v -> Math.max(v, 0)).toArray();
        return new Estimate(spectrum.with(raised), correlations, true, Double.NaN);
    }

    /** Covariance and both variances of what two have in common. */
    private static double[] pair(ReturnPanel panel, int i, int j) {
        double[] a = panel.returns()[i];
        double[] b = panel.returns()[j];
        double sumA = 0;
        double sumB = 0;
        int count = 0;
        for (int t = 0; t < a.length; t++) {
            if (!Double.isNaN(a[t]) && !Double.isNaN(b[t])) {
                sumA += a[t];
                sumB += b[t];
                count++;
            }
        }
        if (count < 2) {
            String who = i == j
                    ? panel.names().get(i) + " has"
                    : panel.names().get(i) + " and " + panel.names().get(j) + " have together";
            throw new PortfolioRefusal(
                    who + " " + count + (count == 1 ? " return" : " returns") + ", and a covariance needs two.");
        }
        double[] products = new double[3];
        for (int t = 0; t < a.length; t++) {
            if (!Double.isNaN(a[t]) && !Double.isNaN(b[t])) {
                double fromA = a[t] - sumA / count;
                double fromB = b[t] - sumB / count;
                products[0] += fromA * fromB / (count - 1);
                products[1] += fromA * fromA / (count - 1);
                products[2] += fromB * fromB / (count - 1);
            }
        }
        return products;
    }

    private static double[][] weighted(double[][] returns, double halfLife) {
        if (!(halfLife > 0)) {
            throw new PortfolioRefusal("A half-life is above zero, not " + halfLife + ".");
        }
        int periods = returns[0].length;
        double[] weights = new double[periods];
        double total = 0;
        for (int t = 0; t < periods; t++) {
            weights[t] = Math.pow(0.5, (periods - 1 - t) / halfLife);
            total += weights[t];
        }
        double[][] centred = new double[returns.length][periods];
        for (int i = 0; i < returns.length; i++) {
            double mean = 0;
            for (int t = 0; t < periods; t++) {
                mean += weights[t] / total * returns[i][t];
            }
            for (int t = 0; t < periods; t++) {
                centred[i][t] = (returns[i][t] - mean) * Math.sqrt(weights[t] / total);
            }
        }
        double squares = 0;
        for (double weight : weights) {
            squares += weight / total * (weight / total);
        }
        return moments(centred, 1 - squares);
    }

    /** Their S has the divisor T; the share of the target is min(b2, d2) / d2 of their equations. */
    private static Estimate ledoitWolf(double[][] returns) {
        int n = returns.length;
        int periods = returns[0].length;
        double[][] x = centred(returns);
        double[][] s = moments(x, periods);
        double mean = trace(s) / n;
        double distance = squares(s) - n * mean * mean;
        double noise = 0;
        for (int t = 0; t < periods; t++) {
            double length = 0;
            for (double[] column : x) {
                length += column[t] * column[t];
            }
            noise += length * length;
        }
        noise = (noise / periods - squares(s)) / periods;
        double share = distance > 0 ? Math.clamp(noise / distance, 0, 1) : 1;
        return shrunk(s, mean, share);
    }

    private static Estimate oracle(double[][] returns) {
        int n = returns.length;
        int periods = returns[0].length;
        double[][] s = moments(centred(returns), periods);
        double trace = trace(s);
        double squares = squares(s);
        double above = (1 - 2.0 / n) * squares + trace * trace;
        double below = (periods + 1 - 2.0 / n) * (squares - trace * trace / n);
        return shrunk(s, trace / n, below > 0 ? Math.min(1, above / below) : 1);
    }

    private static Estimate shrunk(double[][] s, double mean, double share) {
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                s[i][j] = (1 - share) * s[i][j] + (i == j ? share * mean : 0);
            }
        }
        return new Estimate(s, correlations(s), false, share);
    }

    private static double[][] denoised(double[][] returns) {
        double[][] covariance = sample(returns);
        double[] deviations = deviations(covariance);
        Spectrum spectrum = Spectrum.of(correlations(covariance));
        int signals = signals(spectrum.values(), returns.length / (double) returns[0].length);
        double[] values = spectrum.values().clone();
        double noise = 0;
        for (int k = signals; k < values.length; k++) {
            noise += Math.max(0, values[k]) / (values.length - signals);
        }
        Arrays.fill(values, signals, values.length, noise);
        double[][] made = spectrum.with(values);
        double[] own = deviations(made);
        for (int i = 0; i < made.length; i++) {
            for (int j = 0; j < made.length; j++) {
                made[i][j] = i == j
                        ? covariance[i][i]
                        : own[i] * own[j] == 0 ? 0 : made[i][j] / (own[i] * own[j]) * deviations[i] * deviations[j];
            }
        }
        return made;
    }

    private static double[][] factors(double[][] returns) {
        double[][] covariance = sample(returns);
        double[] deviations = deviations(covariance);
        Spectrum spectrum = Spectrum.of(correlations(covariance));
        int signals = Math.max(1, signals(spectrum.values(), returns.length / (double) returns[0].length));
        double[] values = spectrum.values().clone();
        Arrays.fill(values, signals, values.length, 0);
        double[][] common = spectrum.with(values);
        for (int i = 0; i < common.length; i++) {
            for (int j = 0; j < common.length; j++) {
                common[i][j] = i == j ? covariance[i][i] : common[i][j] * deviations[i] * deviations[j];
            }
        }
        return common;
    }

    /**
     * How many eigenvalues lie above the edge (1 + sqrt(n/T))^2 v of noise of variance v. What lies above is not noise, so v is what
     * remains of the trace, and the edge sinks with it until none more comes out.
     */
    private static int signals(double[] values, double assetsPerPeriod) {
        double edge = (1 + Math.sqrt(assetsPerPeriod)) * (1 + Math.sqrt(assetsPerPeriod));
        int signals = 0;
        for (int round = 0; round < values.length; round++) {
            double rest = 0;
            for (int k = signals; k < values.length; k++) {
                rest += Math.max(0, values[k]);
            }
            double noise = rest / (values.length - signals);
            int above = signals;
            while (above < values.length - 1 && values[above] > noise * edge) {
                above++;
            }
            if (above == signals) {
                return signals;
            }
            signals = above;
        }
        return signals;
    }

    private static double[] deviations(double[][] covariance) {
        double[] deviations = new double[covariance.length];
        Arrays.setAll(deviations, i -> Math.sqrt(covariance[i][i]));
        return deviations;
    }

    /** 0 beside what does not move. */
    public static double[][] correlations(double[][] covariance) {
        int n = covariance.length;
        double[] deviations = deviations(covariance);
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double both = deviations[i] * deviations[j];
                correlations[i][j] = i == j ? 1 : both > 0 ? Math.clamp(covariance[i][j] / both, -1, 1) : 0;
            }
        }
        return correlations;
    }

    private static double trace(double[][] s) {
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += s[i][i];
        }
        return sum;
    }

    private static double squares(double[][] s) {
        double sum = 0;
        for (double[] row : s) {
            for (double each : row) {
                sum += each * each;
            }
        }
        return sum;
    }
}
