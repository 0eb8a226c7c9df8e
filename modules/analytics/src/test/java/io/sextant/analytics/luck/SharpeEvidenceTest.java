package io.sextant.analytics.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharpeEvidenceTest {

    private static final double DAYS = 252;

    /** Bailey and Lopez de Prado (2014), section "A numerical example": printed 0.1132 and 0.9004, so four digits. */
    @Test
    void deflatesTheExampleOfThePaper() {
        SharpeEvidence best = new SharpeEvidence(1250, 2.5 / Math.sqrt(250), -3, 10);
        DeflatedSharpe deflated = DeflatedSharpe.of(best, 100, Math.sqrt(0.5 / 250));
        assertThat(deflated.luckySharpe()).isCloseTo(0.1132, within(5e-5));
        assertThat(deflated.probability()).isCloseTo(0.9004, within(5e-5));
        // The paper: with 46 trials the same track record would have passed at 95 %, and with normal returns 88 would
        // have.
        assertThat(DeflatedSharpe.of(best, 46, Math.sqrt(0.5 / 250)).probability())
                .isCloseTo(0.9505, within(5e-4));
        SharpeEvidence normal = new SharpeEvidence(1250, 2.5 / Math.sqrt(250), 0, 3);
        assertThat(DeflatedSharpe.of(normal, 88, Math.sqrt(0.5 / 250)).probability())
                .isCloseTo(0.9505, within(5e-4));
    }

    /** Bailey and Lopez de Prado (2012): two years of months at 0.458 a month; printed 0.982 were they normal, 0.913 as they are. */
    @Test
    void tellsHowSureARatioIsAsPublished() {
        assertThat(new SharpeEvidence(24, 0.458, 0, 3).probabilityAbove(0)).isCloseTo(0.982, within(1e-3));
        assertThat(new SharpeEvidence(24, 0.458, -2.448, 10.164).probabilityAbove(0))
                .isCloseTo(0.913, within(1e-3));
    }

    /** The same paper: years until a ratio of 2 a year is above 1 at 95 %, from days, weeks and months; printed with two digits. */
    @Test
    void tellsHowLongATrackRecordMustBeAsPublished() {
        assertThat(years(DAYS, 0, 3)).isCloseTo(2.73, within(6e-3));
        assertThat(years(52, 0, 3)).isCloseTo(2.83, within(6e-3));
        assertThat(years(12, 0, 3)).isCloseTo(3.24, within(6e-3));
        assertThat(years(12, -0.72, 5.78)).isCloseTo(4.99, within(6e-3));
    }

    private static double years(double periods, double skewness, double kurtosis) {
        SharpeEvidence two = new SharpeEvidence(100, 2 / Math.sqrt(periods), skewness, kurtosis);
        return two.periodsNeeded(1 / Math.sqrt(periods), 0.95) / periods;
    }

    @Test
    void isExactlyAsSureAsAskedAfterTheLengthThatItNeeds() {
        SharpeEvidence short1 = new SharpeEvidence(50, 0.1, -0.5, 6);
        double needed = short1.periodsNeeded(0.02, 0.9);
        int whole = (int) Math.ceil(needed);
        assertThat(new SharpeEvidence(whole, 0.1, -0.5, 6).probabilityAbove(0.02))
                .isGreaterThanOrEqualTo(0.9);
        assertThat(new SharpeEvidence(whole - 1, 0.1, -0.5, 6).probabilityAbove(0.02))
                .isLessThan(0.9);
        assertThat(short1.periodsNeeded(0.1, 0.9)).isInfinite();
    }

    @Test
    void measuresReturnsAndSaysNothingOfWhatStandsStill() {
        SharpeEvidence four = SharpeEvidence.of(new double[] {0.01, 0.03, 0.01, 0.03});
        assertThat(four.sharpe()).isCloseTo(0.02 / Math.sqrt(4 * 1e-4 / 3), within(1e-12));
        assertThat(four.kurtosis()).isCloseTo(1, within(1e-9));
        SharpeEvidence still = SharpeEvidence.of(new double[] {0.02, 0.02, 0.02, 0.02});
        assertThat(still.sharpe()).isZero();
        assertThat(still.probabilityAbove(0)).isCloseTo(0.5, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharpeEvidence.of(new double[] {0.1, 0.2}))
                .withMessageContaining("2 returns");
    }

    /** The mean of the largest of N normal numbers is what the formula approximates; it is known to be 1 to 3 % off at these N. */
    @Test
    void theExpectedBestIsThatOfLuckyDraws() {
        SeededRandom random = new SeededRandom(5);
        for (int trials : new int[] {10, 100, 1000}) {
            double sum = 0;
            int draws = 400_000 / trials;
            for (int d = 0; d < draws; d++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < trials; i++) {
                    best = Math.max(best, random.nextGaussian());
                }
                sum += best;
            }
            assertThat(DeflatedSharpe.expectedBest(trials, 0.3))
                    .isCloseTo(0.3 * sum / draws, within(0.3 * (0.03 * sum / draws + 4 * 0.6 / Math.sqrt(draws))));
        }
        assertThat(DeflatedSharpe.expectedBest(1, 0.3)).isZero();
    }

    /** Of skilless returns, the best of 20 is above the bar in few of 100 worlds; without deflating it is in most. */
    @Test
    void theBestOfManyWithoutSkillRarelyPasses() {
        SeededRandom random = new SeededRandom(11);
        int worlds = Integer.getInteger("sextant.walks", 100);
        int passed = 0;
        int naive = 0;
        for (int w = 0; w < worlds; w++) {
            double[][] returns = new double[20][250];
            for (double[] each : returns) {
                Arrays.setAll(each, t -> random.nextGaussian() * 0.01);
            }
            double[] sharpes =
                    Arrays.stream(returns).mapToDouble(SharpeEvidence::sharpe).toArray();
            int best = 0;
            for (int c = 1; c < 20; c++) {
                best = sharpes[c] > sharpes[best] ? c : best;
            }
            SharpeEvidence evidence = SharpeEvidence.of(returns[best]);
            double deviation = DeflatedSharpe.deviation(sharpes);
            passed += DeflatedSharpe.of(evidence, 20, deviation).probability() > 0.95 ? 1 : 0;
            naive += evidence.probabilityAbove(0) > 0.95 ? 1 : 0;
        }
        // About one in a hundred would be expected; the largest of 20 normal numbers has deviation 0.53, and 1.645 of
        // them are needed.
        assertThat(passed).isLessThanOrEqualTo(Math.ceilDiv(6 * worlds, 100));
        assertThat(naive).isGreaterThan(worlds / 2);
    }
}
