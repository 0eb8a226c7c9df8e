package io.sextant.neural.network;

/** Weights that add up to one, and the way back through them. */
final class Softmax {

    private Softmax() {}

    /** In place over {@code count} numbers, {@code step} apart. */
    static void forward(float[] values, int from, int count, int step) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, values[from + i * step]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double weight = Math.exp((double) values[from + i * step] - largest);
            values[from + i * step] = (float) weight;
            sum += weight;
        }
        float scale = (float) (1 / sum);
        for (int i = 0; i < count; i++) {
            values[from + i * step] *= scale;
        }
    }

    /** Turns the gradient of the weights, in place, into that of what they were made of. */
    static void backward(float[] weights, int from, float[] gradient, int gradientFrom, int count, int step) {
        double along = 0;
        for (int i = 0; i < count; i++) {
            along += (double) weights[from + i * step] * gradient[gradientFrom + i * step];
        }
        for (int i = 0; i < count; i++) {
            int at = gradientFrom + i * step;
            gradient[at] = (float) (weights[from + i * step] * (gradient[at] - along));
        }
    }
}
