package io.sextant.forecasting.evaluation;

/** How the numbers of a column become the values that models work on, and back. It only bends, so quantiles stay quantiles. */
public enum Scale {
    AS_GIVEN,
    /** Of numbers above zero. */
    LOGARITHM;

    public double toModel(double number) {
        return switch (this) {
            case AS_GIVEN -> number;
            case LOGARITHM -> Math.log(number);
        };
    }

    public double toColumn(double value) {
        return switch (this) {
            case AS_GIVEN -> value;
            case LOGARITHM -> Math.exp(value);
        };
    }

    /** The logarithm of how much wider the column's unit is than the model's at this value. */
    double logStretch(double value) {
        return switch (this) {
            case AS_GIVEN -> 0;
            case LOGARITHM -> value;
        };
    }
}
