package io.sextant.analytics.estimation;

/** Minus the likelihood, mean and variance at their likeliest, with its derivatives in the coordinates of {@link ArmaModel}. */
final class ArmaSlope implements QuasiNewton.Valley {

    private final ArmaLikelihood likelihood;
    private final ArmaModel model;
    private final ArmaGradient gradients;
    private final double[] coefficients;
    private final boolean withMean;

    ArmaSlope(ArimaOrder order, ArmaLikelihood likelihood) {
        this.likelihood = likelihood;
        model = new ArmaModel(order);
        gradients = new ArmaGradient(likelihood.size(), model);
        coefficients = new double[order.terms()];
        withMean = order.constant();
    }

    @Override
    public double at(double[] point, double[] gradient) {
        double mean = 0;
        if (withMean) {
            // Where the likelihood is flat in the mean, its derivatives by the rest are those with the mean held.
            if (!Double.isFinite(height(point))) {
                return Double.POSITIVE_INFINITY;
            }
            mean = likelihood.shiftedMean();
        }
        if (!model.at(point)) {
            return Double.POSITIVE_INFINITY;
        }
        double value = gradients.at(likelihood.shifted(), mean, model, gradient);
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = -gradient[k];
        }
        return -value;
    }

    /** How many values the likelihood is of. */
    int values() {
        return likelihood.size();
    }

    /** The likelihood there. */
    double height(double[] point) {
        model.toCoefficients(point, coefficients);
        return likelihood.at(coefficients);
    }

    /** ar, ma, sar, sma at a point. */
    double[] coefficients(double[] point) {
        double[] x = new double[point.length];
        model.toCoefficients(point, x);
        return x;
    }

    /** The way back, in place; false where an autoregression is not stationary. */
    boolean toCoordinates(double[] x) {
        return model.toCoordinates(x);
    }
}
