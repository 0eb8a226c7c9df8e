package io.sextant.analytics.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final double NAN = Double.NaN;

    private static double[] randomWalk(int size, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] walk = new double[size];
        for (int i = 1; i < size; i++) {
            walk[i] = walk[i - 1] + random.nextGaussian();
        }
        return walk;
    }

    @Test
    void quantilesAreThoseOfNumPy() {
        double[] sorted = {1, 2, 4, 8, 16};
        assertThat(Quantiles.at(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.at(sorted, 0.1)).isCloseTo(1.4, within(1e-15));
        assertThat(Quantiles.at(sorted, 0.5)).isEqualTo(4);
        assertThat(Quantiles.at(sorted, 0.9)).isCloseTo(12.8, within(1e-14));
        assertThat(Quantiles.at(sorted, 1)).isEqualTo(16);
    }

    @Test
    void scalesKnowTheTrainingPartAlone() {
        double[] column = {1, 2, NAN, 3, 4, 5, 1_000, -1_000};
        for (Scaler.Kind kind : Scaler.Kind.values()) {
            double[] other = column.clone();
            other[6] = 7;
            other[7] = NAN;
            assertThat(Scaler.fit(kind, column, 0, 6)).isEqualTo(Scaler.fit(kind, other, 0, 6));
        }
        assertThat(Scaler.fit(Scaler.Kind.STANDARD, column, 0, 6)).isEqualTo(new Scaler(3, Math.sqrt(2.5)));
        assertThat(Scaler.fit(Scaler.Kind.ROBUST, column, 0, 6)).isEqualTo(new Scaler(3, 2));
        assertThat(Scaler.fit(Scaler.Kind.MIN_MAX, column, 0, 6)).isEqualTo(new Scaler(1, 4));
        assertThat(Winsoriser.fit(0.25, column, 0, 6)).isEqualTo(new Winsoriser(2, 4));
    }

    @Test
    void whatIsScaledCanBeRestored() {
        double[] column = randomWalk(200, 1);
        for (Scaler.Kind kind : Scaler.Kind.values()) {
            Scaler scaler = Scaler.fit(kind, column, 0, 150);
            double[] scaled = scaler.scale(column);
            for (int i = 0; i < column.length; i++) {
                assertThat(scaler.restore(scaled[i])).isCloseTo(column[i], within(1e-12));
            }
        }
        assertThat(Scaler.fit(Scaler.Kind.ROBUST, new double[] {5, 5, 5}, 0, 3).scale(5.0))
                .isZero();
    }

    @Test
    void drawsBackWhatLiesBeyondAndLeavesWhatIsMissing() {
        Winsoriser limits = new Winsoriser(-1, 2);
        assertThat(limits.limit(new double[] {-5, -1, 0, NAN, 2, 9})).containsExactly(-1, -1, 0, NAN, 2, 2);
        assertThatThrownBy(() -> Winsoriser.fit(0.5, new double[] {1}, 0, 1)).hasMessageContaining("half");
        assertThatThrownBy(() -> Winsoriser.fit(0.1, new double[] {NAN}, 0, 1)).hasMessageContaining("no number");
    }

    @Test
    void carriesANumberForwardOnlySoFar() {
        double[] column = {NAN, 1, NAN, NAN, NAN, 2, NAN};
        assertThat(new MissingData.CarryForward(2).apply(column)).containsExactly(NAN, 1, 1, 1, NAN, 2, 2);
        assertThat(new MissingData.LeaveOut().apply(column)).containsExactly(column);
        assertThat(MissingData.StandIn.median(column, 0, 5).apply(column)).containsExactly(1, 1, 1, 1, 1, 2, 1);
    }

    @Test
    void anOrderOfOneIsTheDifferenceAndOfZeroTheSeries() {
        double[] walk = randomWalk(50, 2);
        double[] whole = FractionalDifference.of(1, 1e-6).apply(walk);
        assertThat(whole[0]).isNaN();
        for (int i = 1; i < 50; i++) {
            assertThat(whole[i]).isCloseTo(walk[i] - walk[i - 1], within(1e-12));
        }
        assertThat(FractionalDifference.of(0, 1e-6).apply(walk)).containsExactly(walk);
    }

    /** (1 - L)^0.4 followed by (1 - L)^0.6 is (1 - L): the weights of both, folded, are those of one. */
    @Test
    void ordersAdd() {
        double[] walk = new double[4_000];
        walk[0] = 1;
        double[] both = FractionalDifference.of(0.6, 1e-12)
                .apply(padded(FractionalDifference.of(0.4, 1e-12).apply(padded(walk))));
        double[] tail = Arrays.copyOfRange(both, both.length - 4_000, both.length);
        assertThat(tail[0]).isCloseTo(1, within(1e-12));
        assertThat(tail[1]).isCloseTo(-1, within(1e-12));
        for (int i = 2; i < 4_000; i++) {
            assertThat(tail[i]).isCloseTo(0, within(1e-6));
        }
    }

    /** Zeros before, so that all weights have something to stand on; nothing missing is made up. */
    private static double[] padded(double[] column) {
        double[] padded = new double[column.length + 10_000];
        for (int i = 0; i < column.length; i++) {
            padded[10_000 + i] = Double.isNaN(column[i]) ? 0 : column[i];
        }
        return padded;
    }

    @Test
    void findsNoOrderForWhatReturnsByItselfAndAnOrderForAWalk() {
        SeededRandom random = new SeededRandom(3);
        double[] noise = random.doubles(600).toArray();
        assertThat(FractionalDifference.leastStationary(noise, 0, 600, 0.1, 1e-3)
                        .order())
                .isZero();
        double order = FractionalDifference.leastStationary(randomWalk(1_500, 4), 0, 1_500, 0.1, 1e-3)
                .order();
        assertThat(order).isBetween(0.1, 1.0);
    }

    @Test
    void blocksRunOnAndHaveTheirMeanLength() {
        int rows = 500;
        int[] drawn = BlockBootstrap.draw(rows, 200_000, 20, new SeededRandom(5));
        int breaks = 0;
        long[] seen = new long[rows];
        for (int i = 0; i < drawn.length; i++) {
            seen[drawn[i]]++;
            if (i > 0 && drawn[i] != (drawn[i - 1] + 1) % rows) {
                breaks++;
            }
        }
        assertThat(drawn.length / (double) breaks).isCloseTo(20, within(1.0));
        assertThat(Arrays.stream(seen).min().orElseThrow()).isGreaterThan(150);
        assertThat(BlockBootstrap.draw(rows, 50, 20, new SeededRandom(6)))
                .containsExactly(BlockBootstrap.draw(rows, 50, 20, new SeededRandom(6)));
        assertThat(BlockBootstrap.take(new double[] {5, 6, 7}, new int[] {2, 0, 2}))
                .containsExactly(7, 5, 7);
    }
}
