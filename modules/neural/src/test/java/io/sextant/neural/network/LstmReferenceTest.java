package io.sextant.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.neural.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Beside PyTorch's forward values, gradients and losses in double ({@code computed/lstm_forward_*.json}). */
class LstmReferenceTest {

    private static final List<String> BLOCKS = List.of("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0");

    /** Own sums in another order and an own exponential; PyTorch printed 17 digits. */
    private static final double DOUBLE = 1e-10;

    private final List<Double> flat = new ArrayList<>();
    private double[][][] windows = {};
    private double[] targets = {};
    private double[] parameters = {};
    private double[] gradient = {};
    private int inputs;
    private int hidden;

    private JsonNode read(String name) throws IOException {
        JsonNode reference = SharedData.json("computed/lstm_forward_" + name + ".json");
        inputs = reference.get("input_size").asInt();
        hidden = reference.get("hidden_size").asInt();
        parameters = joined(reference.get("weights"), BLOCKS, reference.get("fc_weight"), reference.get("fc_bias"));
        JsonNode grad = reference.get("grad");
        gradient = joined(grad, BLOCKS, grad.get("fc.weight"), grad.get("fc.bias"));
        int batch = reference.get("batch").asInt();
        windows = new double[batch][reference.get("seq_len").asInt()][];
        targets = new double[batch];
        for (int w = 0; w < batch; w++) {
            for (int t = 0; t < windows[w].length; t++) {
                windows[w][t] = numbers(reference.get("x").get(w).get(t));
            }
            targets[w] = reference.get("y").get(w).get(0).asDouble();
        }
        return reference;
    }

    private double[] joined(JsonNode named, List<String> names, JsonNode... more) {
        flat.clear();
        names.forEach(name -> collect(named.get(name)));
        Arrays.stream(more).forEach(this::collect);
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void collect(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::collect);
        } else {
            flat.add(node.asDouble());
        }
    }

    private double[] numbers(JsonNode node) {
        flat.clear();
        collect(node);
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private Samples samples() {
        return new Samples() {
            @Override
            public int count() {
                return windows.length;
            }

            @Override
            public int steps() {
                return windows[0].length;
            }

            @Override
            public int inputs() {
                return inputs;
            }

            @Override
            public int targets() {
                return 1;
            }

            @Override
            public float input(int sample, int step, int column) {
                return (float) windows[sample][step][column];
            }

            @Override
            public float target(int sample, int column) {
                return (float) targets[sample];
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium"})
    void theTwinInDoubleEqualsPyTorch(String name) throws IOException {
        JsonNode reference = read(name);
        LstmTwin twin = new LstmTwin(parameters, inputs, hidden, windows, targets);

        for (int w = 0; w < windows.length; w++) {
            assertThat(twin.predictions[w])
                    .isCloseTo(reference.get("prediction").get(w).get(0).asDouble(), within(DOUBLE));
            for (int t = 0; t < windows[w].length; t++) {
                double[] expected = numbers(
                        reference.get("hidden_outputs_last_layer").get(w).get(t));
                assertThat(twin.outputs[w][t]).containsExactly(expected, within(DOUBLE));
            }
        }
        assertThat(twin.loss).isCloseTo(reference.get("mse").asDouble(), within(DOUBLE));
        assertThat(twin.gradient).containsExactly(gradient, within(DOUBLE));
        double[] path = numbers(reference.get("loss_path_20_full_batch_steps_sgd_lr0.1"));
        double[] moved = parameters.clone();
        for (double expected : path) {
            LstmTwin step = new LstmTwin(moved, inputs, hidden, windows, targets);
            assertThat(step.loss).isCloseTo(expected, within(DOUBLE));
            for (int i = 0; i < moved.length; i++) {
                moved[i] -= 0.1 * step.gradient[i];
            }
        }
    }

    /** A float holds 6e-8 of one; some hundred steps of rounding and a tangent of 3e-7 lie between. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "medium"})
    void theKernelsEqualPyTorchAsFarAsAFloatGoes(String name) throws IOException {
        JsonNode reference = read(name);
        for (Kernels kernels : List.of(new PlainKernels(), Kernels.best())) {
            Network network = Network.of(
                    new NetworkShape(NetworkShape.Kind.LSTM, inputs, hidden, 1, 1, 0), kernels, floats(parameters));
            Batch batch = new Batch(network, windows[0].length, windows.length, 1, false);
            batch.take(samples(), new int[] {0, 1, 2, 3}, 0);
            batch.forward(null);
            double loss = batch.measure(Loss.squaredError(), windows.length);
            batch.backward();
            float[] felt = new float[parameters.length];
            batch.yieldGradient(felt);

            assertThat(loss).isCloseTo(reference.get("mse").asDouble(), within(3e-6));
            for (int w = 0; w < windows.length; w++) {
                assertThat((double) batch.outputs()[w][0])
                        .isCloseTo(reference.get("prediction").get(w).get(0).asDouble(), within(1e-6));
            }
            for (int i = 0; i < felt.length; i++) {
                assertThat((double) felt[i]).isCloseTo(gradient[i], within(2e-6));
            }
        }
    }

    /**
     * Adam divides each gradient by its own size, so a gradient near zero, of which a float knows only the sign, moves as much as others: the
     * path is kept to four digits, where one wrong step would show.
     */
    @ParameterizedTest
    @ValueSource(strings = {"small", "medium"})
    void trainingFollowsPyTorchsLosses(String name) throws IOException {
        double[] path = numbers(read(name).get("loss_path_20_full_batch_steps_adam_lr0.01"));
        Network network = Network.of(
                new NetworkShape(NetworkShape.Kind.LSTM, inputs, hidden, 1, 1, 0), Kernels.best(), floats(parameters));
        TrainingSettings settings = new TrainingSettings(windows.length, 20, 0.01, 0, 1e9, 20, 1, 1);
        try (Trainer trainer = new Trainer(network, samples(), Loss.squaredError(), settings)) {
            for (double expected : path) {
                double loss = trainer.step(new int[] {0, 1, 2, 3}, 0, windows.length);
                assertThat(loss).isCloseTo(expected, within(1e-4 * expected));
            }
        }
    }
}
