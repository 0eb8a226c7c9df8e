package io.sextant.neural.network;

/** A trained network read one window at a time. Not for several threads at once. */
public final class Reading {

    private final Network network;
    private final int steps;
    private final Batch single;

    public Reading(Network network, int steps) {
        this.network = network;
        this.steps = steps;
        single = new Batch(network, steps, 1, 1, false);
    }

    /** @param window by step */
    public float[] of(float[][] window) {
        put(single, 0, window, window, 1);
        single.forward(null);
        return single.outputs()[0].clone();
    }

    /**
     * What each cell of a window adds to an output, against a window that serves as nothing: the mean gradient on the straight way between
     * the two, times how far the cell moved on it (Sundararajan, Taly and Yan 2017). The effects add up to the difference of the outputs, as
     * closely as {@code points} points tell the mean.
     */
    public double[][] integratedGradients(float[][] nothing, float[][] window, int output, int points) {
        Batch way = new Batch(network, steps, points, 1, true);
        float[][] asked = new float[points][network.shape().outputs()];
        for (int i = 0; i < points; i++) {
            put(way, i, nothing, window, (i + 0.5f) / points);
            asked[i][output] = 1f / points;
        }
        way.forward(null);
        Matrix felt = way.backward(asked);
        double[][] effects = new double[steps][network.shape().inputs()];
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < effects[t].length; c++) {
                double slope = 0;
                for (int i = 0; i < points; i++) {
                    slope += felt.get(t * points + i, c);
                }
                effects[t][c] = slope * (window[t][c] - nothing[t][c]);
            }
        }
        return effects;
    }

    private void put(Batch batch, int place, float[][] from, float[][] to, float share) {
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < to[t].length; c++) {
                batch.put(place, t, c, from[t][c] + share * (to[t][c] - from[t][c]));
            }
        }
    }
}
