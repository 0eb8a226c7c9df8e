package io.sextant.forecasting.evaluation;

/**
 * Whether the mean of a series that remembers is zero. Its long-run variance is the mean square of its first cosine sums, and Student's t
 * has as many degrees of freedom as there are of them (Lazarus, Lewis, Stock and Watson 2018), which holds its promise in short samples
 * where weighted autocovariances find too much.
 *
 * @param statistic of Student's t
 * @param cosines its degrees of freedom
 */
record EqualCosines(double statistic, int cosines) {

    private static final double OF_TWO_THIRDS = 0.41;

    /** @param memory over how many steps values overlap: no cosine may swing faster than twice that */
    static EqualCosines of(double[] values, int memory) {
        int n = values.length;
        int cosines = (int) Math.max(1, Math.min(OF_TWO_THIRDS * Math.pow(n, 2.0 / 3), n / (2.0 * memory)));
        double mean = 0;
        for (double each : values) {
            mean += each;
        }
        mean /= n;
        double power = 0;
        for (int j = 1; j <= cosines; j++) {
            double sum = cosineSum(values, mean, Math.PI * j / n);
            power += sum * sum * 2 / n;
        }
        double longRun = power / cosines;
        return new EqualCosines(mean == 0 ? 0 : mean / Math.sqrt(longRun / n), cosines);
    }

    /** Of values less their mean times cos(angle (i + 1/2)); the angle is turned step by step, which loses a digit where cosines would cost. */
    private static double cosineSum(double[] values, double mean, double angle) {
        double turnCos = Math.cos(angle);
        double turnSin = Math.sin(angle);
        double cos = Math.cos(angle / 2);
        double sin = Math.sin(angle / 2);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * cos;
            double next = cos * turnCos - sin * turnSin;
            sin = sin * turnCos + cos * turnSin;
            cos = next;
        }
        return sum;
    }
}
