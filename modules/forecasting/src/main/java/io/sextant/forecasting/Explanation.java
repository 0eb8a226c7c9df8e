package io.sextant.forecasting;

import java.util.List;

/**
 * What the next step's forecast is made of: the largest parts first.
 *
 * @param parts effects on the mean of the next step, on the scale that models work on
 */
public record Explanation(List<Part> parts) {

    /**
     * @param what a feature's name or a parameter's ({@code ar1}, {@code trend})
     * @param value what that feature or past value is now
     * @param effect what it adds to the forecast change
     */
    public record Part(String what, double value, double effect) {}

    public Explanation {
        parts = List.copyOf(parts);
    }
}
