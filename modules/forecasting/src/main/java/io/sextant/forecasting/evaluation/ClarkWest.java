package io.sextant.forecasting.evaluation;

/**
 * Whether what a model tells moves with what comes, for a model that holds the naive forecast as a special case (Clark and West 2007): the
 * squared difference of both forecasts, which is what estimating costs, is given back to the model before the losses are compared. Against a
 * random walk this is the mean of move told times move come, which no estimate of any number of parameters can bend away from zero; the plain
 * comparison of Diebold and Mariano is then far too shy. Forecasts of several steps overlap, and are judged by {@link EqualCosines}.
 *
 * @param statistic positive where the model would be nearer if estimating cost nothing
 * @param degrees of freedom of Student's t
 */
public record ClarkWest(double statistic, int degrees) {

    /** From the errors of the naive forecast and of the model, in time order. */
    public static ClarkWest of(double[] naive, double[] model, int horizon) {
        int n = naive.length;
        if (n != model.length) {
            throw new IllegalArgumentException(n + " errors and " + model.length);
        }
        double[] adjusted = new double[n];
        for (int i = 0; i < n; i++) {
            double apart = naive[i] - model[i];
            adjusted[i] = naive[i] * naive[i] - model[i] * model[i] + apart * apart;
        }
        if (horizon == 1 || n < DieboldMariano.LOSSES_MIN || n <= 2 * horizon) {
            return new ClarkWest(DieboldMariano.statistic(adjusted, horizon), Math.max(1, n - 1));
        }
        EqualCosines test = EqualCosines.of(adjusted, horizon);
        return new ClarkWest(test.statistic(), test.cosines());
    }

    /** That what is told has nothing to do with what comes. */
    public double pNothing() {
        return Student.above(statistic, degrees);
    }
}
