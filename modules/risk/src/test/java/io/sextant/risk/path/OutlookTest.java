package io.sextant.risk.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutlookTest {

    private static double[] past(int n) {
        SeededRandom random = new SeededRandom(31);
        double[] past = new double[n];
        Arrays.setAll(
                past,
                i -> 0.0004 + (i / 80 % 2 == 0 ? 0.006 : 0.018) * random.nextGaussian() + (i % 170 == 0 ? -0.09 : 0));
        return past;
    }

    @ParameterizedTest
    @EnumSource(PathKind.class)
    void theAnswerIsTheSameToTheLastBitForAnyNumberOfThreads(PathKind kind) {
        PathModel model = PathModels.fit(kind, past(900), 3);
        Outlook one = Outlook.of(model, 40, 5_000, 0.8, 3, 1);
        for (int threads : new int[] {2, 5}) {
            Outlook other = Outlook.of(model, 40, 5_000, 0.8, 3, threads);
            assertThat(other.fan()).isDeepEqualTo(one.fan());
            assertThat(other.mean()).isEqualTo(one.mean());
            assertThat(other.drawdowns()).isEqualTo(one.drawdowns());
            assertThat(other.ruinChance()).isEqualTo(one.ruinChance());
        }
        assertThat(Outlook.of(model, 40, 5_000, 0.8, 4, 1).mean()).isNotEqualTo(one.mean());
    }

    /** Mean and variance of one period are the past's; five errors of 40,000 draws, and a fit's own slack for the regimes. */
    @ParameterizedTest
    @EnumSource(
            value = PathKind.class,
            names = {"BOOTSTRAP", "JUMPS", "REGIMES"})
    void onePeriodHasThePastsMeanAndDeviation(PathKind kind) {
        double[] past = past(1_600);
        double mean = Arrays.stream(past).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(past).map(r -> (r - mean) * (r - mean)).average().orElseThrow());
        PathModel model = PathModels.fit(kind, past, 5);
        SeededRandom random = new SeededRandom(9);
        double[] returns = new double[400];
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int path = 0; path < 400; path++) {
            model.draw(random, returns);
            for (double each : returns) {
                sum += each;
                squares += each * each;
                n++;
            }
        }
        double drawn = sum / n;
        assertThat(drawn).isCloseTo(mean, within(5e-4));
        assertThat(Math.sqrt(squares / n - drawn * drawn)).isCloseTo(deviation, within(0.08 * deviation));
    }

    /** Independent normal steps: the logarithm of the value is nearly normal, so quantiles and chances have formulas. */
    @Test
    void independentStepsGiveTheFormulasOfARandomWalk() {
        double mean = 0.0005;
        double deviation = 0.01;
        PathModel model =
                (random, returns) -> Arrays.setAll(returns, i -> Math.expm1(mean + deviation * random.nextGaussian()));
        Outlook outlook = Outlook.of(model, 100, 40_000, 0, 6, 2);
        double centre = 100 * mean;
        double spread = 10 * deviation;
        double[] last = outlook.fan()[outlook.fan().length - 1];
        // The 5% quantile of 40,000 draws of deviation 0.1 has an error of 0.1 * 0.22 / 200 / 0.103 = 0.001.
        assertThat(last[1]).isCloseTo(Math.exp(centre + spread * Normal.quantile(0.05)), within(0.005));
        assertThat(last[3]).isCloseTo(Math.exp(centre), within(0.005));
        assertThat(outlook.lossChance()).isCloseTo(Normal.cumulative(-centre / spread), within(0.012));
        assertThat(outlook.mean()).isCloseTo(Math.exp(centre + spread * spread / 2), within(0.003));
        assertThat(outlook.ruinChance()).isZero();
        assertThat(outlook.periods()[outlook.periods().length - 1]).isEqualTo(100);
    }

    /** Reflection: a walk without drift is ever below a level twice as often as it ends there; steps in time make it less. */
    @Test
    void ruinIsCountedOnTheWayNotOnlyAtTheEnd() {
        PathModel model = (random, returns) -> Arrays.setAll(returns, i -> Math.expm1(0.01 * random.nextGaussian()));
        Outlook outlook = Outlook.of(model, 400, 20_000, 0.8, 7, 2);
        double atTheEnd = Normal.cumulative(Math.log(0.8) / 0.2);
        // Seen once a step, the barrier lies 0.5826 deviations of a step further away (Broadie, Glasserman, Kou 1997).
        double onTheWay = 2 * Normal.cumulative((Math.log(0.8) - 0.5826 * 0.01) / 0.2);
        assertThat(outlook.ruinChance()).isGreaterThan(1.5 * atTheEnd).isCloseTo(onTheWay, within(0.015));
    }

    @Test
    void jumpsAreToldFromTheQuietDays() {
        JumpDiffusion found = JumpDiffusion.of(past(1_700));
        assertThat(found.chance()).isBetween(5 / 1_700.0, 30 / 1_700.0);
        assertThat(found.jumpMean()).isBetween(-0.12, -0.04);
    }

    @Test
    void anInterruptionEndsTheDrawingAndABugIsNotSwallowed() {
        PathModel broken = (random, returns) -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> Outlook.of(broken, 10, 5_000, 0.5, 1, 3)).hasMessage("broken");
        Thread.currentThread().interrupt();
        PathModel still = (random, returns) -> Arrays.fill(returns, 0);
        assertThatThrownBy(() -> Outlook.of(still, 10, 5_000, 0.5, 1, 2))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
