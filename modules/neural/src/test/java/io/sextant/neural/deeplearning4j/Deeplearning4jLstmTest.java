package io.sextant.neural.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import io.sextant.neural.network.Network;
import io.sextant.neural.network.NetworkShape;
import io.sextant.neural.network.Reading;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library unpacks 397 MB below target, once. */
class Deeplearning4jLstmTest {

    private static final int STEPS = 12;

    private final RandomGenerator random = new SeededRandom(3);
    private final float[][][] windows = new float[6][STEPS][3];
    private final float[][] targets = new float[6][2];

    @BeforeAll
    static void unpackHere() {
        Deeplearning4j.unpackInto(Path.of("target", "deeplearning4j"));
    }

    Deeplearning4jLstmTest() {
        for (int w = 0; w < windows.length; w++) {
            for (float[] step : windows[w]) {
                for (int c = 0; c < step.length; c++) {
                    step[c] = (float) random.nextGaussian();
                }
            }
            targets[w][0] = (float) random.nextGaussian();
            targets[w][1] = (float) random.nextGaussian();
        }
    }

    /** Floats on both sides, another order of sums, and an own tangent: 1e-6 of numbers of about one. */
    private void assertSameWords(Network ours, Deeplearning4jLstm theirs) {
        float[][] said = theirs.predict(windows);
        Reading reading = new Reading(ours, STEPS);
        for (int w = 0; w < windows.length; w++) {
            float[] own = reading.of(windows[w]);
            for (int j = 0; j < own.length; j++) {
                assertThat(Math.abs(own[j] - said[w][j])).isLessThan(2e-6f);
            }
        }
    }

    @Test
    void theSameWeightsSayTheSameOverThereAndBackAgain() {
        for (int layers = 1; layers <= 2; layers++) {
            Network ours = Network.drawn(
                    new NetworkShape(NetworkShape.Kind.LSTM, 3, 10, layers, 2, 0), new SeededRandom(layers));
            Deeplearning4jLstm theirs = Deeplearning4jLstm.of(ours, 0.01);
            assertSameWords(ours, theirs);
            assertSameWords(theirs.toOurs(), theirs);
            float[][] before = theirs.predict(windows);
            for (int i = 0; i < 20; i++) {
                theirs.fit(windows, targets);
            }
            assertThat(theirs.predict(windows)).isNotEqualTo(before);
            assertSameWords(theirs.toOurs(), theirs);
        }
    }

    @Test
    void onlyAnLstmGoesOver() {
        Network gru = Network.drawn(new NetworkShape(NetworkShape.Kind.GRU, 3, 10, 1, 2, 0), random);
        assertThatThrownBy(() -> Deeplearning4jLstm.of(gru, 0.01)).hasMessageContaining("only an LSTM");
    }
}
