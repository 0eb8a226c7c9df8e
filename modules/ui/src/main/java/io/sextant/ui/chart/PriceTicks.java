package io.sextant.ui.chart;

/** Round prices between two bounds, some 50 pixels apart, and none between two ticks of the instrument. */
final class PriceTicks {

    private static final double SPACING_PIXELS = 52;
    /** For values that no tick of an instrument limits. */
    static final int ANY_DECIMALS = 12;

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

    /** The same where pixels stand for ratios: every label is round for where it stands. */
    void compute(ValueScale scale, double heightPixels, int decimals) {
        count = 0;
        double tick = Math.pow(10, -decimals);
        for (double y = heightPixels; y > 0 && count < COUNT_MAX; y -= SPACING_PIXELS) {
            double span = scale.value(y - SPACING_PIXELS) - scale.value(y);
            if (!(span > 0)) {
                return;
            }
            double step = Math.max(roundStep(span / 2), tick);
            double round = Math.ceil(scale.value(y) / step) * step;
            if (round <= scale.value(0) && (count == 0 || round > value[count - 1])) {
                value[count++] = round;
            }
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
