package io.sextant.neural.network;

import java.util.List;

/** Groups of layers that add to what they are fed. */
final class ResidualBlocks {

    private ResidualBlocks() {}

    /** Two convolutions over time (Bai, Kolter and Koltun 2018). */
    static Layer convolution(
            Kernels kernels, Parameters parameters, String name, int columns, int distance, float dropout) {
        return new Chain(
                List.of(
                        new ConvolutionLayer(
                                kernels, parameters, name + ".conv0", columns, columns, Network.TAPS, distance),
                        new Rectifier(columns),
                        new Dropout(columns, dropout),
                        new ConvolutionLayer(
                                kernels, parameters, name + ".conv1", columns, columns, Network.TAPS, distance),
                        new Rectifier(columns),
                        new Dropout(columns, dropout)),
                true);
    }

    /** Normalised first, which trains without a warm-up (Xiong et al. 2020). */
    static Layer attention(Kernels kernels, Parameters parameters, String name, int columns, float dropout) {
        return new Chain(
                List.of(
                        new LayerNorm(parameters, name + ".norm0", columns),
                        new SelfAttention(kernels, parameters, name + ".attention", columns),
                        new Dropout(columns, dropout)),
                true);
    }

    static Layer feedForward(Kernels kernels, Parameters parameters, String name, int columns, float dropout) {
        return new Chain(
                List.of(
                        new LayerNorm(parameters, name + ".norm1", columns),
                        new DenseLayer(kernels, parameters, name + ".up", columns, 2 * columns),
                        new Rectifier(2 * columns),
                        new DenseLayer(kernels, parameters, name + ".down", 2 * columns, columns),
                        new Dropout(columns, dropout)),
                true);
    }
}
