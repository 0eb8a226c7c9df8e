package io.sextant.analytics.estimation;

import io.sextant.analytics.distribution.Tails;
import java.util.Arrays;

/**
 * How likely returns are under a {@link VolatilityModel}, with the exact derivatives by its parameters, carried along with the recursion
 * (Fiorentini, Calzolari and Panattoni 1996). Before the first return stand the mean squared residual as variance and as squared
 * surprise, half of the latter as one below zero; in logarithms, the surprise that is expected. That mean moves with mu, and the
 * derivative knows it. Parameters stand in the order of {@link VolatilityModel#parameters}.
 */
final class GarchLikelihood {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final double[] returns;
    private final VolatilityModel model;
    private final boolean student;
    private final int beta;
    private final int size;
    private final double[] variances;
    private final double[] slope;

    private double shape;
    private double degrees;
    private double meanSquare;
    private double meanSquareSlope;

    GarchLikelihood(double[] returns, VolatilityModel model, ErrorLaw law) {
        this.returns = returns;
        this.model = model;
        student = law == ErrorLaw.STUDENT;
        beta = model.isAsymmetric() ? 4 : 3;
        size = beta + (student ? 2 : 1);
        variances = new double[returns.length + 1];
        slope = new double[6];
    }

    int size() {
        return size;
    }

    int returns() {
        return returns.length;
    }

    int beta() {
        return beta;
    }

    /** The variance of each return given those before it, and of the one after the last; of the latest evaluation. */
    double[] variances() {
        return variances.clone();
    }

    /**
     * The logarithm of the likelihood; minus infinity where the parameters make no variance.
     *
     * @param gradient takes the derivatives
     */
    double at(double[] parameters, double[] gradient) {
        shape = student ? parameters[size - 1] : Double.NaN;
        degrees = shape - 2;
        start(parameters[0]);
        Arrays.fill(slope, 0);
        double sum = model == VolatilityModel.EGARCH ? logarithmic(parameters) : linear(parameters);
        System.arraycopy(slope, 0, gradient, 0, 3);
        if (model.isAsymmetric()) {
            gradient[3] = slope[3];
        }
        gradient[beta] = slope[4];
        int n = returns.length;
        if (student) {
            gradient[size - 1] = slope[5] + n * constantSlope();
            sum += n * constant();
        } else {
            sum -= n * HALF_LOG_TWO_PI;
        }
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
    }

    private void start(double mu) {
        double residuals = 0;
        double squares = 0;
        for (double each : returns) {
            double residual = each - mu;
            residuals += residual;
            squares += residual * residual;
        }
        meanSquare = squares / returns.length;
        meanSquareSlope = -2 * residuals / returns.length;
    }

