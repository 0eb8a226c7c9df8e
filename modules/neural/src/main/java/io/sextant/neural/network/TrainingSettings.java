package io.sextant.neural.network;

/**
 * How a network is trained.
 *
 * @param longestGradient longer ones are shortened to it
 * @param patience epochs without a better validation part until it ends; then the best is kept
 * @param threads changes the time, never the result
 */
public record TrainingSettings(
        int batch,
        int epochs,
        double learningRate,
        double weightDecay,
        double longestGradient,
        int patience,
        int threads,
        long seed) {

    public TrainingSettings {
        if (batch < 1 || epochs < 1 || patience < 1 || threads < 1) {
            throw new IllegalArgumentException("batch, epochs, patience and threads are at least 1");
        }
        if (!(learningRate > 0) || !(weightDecay >= 0) || !(longestGradient > 0)) {
            throw new IllegalArgumentException(
                    "learning rate and longest gradient are above 0, the decay is not below");
        }
    }
}
