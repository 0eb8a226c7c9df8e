package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Some windows side by side on their way through a network and back; what one thread works on. */
final class Batch {

    private final Layer.Pass pass;
    private final Matrix fed;
    private final Matrix back;
    private final float[][] outputs;
    private final float[][] targets;
    private final float[][] gradients;

    Batch(Network network, int steps, int windows, int targetColumns, boolean inputGradient) {
        NetworkShape shape = network.shape();
        pass = network.pass(steps, windows, inputGradient);
        fed = Matrix.zeros(steps * windows, shape.inputs());
        back = Matrix.zeros(windows, shape.outputs());
        outputs = new float[windows][shape.outputs()];
        gradients = new float[windows][shape.outputs()];
        targets = new float[windows][targetColumns];
    }

    int windows() {
        return outputs.length;
    }

    float[][] outputs() {
        return outputs;
    }

    /** Takes up the samples {@code order[from]}, {@code order[from + 1]}, ... */
    void take(Samples samples, int[] order, int from) {
        for (int w = 0; w < windows(); w++) {
            int sample = order[from + w];
            for (int t = 0; t < samples.steps(); t++) {
                for (int c = 0; c < samples.inputs(); c++) {
                    fed.set(t * windows() + w, c, samples.input(sample, t, c));
                }
            }
            for (int c = 0; c < targets[w].length; c++) {
                targets[w][c] = samples.target(sample, c);
            }
        }
    }

    void put(int window, int step, int column, float value) {
        fed.set(step * windows() + window, column, value);
    }

    void forward(@Nullable RandomGenerator chance) {
        Matrix out = pass.forward(fed, chance);
        for (int w = 0; w < windows(); w++) {
            for (int c = 0; c < outputs[w].length; c++) {
                outputs[w][c] = out.get(w, c);
            }
        }
    }

    double measure(Loss loss, int batch) {
        return loss.measure(outputs, targets, gradients, batch);
    }

    void backward() {
        backward(gradients);
    }

    Matrix backward(float[][] outputGradient) {
        for (int w = 0; w < windows(); w++) {
            for (int c = 0; c < outputGradient[w].length; c++) {
                back.set(w, c, outputGradient[w][c]);
            }
        }
        return pass.backward(back);
    }

    void yieldGradient(float[] total) {
        pass.yieldGradient(total);
    }
}
