package io.sextant.portfolio.program;

/**
 * lower <= a'x <= upper; an equation where both are one number. Either may be infinite.
 *
 * @param name what a person calls it, for a sentence like "the turnover of at most 20%"
 */
public record LinearRow(String name, double[] coefficients, double lower, double upper) {

    public LinearRow {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    name + " lies between " + lower + " and " + upper + ", which nothing does");
        }
    }

    public static LinearRow equal(String name, double[] coefficients, double value) {
        return new LinearRow(name, coefficients, value, value);
    }

    public boolean isEquation() {
        return lower == upper;
    }

    public double of(double[] x) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * x[i];
        }
        return sum;
    }
}
