package io.sextant.neural.network;

/** Adam (Kingma and Ba 2015) with decay of the weights beside the gradient (Loshchilov and Hutter 2019), in PyTorch's order. */
final class Adam {

    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;

    private final float[] mean;
    private final float[] square;
    private int steps;

    Adam(int parameters) {
        mean = new float[parameters];
        square = new float[parameters];
    }

    void step(float[] parameters, float[] gradient, double learningRate, double weightDecay) {
        steps++;
        float rate = (float) (learningRate / (1 - Math.pow(FIRST, steps)));
        float root = (float) Math.sqrt(1 - Math.pow(SECOND, steps));
        float shrink = (float) (1 - learningRate * weightDecay);
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
            square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
            float deviation = (float) Math.sqrt(square[i]) / root + TINY;
            parameters[i] = shrink * parameters[i] - rate * mean[i] / deviation;
        }
    }

    /** Shortens a gradient that is longer than {@code longest} (Pascanu et al. 2013). */
    static void clip(float[] gradient, double longest) {
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        double length = Math.sqrt(squares);
        if (length > longest) {
            float factor = (float) (longest / length);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }
}
