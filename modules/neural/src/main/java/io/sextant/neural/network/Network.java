package io.sextant.neural.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Layers and their parameters: from the windows of a series to what is said of each. Not for several threads at once. */
public final class Network {

    /** How far back a convolution looks in each layer, times the distance of its taps. */
    static final int TAPS = 3;

    private final NetworkShape shape;
    private final Parameters parameters = new Parameters();
    private final float[] values;
    private final Layer body;

    private Network(NetworkShape shape, Kernels kernels) {
        this.shape = shape;
        body = new Chain(layers(shape, kernels, parameters), false);
        values = new float[parameters.size()];
    }

    /** One that knows nothing yet. */
    public static Network drawn(NetworkShape shape, RandomGenerator random) {
        Network network = new Network(shape, Kernels.best());
        network.set(network.parameters.start(random));
        return network;
    }

    /** One with these parameters, in the order of {@link #parameters}. */
    public static Network of(NetworkShape shape, float[] values) {
        return of(shape, Kernels.best(), values);
    }

    static Network of(NetworkShape shape, Kernels kernels, float[] values) {
        Network network = new Network(shape, kernels);
        network.set(values);
        return network;
    }

    /** How many parameters such a network has. */
    public static int size(NetworkShape shape) {
        Parameters counted = new Parameters();
        layers(shape, Kernels.best(), counted);
        return counted.size();
    }

    private static List<Layer> layers(NetworkShape shape, Kernels kernels, Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        int hidden = shape.hidden();
        float dropout = (float) shape.dropout();
        switch (shape.kind()) {
            case LSTM, GRU, ATTENTION -> {
                RecurrentLayer.Cell cell =
                        shape.kind() == NetworkShape.Kind.GRU ? RecurrentLayer.Cell.GRU : RecurrentLayer.Cell.LSTM;
                for (int i = 0; i < shape.layers(); i++) {
                    int inputs = i == 0 ? shape.inputs() : hidden;
                    layers.add(new RecurrentLayer(kernels, parameters, cell, i, inputs, hidden));
                    layers.add(new Dropout(hidden, dropout));
                }
                layers.add(
                        shape.kind() == NetworkShape.Kind.ATTENTION
                                ? new AttentionPooling(kernels, parameters, hidden)
                                : new LastStep(hidden));
            }
            case CONVOLUTION -> {
                layers.add(new DenseLayer(kernels, parameters, "in", shape.inputs(), hidden));
                for (int i = 0; i < shape.layers(); i++) {
                    layers.add(ResidualBlocks.convolution(kernels, parameters, "block" + i, hidden, 1 << i, dropout));
                }
                layers.add(new LastStep(hidden));
            }
            case TRANSFORMER -> {
                layers.add(new DenseLayer(kernels, parameters, "in", shape.inputs(), hidden));
                layers.add(new Places(hidden));
                for (int i = 0; i < shape.layers(); i++) {
                    layers.add(ResidualBlocks.attention(kernels, parameters, "block" + i, hidden, dropout));
                    layers.add(ResidualBlocks.feedForward(kernels, parameters, "block" + i, hidden, dropout));
                }
                layers.add(new LayerNorm(parameters, "norm", hidden));
                layers.add(new LastStep(hidden));
            }
        }
        layers.add(new DenseLayer(kernels, parameters, "fc", layers.getLast().outputs(), shape.outputs()));
        return layers;
    }

    public NetworkShape shape() {
        return shape;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** A copy of all parameters. */
    public float[] values() {
        return values.clone();
    }

    void set(float[] next) {
        if (next.length != values.length) {
            throw new IllegalArgumentException("the network has " + values.length + " parameters, not " + next.length);
        }
        System.arraycopy(next, 0, values, 0, values.length);
        body.prepare(values);
    }

    Layer.Pass pass(int steps, int windows, boolean inputGradient) {
        return body.pass(steps, windows, inputGradient);
    }
}
