package io.sextant.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final int STEPS = 10;

    /** The next value is the last but one less half of the last, and a little noise: only a memory can tell. */
    private static Samples echo(int count) {
        RandomGenerator random = new SeededRandom(2);
        float[] column = new float[count + STEPS + 1];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) random.nextGaussian();
        }
        float[][] targets = new float[count][1];
        for (int i = 0; i < count; i++) {
            int now = i + STEPS - 1;
            targets[i][0] = column[now - 1] - 0.5f * column[now] + 0.1f * (float) random.nextGaussian();
        }
        return Samples.sliding(new float[][] {column}, STEPS, targets);
    }

    private static float[] trained(int threads, double dropout, List<Double> losses) {
        NetworkShape shape = new NetworkShape(NetworkShape.Kind.LSTM, 1, 16, 1, 1, dropout);
        Network network = Network.drawn(shape, new SeededRandom(4));
        TrainingSettings settings = new TrainingSettings(72, 4, 0.01, 0, 1, 8, threads, 9);
        try (Trainer trainer = new Trainer(network, echo(300), Loss.squaredError(), settings)) {
            trainer.train(210, 270, (epoch, training, validation) -> losses.add(validation), () -> false);
        }
        return network.values();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        List<Double> one = new ArrayList<>();
        List<Double> three = new ArrayList<>();
        float[] alone = trained(1, 0.2, one);

        assertThat(trained(3, 0.2, three)).containsExactly(alone);
        assertThat(three).isEqualTo(one);
        assertThat(trained(1, 0, new ArrayList<>())).isNotEqualTo(alone);
    }

    @Test
    void learnsWhatOnlyAMemoryCanTell() {
        for (NetworkShape.Kind kind : NetworkShape.Kind.values()) {
            Network network = Network.drawn(new NetworkShape(kind, 1, 16, 1, 1, 0), new SeededRandom(4));
            TrainingSettings settings = new TrainingSettings(16, 8, 0.015, 0, 1, 25, 1, 9);
            try (Trainer trainer = new Trainer(network, echo(400), Loss.squaredError(), settings)) {
                double before = trainer.measure(300, 400);
                double after = trainer.train(300, 400, (epoch, training, validation) -> {}, () -> false);
                assertThat(before).as(kind.toString()).isGreaterThan(0.8);
                // The target's variance is 1.26, the noise's 0.01.
                assertThat(after).as(kind.toString()).isLessThan(0.4);
                assertThat(trainer.measure(300, 400)).isEqualTo(after);
            }
        }
    }

    @Test
    void keepsTheBestAndEndsWhenNothingGetsBetter() {
        RandomGenerator random = new SeededRandom(8);
        float[][] columns = new float[1][130];
        float[][] targets = new float[120][1];
        for (int i = 0; i < 120; i++) {
            columns[0][i] = (float) random.nextGaussian();
            targets[i][0] = (float) random.nextGaussian();
        }
        Network network = Network.drawn(new NetworkShape(NetworkShape.Kind.LSTM, 1, 16, 1, 1, 0), new SeededRandom(4));
        List<Double> losses = new ArrayList<>();
        TrainingSettings settings = new TrainingSettings(16, 500, 0.02, 0, 1, 3, 1, 9);
        try (Trainer trainer =
                new Trainer(network, Samples.sliding(columns, STEPS, targets), Loss.squaredError(), settings)) {
            double best = trainer.train(80, 120, (epoch, training, validation) -> losses.add(validation), () -> false);
            assertThat(losses).hasSizeLessThan(500);
            assertThat(best).isEqualTo(losses.get(losses.size() - 4));
            assertThat(losses).allMatch(loss -> loss >= best);
            assertThat(trainer.measure(80, 120)).isEqualTo(best);
        }
    }

    @Test
    void stopsWhenAsked() {
        Network network = Network.drawn(new NetworkShape(NetworkShape.Kind.GRU, 1, 16, 1, 1, 0), new SeededRandom(4));
        TrainingSettings settings = new TrainingSettings(16, 500, 0.02, 0, 1, 3, 1, 9);
        try (Trainer trainer = new Trainer(network, echo(100), Loss.squaredError(), settings)) {
            assertThatThrownBy(() -> trainer.train(70, 100, (epoch, training, validation) -> {}, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aGradientThatIsTooLongIsShortened() {
        float[] gradient = {3, 4};
        Adam.clip(gradient, 10);
        assertThat(gradient).containsExactly(3, 4);
        Adam.clip(gradient, 1);
        assertThat(gradient).containsExactly(0.6f, 0.8f);
    }

    @Test
    void pinballsMinimumIsTheQuantile() {
        Loss loss = Loss.meanAndQuantiles(new double[] {0.1, 0.5});
        float[][] targets = new float[1000][1];
        float[][] said = new float[1000][3];
        float[][] gradient = new float[1000][3];
        for (int i = 0; i < 1000; i++) {
            targets[i][0] = i / 1000f;
            said[i] = new float[] {0.4995f, 0.09995f, 0.49995f};
        }
        double least = loss.measure(said, targets, gradient, 1000);
        double[] slope = new double[3];
        for (float[] row : gradient) {
            for (int c = 0; c < 3; c++) {
                slope[c] += row[c];
            }
        }
        assertThat(slope[0]).isBetween(-1e-5, 1e-5);
        assertThat(slope[1]).isBetween(-1.1e-3, 1.1e-3);
        assertThat(slope[2]).isBetween(-1.1e-3, 1.1e-3);
        for (float[] row : said) {
            row[1] += 0.05f;
        }
        assertThat(loss.measure(said, targets, gradient, 1000)).isGreaterThan(least);
    }
}
