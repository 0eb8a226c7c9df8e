package io.sextant.portfolio.estimate;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.portfolio.PortfolioRefusal;
import java.util.Arrays;
import java.util.List;

/**
 * Black and Litterman, Global portfolio optimization, 1992, as He and Litterman write it (The intuition behind Black-Litterman model
 * portfolios, 1999). The prior is what the market must expect to hold what it holds, pi = delta S w + risk-free; views P with returns q and
 * uncertainty Omega move it to pi + tau S P' (P tau S P' + Omega)^-1 (q - P pi). Omega is diagonal, tau (1/c - 1) p'Sp for a view of
 * confidence c: He and Litterman's own at c = 1/2, none at c = 1 (Walters, The Black-Litterman model in detail, 2014).
 *
 * @param covariance S + M, M being how unsure the posterior mean is
 */
public record BlackLitterman(double[] prior, double[] posterior, double[][] covariance) {

    public static BlackLitterman of(
            double[][] s, double[] market, double riskAversion, double riskFree, double tau, List<View> views) {
        int n = s.length;
        double[] prior = product(s, market);
        for (int i = 0; i < n; i++) {
            prior[i] = riskAversion * prior[i] + riskFree;
        }
        int count = views.size();
        double[][] sp = new double[count][];
        for (int k = 0; k < count; k++) {
            sp[k] = product(s, views.get(k).weights());
        }
        double[][] middle = new double[count][count];
        double[] surprise = new double[count];
        for (int k = 0; k < count; k++) {
            View view = views.get(k);
            for (int m = 0; m < count; m++) {
                middle[k][m] = tau * dot(view.weights(), sp[m]);
            }
            middle[k][k] += tau * (1 / view.confidence() - 1) * dot(view.weights(), sp[k]);
            surprise[k] = view.expected() - dot(view.weights(), prior);
        }
        double[][] inverse = inverse(middle);
        double[] posterior = prior.clone();
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = (1 + tau) * s[i][j];
            }
        }
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < count; m++) {
                for (int i = 0; i < n; i++) {
                    posterior[i] += tau * sp[k][i] * inverse[k][m] * surprise[m];
                    for (int j = 0; j < n; j++) {
                        covariance[i][j] -= tau * sp[k][i] * inverse[k][m] * tau * sp[m][j];
                    }
                }
            }
        }
        return new BlackLitterman(prior, posterior, covariance);
    }

    /** Gauss and Jordan with pivots; a view of no variance, or certain ones that say the same twice, have none. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, work[i], 0, n);
            work[i][n + i] = 1;
            largest = Math.max(largest, Math.abs(matrix[i][i]));
        }
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k + 1; i < n; i++) {
                best = Math.abs(work[i][k]) > Math.abs(work[best][k]) ? i : best;
            }
            double[] row = work[best];
            work[best] = work[k];
            work[k] = row;
            if (!(Math.abs(row[k]) > 1e-13 * largest)) {
                throw new PortfolioRefusal(
                        WeightTrouble.Code.VIEWS_CLASH,
                        "The views say the same thing twice and both for certain, or speak of something without risk: give one of them a"
                                + " confidence below 1, or leave it out.");
            }
            double pivot = row[k];
            for (int j = 0; j < 2 * n; j++) {
                row[j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = work[i][k];
                if (i != k && factor != 0) {
                    for (int j = 0; j < 2 * n; j++) {
                        work[i][j] -= factor * row[j];
                    }
                }
            }
        }
        double[][] inverse = new double[n][];
        Arrays.setAll(inverse, i -> Arrays.copyOfRange(work[i], n, 2 * n));
        return inverse;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        Arrays.setAll(product, i -> dot(matrix[i], vector));
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
