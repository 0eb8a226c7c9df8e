package io.sextant.neural.network;

/** What training makes small: a mean over all windows of a batch. */
@FunctionalInterface
public interface Loss {

    /**
     * The share of these windows in the mean over {@code batch}; writes its gradient.
     *
     * @param outputs a row for each window
     * @param targets as many rows
     */
    double measure(float[][] outputs, float[][] targets, float[][] gradient, int batch);

    /** Squared error over all outputs, as PyTorch's MSELoss. */
    static Loss squaredError() {
        return (outputs, targets, gradient, batch) -> {
            double sum = 0;
            for (int r = 0; r < outputs.length; r++) {
                double weight = 1.0 / ((double) batch * outputs[r].length);
                for (int c = 0; c < outputs[r].length; c++) {
                    double error = outputs[r][c] - targets[r][c];
                    sum += error * error * weight;
                    gradient[r][c] = (float) (2 * error * weight);
                }
            }
            return sum;
        };
    }

    /**
     * For each target a mean and quantiles at {@code levels}, side by side: the squared error of the first plus the mean pinball loss of the
     * others (Koenker and Bassett 1978), twice as heavy, so that both are about one where nothing is known of standardised targets.
     */
    static Loss meanAndQuantiles(double[] levels) {
        double[] kept = levels.clone();
        return (outputs, targets, gradient, batch) -> {
            double sum = 0;
            int width = kept.length + 1;
            for (int r = 0; r < outputs.length; r++) {
                double weight = 1.0 / ((double) batch * targets[r].length);
                for (int h = 0; h < targets[r].length; h++) {
                    double target = targets[r][h];
                    double error = outputs[r][h * width] - target;
                    sum += error * error * weight;
                    gradient[r][h * width] = (float) (2 * error * weight);
                    double each = 2 * weight / kept.length;
                    for (int q = 0; q < kept.length; q++) {
                        int at = h * width + 1 + q;
                        double miss = target - outputs[r][at];
                        sum += each * (miss >= 0 ? kept[q] * miss : (kept[q] - 1) * miss);
                        gradient[r][at] = (float) (each * (miss >= 0 ? -kept[q] : 1 - kept[q]));
                    }
                }
            }
            return sum;
        };
    }
}
