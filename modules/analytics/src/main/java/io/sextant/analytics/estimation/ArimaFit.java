package io.sextant.analytics.estimation;

/**
 * An ARIMA model as fitted to a series.
 *
 * @param coefficients in the order of {@link ArimaOrder#parameters}
 * @param standardErrors of them, from the curvature of the likelihood; NaN where it is not curved
 * @param sigma2 the likeliest variance of a surprise: sum of squares over {@code used}
 * @param used how many values remain when differences are taken; what AIC and BIC count
 * @param state where its filter stands at the end of the series
 */
public record ArimaFit(
        ArimaOrder order,
        double[] coefficients,
        double[] standardErrors,
        double sigma2,
        double logLikelihood,
        int used,
        double[] state) {

    /** By its name. */
    public double get(String parameter) {
        return coefficients[place(parameter)];
    }

    public double standardError(String parameter) {
        return standardErrors[place(parameter)];
    }

    private int place(String parameter) {
        int place = order.parameters().indexOf(parameter);
        if (place < 0) {
            throw new IllegalArgumentException("there is no parameter " + parameter + " in " + order);
        }
        return place;
    }

    /** The variance counts as a parameter. */
    public int estimated() {
        return coefficients.length + 1;
    }

    public double aic() {
        return 2.0 * estimated() - 2 * logLikelihood;
    }

    /** Akaike's criterion for few values (Hurvich and Tsai 1989); infinite where there are too few for it. */
    public double aicc() {
        int k = estimated();
        return used > k + 1 ? aic() + 2.0 * k * (k + 1) / (used - k - 1) : Double.POSITIVE_INFINITY;
    }

    public double bic() {
        return estimated() * Math.log(used) - 2 * logLikelihood;
    }

    /** Standing at the end of the series; a new one for each caller. */
    public ArimaFilter filter() {
        return ArimaFilter.of(order, coefficients, sigma2, state);
    }
}
