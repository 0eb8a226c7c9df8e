package io.sextant.risk.measure;

import io.sextant.analytics.linear.LeastSquares;
import java.util.Arrays;
import java.util.List;

/**
 * How a portfolio follows factors: least squares of its returns on theirs, with a constant.
 *
 * @param own what it earns a period beside them
 * @param betas by factor, with their t values
 * @param explained the share of its variance that they explain
 */
public record FactorExposure(List<String> factors, double own, double[] betas, double[] tValues, double explained) {

    /** @throws CannotMeasure with a sentence */
    public static FactorExposure of(double[] portfolio, ReturnTable factors) {
        int count = factors.assets();
        if (portfolio.length < count + 3) {
            throw new CannotMeasure("There are " + portfolio.length + " returns, too few for " + count + " factors.");
        }
        double[][] columns = new double[count + 1][];
        columns[0] = new double[portfolio.length];
        Arrays.fill(columns[0], 1);
        System.arraycopy(factors.columns(), 0, columns, 1, count);
        LeastSquares fit;
        try {
            fit = LeastSquares.fit(portfolio, columns);
        } catch (IllegalArgumentException dependent) {
            throw new CannotMeasure("The factors do not tell their parts apart: one follows from the others.");
        }
        double[] betas = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            betas[i] = fit.coefficients()[i + 1];
            values[i] = fit.tValue(i + 1);
        }
        return new FactorExposure(factors.names(), fit.coefficients()[0], betas, values, fit.rSquared());
    }
}
