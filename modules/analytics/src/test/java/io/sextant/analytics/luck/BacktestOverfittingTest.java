package io.sextant.analytics.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestOverfittingTest {

    private static double[][] noise(int candidates, int periods, double drift, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] returns = new double[candidates][periods];
        for (double[] each : returns) {
            Arrays.setAll(each, t -> random.nextGaussian() * 0.01 + drift);
        }
        return returns;
    }

    /** Written as the paper tells it: rows of the halves are put together and everything is counted anew. */
    @Test
    void equalsAPlainReading() {
        double[][] returns = noise(7, 83, 0.001, 3);
        BacktestOverfitting told = BacktestOverfitting.of(returns, 8);
        int rows = 10;
        int below = 0;
        int lost = 0;
        int splits = 0;
        double meanAfter = 0;
        for (int bits = 0; bits < 256; bits++) {
            if (Integer.bitCount(bits) != 4) {
                continue;
            }
            double[] inside = new double[7];
            double[] outside = new double[7];
            for (int c = 0; c < 7; c++) {
                List<Double> in = new ArrayList<>();
                List<Double> out = new ArrayList<>();
                for (int t = 0; t < 80; t++) {
                    ((bits >> (t / rows) & 1) == 1 ? in : out).add(returns[c][t + 3]);
                }
                inside[c] = SharpeEvidence.sharpe(
                        in.stream().mapToDouble(each -> each).toArray());
                outside[c] = SharpeEvidence.sharpe(
                        out.stream().mapToDouble(each -> each).toArray());
            }
            int best = 0;
            for (int c = 0; c < 7; c++) {
                best = inside[c] > inside[best] ? c : best;
            }
            double its = outside[best];
            long rank = Arrays.stream(outside).filter(each -> each <= its).count();
            double omega = rank / 8.0;
            below += Math.log(omega / (1 - omega)) <= 1e-12 ? 1 : 0;
            lost += its < 0 ? 1 : 0;
            meanAfter += its;
            splits++;
        }
        assertThat(told.splits()).isEqualTo(70).isEqualTo(splits);
        assertThat(told.probability()).isCloseTo(below / 70.0, within(1e-12));
        assertThat(told.lossProbability()).isCloseTo(lost / 70.0, within(1e-12));
        assertThat(told.meanAfter()).isCloseTo(meanAfter / 70, within(1e-12));
    }

    @Test
    void isNoughtWhereOneIsAlwaysBestAndHighWhereWhatWonLosesAfterwards() {
        double[][] returns = noise(10, 320, 0, 4);
        for (int t = 0; t < 320; t++) {
            returns[3][t] += 0.02;
        }
        BacktestOverfitting sure = BacktestOverfitting.of(returns, 16);
        assertThat(sure.splits()).isEqualTo(12_870);
        assertThat(sure.probability()).isZero();
        assertThat(sure.lossProbability()).isZero();
        // Each candidate's returns add up to nought, so a good half is followed by a bad one.
        double[][] balanced = noise(10, 320, 0, 5);
        for (double[] each : balanced) {
            double mean = Arrays.stream(each).average().orElseThrow();
            Arrays.setAll(each, t -> each[t] - mean);
        }
        BacktestOverfitting fitted = BacktestOverfitting.of(balanced, 16);
        assertThat(fitted.probability()).isGreaterThan(0.95);
        assertThat(fitted.slope()).isCloseTo(-1, within(0.15));
    }

    /** Where nobody has skill the rank of the chosen one is any with equal chance; halves overlap, so 30 worlds are averaged. */
    @Test
    void isAHalfOnAverageWhereNobodyHasSkill() {
        double sum = 0;
        for (int seed = 0; seed < 30; seed++) {
            sum += BacktestOverfitting.of(noise(20, 200, 0, 100 + seed), 8).probability();
        }
        assertThat(sum / 30).isBetween(0.35, 0.65);
    }

    @Test
    void refusesWhatCannotBeCut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BacktestOverfitting.of(noise(1, 100, 0, 1), 8))
                .withMessageContaining("two candidates");
        assertThatIllegalArgumentException().isThrownBy(() -> BacktestOverfitting.of(noise(3, 100, 0, 1), 7));
        assertThatIllegalArgumentException().isThrownBy(() -> BacktestOverfitting.of(noise(3, 10, 0, 1), 8));
    }
}
