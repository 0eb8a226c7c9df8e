package io.sextant.ui.chart;

/** Round prices between two bounds, some 50 pixels apart, and none between two ticks of the instrument. */
final class PriceTicks {

    private static final double SPACING_PIXELS = 52;
    private static final int COUNT_MAX = 64;

    final double[] value = new double[COUNT_MAX];
    int count;

    void compute(double min, double max, double heightPixels, int decimals) {
        count = 0;
        double range = max - min;
        if (!(range > 0) || heightPixels < SPACING_PIXELS / 2) {
            return;
        }
        double step = Math.max(roundStep(range * SPACING_PIXELS / heightPixels), Math.pow(10, -decimals));
        long firstMultiple = (long) Math.ceil(min / step);
        for (long multiple = firstMultiple; multiple * step <= max && count < COUNT_MAX; multiple++) {
            value[count++] = multiple * step;
        }
    }

    /** The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below {@code atLeast}. */
    static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double mantissa = atLeast / power;
        if (mantissa <= 1) {
            return power;
        }
        if (mantissa <= 2) {
            return 2 * power;
        }
        if (mantissa <= 2.5) {
            return 2.5 * power;
        }
        return mantissa <= 5 ? 5 * power : 10 * power;
    }
}
