package io.sextant.neural.deeplearning4j;

import io.sextant.neural.network.Network;
import io.sextant.neural.network.NetworkShape;
import io.sextant.neural.network.Parameters;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * An LSTM in Deeplearning4j with the same equations as ours. Its matrices stand the other way round, its gates in the order g, f, o, i
 * (candidate, forget, output, input), and it has one bias where PyTorch's layout has two that are added.
 */
public final class Deeplearning4jLstm {

    /** By place of its gate, the place of ours. */
    private static final int[] OUR_GATE = {2, 1, 3, 0};

    private final NetworkShape shape;
    private final MultiLayerNetwork network;

    private Deeplearning4jLstm(NetworkShape shape, MultiLayerNetwork network) {
        this.shape = shape;
        this.network = network;
    }

    /**
     * The same network over there.
     *
     * @throws io.sextant.neural.LearnerUnavailable where Deeplearning4j cannot be loaded
     */
    public static Deeplearning4jLstm of(Network ours, double learningRate) {
        NetworkShape shape = ours.shape();
        if (shape.kind() != NetworkShape.Kind.LSTM) {
            throw new IllegalArgumentException("only an LSTM goes over to Deeplearning4j, not " + shape.kind());
        }
        return Deeplearning4j.with(() -> {
            MultiLayerNetwork network = new MultiLayerNetwork(configuration(shape, learningRate));
            network.init();
            Deeplearning4jLstm lstm = new Deeplearning4jLstm(shape, network);
            lstm.take(ours);
            return lstm;
        });
    }

    private static MultiLayerConfiguration configuration(NetworkShape shape, double learningRate) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(new Adam(learningRate))
                .list();
        for (int i = 0; i < shape.layers(); i++) {
            LSTM layer = new LSTM.Builder()
                    .nIn(i == 0 ? shape.inputs() : shape.hidden())
                    .nOut(shape.hidden())
                    .activation(Activation.TANH)
                    .gateActivationFunction(Activation.SIGMOID)
                    .build();
            list.layer(i == shape.layers() - 1 ? new LastTimeStep(layer) : layer);
        }
        return list.layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(shape.hidden())
                        .nOut(shape.outputs())
                        .build())
                .build();
    }

    private void take(Network ours) {
        float[] values = ours.values();
        Parameters layout = ours.parameters();
        int hidden = shape.hidden();
        for (int l = 0; l < shape.layers(); l++) {
            Parameters.Block fed = layout.get("weight_ih_l" + l);
            Parameters.Block recurrent = layout.get("weight_hh_l" + l);
            Parameters.Block biasFed = layout.get("bias_ih_l" + l);
            Parameters.Block biasRecurrent = layout.get("bias_hh_l" + l);
            for (int column = 0; column < 4 * hidden; column++) {
                int row = OUR_GATE[column / hidden] * hidden + column % hidden;
                for (int i = 0; i < fed.columns(); i++) {
                    network.getParam(l + "_W").putScalar(i, column, values[fed.from() + row * fed.columns() + i]);
                }
                for (int i = 0; i < hidden; i++) {
                    network.getParam(l + "_RW").putScalar(i, column, values[recurrent.from() + row * hidden + i]);
                }
                network.getParam(l + "_b")
                        .putScalar(column, values[biasFed.from() + row] + values[biasRecurrent.from() + row]);
            }
        }
        Parameters.Block out = layout.get("fc.weight");
        Parameters.Block outBias = layout.get("fc.bias");
        for (int j = 0; j < shape.outputs(); j++) {
            for (int i = 0; i < hidden; i++) {
                network.getParam(shape.layers() + "_W").putScalar(i, j, values[out.from() + j * hidden + i]);
            }
            network.getParam(shape.layers() + "_b").putScalar(j, values[outBias.from() + j]);
        }
    }

    /** The same network over here; all of a bias is in {@code bias_ih}. */
    public Network toOurs() {
        Network zero = Network.of(shape, new float[Network.size(shape)]);
        Parameters layout = zero.parameters();
        float[] values = zero.values();
        int hidden = shape.hidden();
        for (int l = 0; l < shape.layers(); l++) {
            Parameters.Block fed = layout.get("weight_ih_l" + l);
            Parameters.Block recurrent = layout.get("weight_hh_l" + l);
            Parameters.Block bias = layout.get("bias_ih_l" + l);
            for (int column = 0; column < 4 * hidden; column++) {
                int row = OUR_GATE[column / hidden] * hidden + column % hidden;
                for (int i = 0; i < fed.columns(); i++) {
                    values[fed.from() + row * fed.columns() + i] =
                            network.getParam(l + "_W").getFloat(i, column);
                }
                for (int i = 0; i < hidden; i++) {
                    values[recurrent.from() + row * hidden + i] =
                            network.getParam(l + "_RW").getFloat(i, column);
                }
                values[bias.from() + row] = network.getParam(l + "_b").getFloat(column);
            }
        }
        Parameters.Block out = layout.get("fc.weight");
        Parameters.Block outBias = layout.get("fc.bias");
        for (int j = 0; j < shape.outputs(); j++) {
            for (int i = 0; i < hidden; i++) {
                values[out.from() + j * hidden + i] =
                        network.getParam(shape.layers() + "_W").getFloat(i, j);
            }
            values[outBias.from() + j] = network.getParam(shape.layers() + "_b").getFloat(j);
        }
        return Network.of(shape, values);
    }

    /** @param windows by window, step and column */
    public float[][] predict(float[][][] windows) {
        return Deeplearning4j.with(() -> {
            try (INDArray in = turned(windows);
                    INDArray out = network.output(in)) {
                return out.toFloatMatrix();
            }
        });
    }

    /** One step of Adam on these windows, by squared error. */
    public void fit(float[][][] windows, float[][] targets) {
        Deeplearning4j.with(() -> {
            try (INDArray in = turned(windows);
                    INDArray out = Nd4j.create(targets)) {
                network.fit(in, out);
            }
            return true;
        });
    }

    /** It wants windows by column and step. */
    private static INDArray turned(float[][][] windows) {
        float[][][] turned = new float[windows.length][windows[0][0].length][windows[0].length];
        for (int w = 0; w < windows.length; w++) {
            for (int t = 0; t < windows[w].length; t++) {
                for (int c = 0; c < windows[w][t].length; c++) {
                    turned[w][c][t] = windows[w][t][c];
                }
            }
        }
        return Nd4j.create(turned);
    }
}
