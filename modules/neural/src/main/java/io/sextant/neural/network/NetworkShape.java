package io.sextant.neural.network;

/**
 * What a network is built of.
 *
 * @param hidden units of each layer; a Transformer's is a multiple of 16
 * @param dropout the share that is silenced between layers while training
 */
public record NetworkShape(Kind kind, int inputs, int hidden, int layers, int outputs, double dropout) {

    /** Which network. */
    public enum Kind {
        LSTM,
        GRU,
        CONVOLUTION,
        ATTENTION,
        TRANSFORMER
    }

    private static final int LAYERS_MAX = 16;

    public NetworkShape {
        if (inputs < 1 || hidden < 1 || outputs < 1) {
            throw new IllegalArgumentException("a network has at least one input, one unit and one output");
        }
        if (layers < 1 || layers > LAYERS_MAX) {
            throw new IllegalArgumentException("a network has 1 to " + LAYERS_MAX + " layers, not " + layers);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout is at least 0 and below 1, not " + dropout);
        }
        if (kind == Kind.TRANSFORMER && hidden % SelfAttention.HEAD != 0) {
            throw new IllegalArgumentException("a Transformer is a multiple of 16 wide, not " + hidden);
        }
    }
}
