package io.sextant.portfolio.estimate;

/**
 * What somebody believes: the portfolio of {@code weights} returns {@code expected} in a year.
 *
 * @param confidence above 0, at most 1; a half takes the view for as sure as the prior, 1 for certain
 */
public record View(double[] weights, double expected, double confidence) {

    public View {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies above 0 and at most at 1, not at " + confidence);
        }
    }
}
