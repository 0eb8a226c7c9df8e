package io.sextant.analytics.preparation;

/** Moves and stretches a column so that models can compare it with others, by what its training part was like. */
public record Scaler(double centre, double spread) {

    /** How a scale is taken of the training part. */
    public enum Kind {
        /** Mean to 0, deviation to 1. */
        STANDARD,
        /** Median to 0, distance of the quartiles to 1: outliers do not set the scale. */
        ROBUST,
        /** Lowest to 0, highest to 1; later values may lie outside. */
        MIN_MAX
    }

    /**
     * Of the values in {@code [from, to)} that are there. A column that does not vary there is only moved.
     *
     * @throws IllegalArgumentException when none is there
     */
    public static Scaler fit(Kind kind, double[] column, int from, int to) {
        double[] known = Quantiles.sorted(column, from, to);
        return switch (kind) {
            case STANDARD -> standard(known);
            case ROBUST -> of(Quantiles.at(known, 0.5), Quantiles.at(known, 0.75) - Quantiles.at(known, 0.25));
            case MIN_MAX -> of(known[0], known[known.length - 1] - known[0]);
        };
    }

    private static Scaler standard(double[] known) {
        double sum = 0;
        for (double each : known) {
            sum += each;
        }
        double mean = sum / known.length;
        double squares = 0;
        for (double each : known) {
            squares += (each - mean) * (each - mean);
        }
        return of(mean, known.length < 2 ? 0 : Math.sqrt(squares / (known.length - 1)));
    }

    private static Scaler of(double centre, double spread) {
        return new Scaler(centre, spread > 0 ? spread : 1);
    }

    public double scale(double value) {
        return (value - centre) / spread;
    }

    /** The way back. */
    public double restore(double scaled) {
        return scaled * spread + centre;
    }

    /** A new column; what is missing stays missing. */
    public double[] scale(double[] column) {
        double[] scaled = new double[column.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scale(column[i]);
        }
        return scaled;
    }
}
