package io.sextant.forecasting.ensemble;

/** How much each member counts. What is missing from one is the weight of the last value, the naive forecast. */
public sealed interface Weighting {

    /** All alike: hard to beat where errors are hard to tell apart (Timmermann 2006). */
    record Equal() implements Weighting {}

    /**
     * By the inverse of the mean squared error (Bates and Granger 1969).
     *
     * @param halfLife after how many steps an error counts half
     */
    record InverseError(double halfLife) implements Weighting {}

    /** Least squares of what came on what was told, out of sample; no weight below zero and not more than one in all (Breiman 1996). */
    record Stacked() implements Weighting {}

    /**
     * Bayesian model averaging: in proportion to the likelihood of what came, the older the less (Raftery and others 2010, forgetting).
     *
     * @param forgetting what a log score keeps of its weight with each step, up to 1
     */
    record BayesianAverage(double forgetting) implements Weighting {}

    /**
     * Of each regime the member that erred least in it.
     *
     * @param feature whose whole number names the regime at each observation
     */
    record LocalExpert(String feature) implements Weighting {}

    /**
     * A meta-learner that retires what stops working: members whose squared errors were lately larger than naive's, by more than chance moves
     * them, count nothing until they recover; where none is left the last value is all there is.
     *
     * @param halfLife after how many steps a difference counts half
     */
    record Retiring(double halfLife) implements Weighting {}
}