    /** GARCH and GJR: the derivatives of h follow the same recursion as h. */
    private double linear(double[] parameters) {
        double mu = parameters[0];
        double omega = parameters[1];
        double alpha = parameters[2];
        double gamma = model.isAsymmetric() ? parameters[3] : 0;
        double keep = parameters[beta];
        double h = meanSquare;
        double square = meanSquare;
        double below = 0.5 * meanSquare;
        double squareByMu = meanSquareSlope;
        double belowByMu = 0.5 * meanSquareSlope;
        double byMu = meanSquareSlope;
        double byOmega = 0;
        double byAlpha = 0;
        double byGamma = 0;
        double byBeta = 0;
        double sum = 0;
        for (int t = 0; t < returns.length; t++) {
            byMu = alpha * squareByMu + gamma * belowByMu + keep * byMu;
            byOmega = 1 + keep * byOmega;
            byAlpha = square + keep * byAlpha;
            byGamma = below + keep * byGamma;
            byBeta = h + keep * byBeta;
            h = omega + alpha * square + gamma * below + keep * h;
            if (!(h > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            variances[t] = h;
            double residual = returns[t] - mu;
            square = residual * residual;
            double relative = square / h;
            double weight = student ? (shape + 1) / (degrees + relative) : 1;
            double byVariance = 0.5 * (weight * relative - 1) / h;
            slope[0] += byVariance * byMu + weight * residual / h;
            slope[1] += byVariance * byOmega;
            slope[2] += byVariance * byAlpha;
            slope[3] += byVariance * byGamma;
            slope[4] += byVariance * byBeta;
            sum -= 0.5 * Math.log(h) + tail(relative);
            squareByMu = -2 * residual;
            boolean loss = residual < 0;
            below = loss ? square : 0;
            belowByMu = loss ? squareByMu : 0;
        }
        variances[returns.length] = omega + alpha * square + gamma * below + keep * h;
        return sum;
    }

    /** EGARCH: the same for ln h, where the surprise z moves with h. */
    private double logarithmic(double[] parameters) {
        double mu = parameters[0];
        double alpha = parameters[2];
        double gamma = parameters[3];
        double keep = parameters[beta];
        double expected = expectedSize();
        double expectedByShape = student ? expectedSizeSlope(expected) : 0;
        double log = Math.log(meanSquare);
        double[] by = {meanSquareSlope / meanSquare, 0, 0, 0, 0, 0};
        double drive = 0;
        double z = 0;
        double size = expected;
        double ownMu = 0;
        double sum = 0;
        for (int t = 0; t <= returns.length; t++) {
            // What a move of ln h yesterday does to ln h today: directly, and through the surprise that it divides.
            double carried = keep - 0.5 * drive * z;
            by[0] = carried * by[0] + ownMu;
            by[1] = carried * by[1] + 1;
            by[2] = carried * by[2] + size - expected;
            by[3] = carried * by[3] + z;
            by[4] = carried * by[4] + log;
            by[5] = carried * by[5] - (t == 0 ? 0 : alpha * expectedByShape);
            log = parameters[1] + alpha * (size - expected) + gamma * z + keep * log;
            double h = Math.exp(log);
            if (!(h > 0 && h < Double.POSITIVE_INFINITY)) {
                return Double.NEGATIVE_INFINITY;
            }
            variances[t] = h;
            if (t < returns.length) {
                double inverseRoot = Math.exp(-0.5 * log);
                z = (returns[t] - mu) * inverseRoot;
                size = Math.abs(z);
                drive = gamma + alpha * Math.signum(z);
                ownMu = -drive * inverseRoot;
                double relative = z * z;
                double weight = student ? (shape + 1) / (degrees + relative) : 1;
                double byLog = 0.5 * (weight * relative - 1);
                for (int i = 0; i < by.length; i++) {
                    slope[i] += byLog * by[i];
                }
                slope[0] += weight * z * inverseRoot;
                sum -= 0.5 * log + tail(relative);
            }
        }
        return sum;
    }

    /** Minus the logarithm of the density's part that knows the surprise. */
    private double tail(double relative) {
        if (!student) {
            return 0.5 * relative;
        }
        double log = Math.log1p(relative / degrees);
        slope[5] += 0.5 * (-log + (shape + 1) * relative / (degrees * (degrees + relative)));
        return 0.5 * (shape + 1) * log;
    }

    private double constant() {
        return Tails.logGamma((shape + 1) / 2) - Tails.logGamma(shape / 2) - 0.5 * Math.log(Math.PI * degrees);
    }

    private double constantSlope() {
        return 0.5 * (Tails.digamma((shape + 1) / 2) - Tails.digamma(shape / 2) - 1 / degrees);
    }

    /** E|z|. */
    private double expectedSize() {
        return student
                ? Math.sqrt(degrees / Math.PI) * Math.exp(Tails.logGamma((shape - 1) / 2) - Tails.logGamma(shape / 2))
                : Math.sqrt(2 / Math.PI);
    }

    private double expectedSizeSlope(double expected) {
        return expected * 0.5 * (1 / degrees + Tails.digamma((shape - 1) / 2) - Tails.digamma(shape / 2));
    }
}
