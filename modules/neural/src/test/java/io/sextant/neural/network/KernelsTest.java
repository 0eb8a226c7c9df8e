package io.sextant.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelsTest {

    private static Matrix drawn(RandomGenerator random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                matrix.set(r, c, (float) random.nextGaussian());
            }
        }
        return matrix;
    }

    @Test
    void productsOfAllSizesAreTheSameToTheLastBit() {
        assumeTrue(Kernels.vectorsPresent(), "this JVM was started without jdk.incubator.vector");
        RandomGenerator random = new SeededRandom(3);
        Kernels plain = new PlainKernels();
        Kernels vectors = new VectorKernels();
        for (int round = 0; round < 60; round++) {
            int m = 1 + random.nextInt(11);
            int n = 1 + random.nextInt(140);
            int k = 1 + random.nextInt(150);
            Matrix a = random.nextBoolean()
                    ? drawn(random, m, k)
                    : drawn(random, k, m).transposed();
            Matrix b = drawn(random, k, n);
            Matrix one = drawn(random, m, n);
            Matrix other = Matrix.zeros(m, n);
            other.copy(one);
            Matrix before = Matrix.zeros(m, n);
            before.copy(one);
            plain.multiplyAdd(a, b, one);
            vectors.multiplyAdd(a, b, other);
            assertThat(other.data()).containsExactly(one.data());
            int r = random.nextInt(m);
            int c = random.nextInt(n);
            double expected = before.get(r, c);
            double size = Math.abs(expected);
            for (int p = 0; p < k; p++) {
                expected += (double) a.get(r, p) * b.get(p, c);
                size += Math.abs((double) a.get(r, p) * b.get(p, c));
            }
            // Each of k roundings is at most half of 1.2e-7 of what has been added up.
            assertThat(Math.abs(one.get(r, c) - expected)).isLessThan(1e-7 * size * k);
        }
    }

    @ParameterizedTest
    @EnumSource
    void networksAreTheSameWithAndWithoutVectors(NetworkShape.Kind kind) {
        assumeTrue(Kernels.vectorsPresent(), "this JVM was started without jdk.incubator.vector");
        for (int hidden : new int[] {16, 32}) {
            NetworkShape shape = new NetworkShape(kind, 3, hidden, 2, 2, 0);
            float[] start = Network.drawn(shape, new SeededRandom(hidden)).values();
            float[][] felt = new float[2][start.length];
            float[][][] said = new float[2][][];
            for (int i = 0; i < 2; i++) {
                Network network = Network.of(shape, i == 0 ? new PlainKernels() : new VectorKernels(), start);
                RandomGenerator random = new SeededRandom(7);
                Batch batch = new Batch(network, 9, 5, 2, false);
                for (int at = 0; at < 9 * 5 * 3; at++) {
                    batch.put(at % 5, at / 5 % 9, at / 45, (float) random.nextGaussian());
                }
                batch.forward(null);
                said[i] = batch.outputs();
                batch.measure(Loss.squaredError(), 5);
                batch.backward();
                batch.yieldGradient(felt[i]);
            }
            assertThat(said[1]).isDeepEqualTo(said[0]);
            assertThat(felt[1]).containsExactly(felt[0]);
        }
    }

    @Test
    void theRationalTangentIsOffByFourUnitsAtMost() {
        for (double x = -12; x < 12; x += 0.003) {
            double error = Rational.tanh((float) x) - Math.tanh((float) x);
            assertThat(Math.abs(error)).isLessThan(4 * 6e-8);
            assertThat(Math.abs(Rational.sigmoid((float) x) - 1 / (1 + Math.exp(-(float) x))))
                    .isLessThan(4 * 6e-8);
        }
    }
}
