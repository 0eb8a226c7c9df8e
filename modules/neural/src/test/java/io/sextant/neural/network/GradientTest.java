package io.sextant.neural.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient of each network beside differences of a twin in double that shares no line with it. */
class GradientTest {

    private static final int STEPS = 7;
    private static final int WINDOWS = 3;
    private static final double H = 1e-6;

    private final double[][][] windows = new double[WINDOWS][STEPS][3];
    private final float[][] targets = new float[WINDOWS][2];

    GradientTest() {
        RandomGenerator random = new SeededRandom(11);
        for (int w = 0; w < WINDOWS; w++) {
            for (double[] step : windows[w]) {
                for (int c = 0; c < 3; c++) {
                    step[c] = (float) random.nextGaussian();
                }
            }
            targets[w][0] = (float) random.nextGaussian();
            targets[w][1] = (float) random.nextGaussian();
        }
    }

    private double loss(NetworkTwin twin) {
        double sum = 0;
        for (int w = 0; w < WINDOWS; w++) {
            double[] said = twin.forward(windows[w]);
            sum += Math.pow(said[0] - targets[w][0], 2) + Math.pow(said[1] - targets[w][1], 2);
        }
        return sum / (2 * WINDOWS);
    }

    /** A Transformer has thousands of parameters; eight of each block find a wrong sign or factor as well. */
    private static int[] someOfEachBlock(Parameters parameters) {
        return parameters.blocks().stream()
                .flatMapToInt(block -> IntStream.range(0, Math.min(8, block.size()))
                        .map(i -> block.from() + (int) ((i + 0.5) * block.size() / Math.min(8, block.size()))))
                .toArray();
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopesOfTheTwin(NetworkShape.Kind kind) {
        NetworkShape shape = new NetworkShape(kind, 3, kind == NetworkShape.Kind.TRANSFORMER ? 32 : 5, 2, 2, 0);
        Network network = Network.drawn(shape, new SeededRandom(23));
        Batch batch = new Batch(network, STEPS, WINDOWS, 2, true);
        for (int w = 0; w < WINDOWS; w++) {
            for (int t = 0; t < STEPS; t++) {
                for (int c = 0; c < 3; c++) {
                    batch.put(w, t, c, (float) windows[w][t][c]);
                }
            }
        }
        batch.forward(null);
        float[][] outputGradient = new float[WINDOWS][2];
        double[] p = doubles(network.values());
        NetworkTwin twin = new NetworkTwin(network, p);
        for (int w = 0; w < WINDOWS; w++) {
            double[] said = twin.forward(windows[w]);
            for (int c = 0; c < 2; c++) {
                // Some hundred roundings of 6e-8 to numbers of about one.
                assertThat(Math.abs(batch.outputs()[w][c] - said[c])).isLessThan(3e-6);
                outputGradient[w][c] = (float) ((said[c] - targets[w][c]) / WINDOWS);
            }
        }
        Matrix fed = batch.backward(outputGradient);
        float[] felt = new float[p.length];
        batch.yieldGradient(felt);

        for (int i : someOfEachBlock(network.parameters())) {
            double kept = p[i];
            p[i] = kept + H;
            double above = loss(twin);
            p[i] = kept - H;
            double below = loss(twin);
            p[i] = kept;
            // Differences in double with steps of 1e-6 are off by some 1e-10; the rest is what floats lose.
            assertThat(Math.abs(felt[i] - (above - below) / (2 * H)))
                    .as("parameter %d", i)
                    .isLessThan(1e-5);
        }
        for (int i = 0; i < WINDOWS * STEPS * 3; i++) {
            double[] step = windows[i % WINDOWS][i / WINDOWS % STEPS];
            int c = i / (WINDOWS * STEPS);
            double kept = step[c];
            step[c] = kept + H;
            double above = loss(twin);
            step[c] = kept - H;
            double below = loss(twin);
            step[c] = kept;
            assertThat(Math.abs(fed.get(i % (WINDOWS * STEPS), c) - (above - below) / (2 * H)))
                    .as("input %d", i)
                    .isLessThan(1e-5);
        }
    }
}
