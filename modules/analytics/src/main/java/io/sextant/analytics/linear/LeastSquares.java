package io.sextant.analytics.linear;

/**
 * y = Xb + e with the smallest sum of squared e (Gauss). Standard errors are the classical ones: the residual variance, with the
 * degrees of freedom that remain, on the diagonal of (X'X)^-1.
 */
public record LeastSquares(
        double[] coefficients,
        double[] standardErrors,
        double[] residuals,
        double residualSquares,
        double totalSquares,
        int observations) {

    /**
     * @param columns a constant is a column of ones and not added
     * @throws IllegalArgumentException when the columns do not determine the coefficients
     */
    public static LeastSquares fit(double[] y, double[]... columns) {
        HouseholderQr qr = HouseholderQr.of(columns);
        if (y.length != qr.rows()) {
            throw new IllegalArgumentException("there are " + y.length + " values and " + qr.rows() + " rows");
        }
        double[] turned = y.clone();
        qr.transposeInPlace(turned);
        double[] coefficients = qr.solveTriangle(turned);
        double[] residuals = qr.residuals(y);
        double squares = 0;
        for (double each : residuals) {
            squares += each * each;
        }
        double variance = squares / (y.length - columns.length);
        double[] errors = qr.inverseProductDiagonal();
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(variance * errors[i]);
        }
        return new LeastSquares(coefficients, errors, residuals, squares, aroundMean(y), y.length);
    }

    public double tValue(int coefficient) {
        return coefficients[coefficient] / standardErrors[coefficient];
    }

    /** Of a regression with a constant among its columns. */
    public double rSquared() {
        return 1 - residualSquares / totalSquares;
    }

    public int degreesOfFreedom() {
        return observations - coefficients.length;
    }

    private static double aroundMean(double[] y) {
        double mean = 0;
        for (double each : y) {
            mean += each;
        }
        mean /= y.length;
        double squares = 0;
        for (double each : y) {
            squares += (each - mean) * (each - mean);
        }
        return squares;
    }
}
