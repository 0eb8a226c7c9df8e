package io.sextant.neural.forecast;

import io.sextant.neural.network.NetworkShape;

/**
 * A network of forecasts and how it is trained.
 *
 * @param window changes that it looks at
 * @param featuresMost features beside them
 */
public record NetworkSettings(
        NetworkShape.Kind kind,
        int window,
        int hidden,
        int layers,
        double dropout,
        int batch,
        int epochs,
        double learningRate,
        double weightDecay,
        int patience,
        int featuresMost,
        int threads) {

    private static final int WINDOW_MAX = 2_000;

    public NetworkSettings {
        if (window < 2 || window > WINDOW_MAX) {
            throw new IllegalArgumentException("a window holds 2 to " + WINDOW_MAX + " changes, not " + window);
        }
        if (featuresMost < 0) {
            throw new IllegalArgumentException("the number of features is not below 0");
        }
    }

    /** Small enough that a fit on 1,500 values takes a few seconds on one core. */
    public static NetworkSettings usual(NetworkShape.Kind kind) {
        return new NetworkSettings(
                kind, 16, 16, kind == NetworkShape.Kind.CONVOLUTION ? 2 : 1, 0.1, 32, 24, 0.004, 0.02, 5, 12, 1);
    }

    public NetworkSettings withThreads(int number) {
        return new NetworkSettings(
                kind,
                window,
                hidden,
                layers,
                dropout,
                batch,
                epochs,
                learningRate,
                weightDecay,
                patience,
                featuresMost,
                number);
    }
}
