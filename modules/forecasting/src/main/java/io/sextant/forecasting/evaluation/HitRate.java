package io.sextant.forecasting.evaluation;

/**
 * How often the side was told right. Only moves count, and only forecasts that told a side: a naive forecast never does.
 *
 * @param hits right ones
 * @param told sides that were told, of moves that came
 */
public record HitRate(int hits, int told) {

    private static final double NORMAL_95 = 1.959963984540054;
    private static final double SQUARE = NORMAL_95 * NORMAL_95;

    public HitRate {
        if (hits < 0 || told < hits) {
            throw new IllegalArgumentException(hits + " hits of " + told);
        }
    }

    /** 0 where no side was ever told. */
    public double rate() {
        return told == 0 ? 0 : (double) hits / told;
    }

    /** Lower end of the 95 % interval (Wilson 1927). */
    public double low() {
        return told == 0 ? 0 : wilson(-1);
    }

    public double high() {
        return told == 0 ? 1 : wilson(1);
    }

    private double wilson(int side) {
        double p = rate();
        double half = Math.sqrt(SQUARE * (p * (1 - p) / told + SQUARE / (4.0 * told * told)));
        return (p + SQUARE / (2.0 * told) + side * half) / (1 + SQUARE / told);
    }
}
