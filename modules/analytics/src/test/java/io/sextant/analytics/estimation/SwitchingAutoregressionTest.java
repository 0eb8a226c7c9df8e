package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SwitchingAutoregressionTest {

    private static final double[][] MOVES = {{0.8, 0.2}, {0.1, 0.9}};

    private static double[] made(int n, RandomGenerator random) {
        double[] x = new double[n];
        double before = 0;
        int state = 1;
        for (int t = 0; t < n; t++) {
            before = 0.4 * before + 0.5 * random.nextGaussian();
            x[t] = (state == 0 ? -1 : 1.5) + before;
            state = random.nextDouble() < MOVES[state][0] ? 0 : 1;
        }
        return x;
    }

    /** Hamilton's own figures, as EViews and Stata reproduce them; printed to six digits. */
    @Test
    void agreesWithTheBusinessCyclesOfHamilton() throws IOException {
        JsonNode expected = SharedData.json("bench/hamilton_1989_ar4.json");
        double[] x = SharedData.column("bench/hamilton_rgnp_growth.csv", "rgnp_growth");

        SwitchingAutoregression fit = SwitchingEstimation.fit(x, 2, 4, false, 8, new SeededRandom(1));

        assertThat(fit.logLikelihood()).isCloseTo(-181.26339, within(2e-5));
        assertThat(fit.transition()[0][0]).isCloseTo(expected.get("p00").asDouble(), within(1e-4));
        assertThat(fit.transition()[1][0]).isCloseTo(expected.get("p10").asDouble(), within(1e-4));
        assertThat(fit.means()[0]).isCloseTo(expected.get("mu0_recession").asDouble(), within(1e-4));
        assertThat(fit.means()[1]).isCloseTo(expected.get("mu1_expansion").asDouble(), within(1e-4));
        assertThat(fit.variances()[0]).isCloseTo(expected.get("sigma2").asDouble(), within(1e-4));
        assertThat(fit.ar()).containsExactly(SharedData.numbers(expected.get("ar")), within(1e-4));
        assertThat(fit.filtered(x)[1])
                .containsExactly(SharedData.numbers(expected.get("filtered_prob_state1")), within(3e-4));
        assertThat(fit.smoothed(x)[1])
                .containsExactly(SharedData.numbers(expected.get("smoothed_prob_state1")), within(3e-4));
        JsonNode errors = expected.get("se");
        assertThat(fit.standardErrors()[0]).isCloseTo(errors.get("p00").asDouble(), within(1e-3));
        assertThat(fit.standardErrors()[1]).isCloseTo(errors.get("p10").asDouble(), within(1e-3));
        assertThat(fit.standardErrors()[2]).isCloseTo(errors.get("mu0").asDouble(), within(1e-3));
        assertThat(fit.standardErrors()[5]).isCloseTo(errors.get("ar").get(0).asDouble(), within(1e-3));
    }

    /** Every path of states through six numbers, those before them too. */
    @Test
    void likelihoodAndChancesAreThoseOfAllPathsTogether() {
        double[] x = made(6, new SeededRandom(3));
        double[] means = {-1, 1.5};
        double[] variances = {0.25, 0.4};
        double[] ar = {0.4, -0.2};
        double[] longRun = {1 / 3.0, 2 / 3.0};
        double total = 0;
        double[] ofFirst = new double[4];
        for (int code = 0; code < 64; code++) {
            double chance = longRun[code & 1];
            for (int t = 1; t < 6; t++) {
                chance *= MOVES[code >> (t - 1) & 1][code >> t & 1];
            }
            for (int t = 2; t < 6; t++) {
                int now = code >> t & 1;
                double gap = x[t] - means[now];
                for (int j = 0; j < 2; j++) {
                    gap -= ar[j] * (x[t - 1 - j] - means[code >> (t - 1 - j) & 1]);
                }
                chance *= Math.exp(-0.5 * gap * gap / variances[now]) / Math.sqrt(2 * Math.PI * variances[now]);
            }
            total += chance;
            for (int t = 2; t < 6; t++) {
                ofFirst[t - 2] += (code >> t & 1) == 0 ? chance : 0;
            }
        }
        SwitchingAutoregression model =
                new SwitchingAutoregression(MOVES, means, variances, ar, true, Double.NaN, 0, new double[0]);

        assertThat(model.logLikelihoodOf(x)).isCloseTo(Math.log(total), within(1e-12));
        double[][] smoothed = model.smoothed(x);
        for (int t = 0; t < 4; t++) {
            assertThat(smoothed[0][t]).isCloseTo(ofFirst[t] / total, within(1e-12));
        }
        assertThat(model.filtered(x)[0][3]).isCloseTo(smoothed[0][3], within(1e-12));
    }

    /** Without lags and with variances of their own the states are a hidden Markov model's that begins as in the long run. */
    @Test
    void withoutLagsItIsAHiddenMarkovModel() {
        double[] x = made(200, new SeededRandom(5));
        double[] means = {-1, 1.5};
        double[] variances = {0.25, 0.4};
        GaussianHmm hidden = new GaussianHmm(new double[] {1 / 3.0, 2 / 3.0}, MOVES, means, variances, Double.NaN, 0);
        SwitchingAutoregression model =
                new SwitchingAutoregression(MOVES, means, variances, new double[0], true, Double.NaN, 0, new double[0]);

        assertThat(model.logLikelihoodOf(x)).isCloseTo(hidden.logLikelihoodOf(x), within(1e-9));
        assertThat(model.smoothed(x)[0]).containsExactly(hidden.smoothed(x)[0], within(1e-12));
        assertThat(model.filtered(x)[1]).containsExactly(hidden.filtered(x)[1], within(1e-12));
    }

    @Test
    void findsTheStatesThatMadeTheNumbers() {
        double[] x = made(1_500, new SeededRandom(7));

        SwitchingAutoregression fit = SwitchingEstimation.fit(x, 2, 1, false, 4, new SeededRandom(1));

        assertThat(fit.means()[0]).isCloseTo(-1, within(0.15));
        assertThat(fit.means()[1]).isCloseTo(1.5, within(0.15));
        assertThat(fit.ar()[0]).isCloseTo(0.4, within(0.08));
        assertThat(fit.variances()[0]).isCloseTo(0.25, within(0.04));
        assertThat(fit.transition()[0][1]).isCloseTo(0.2, within(0.05));
        assertThat(Math.abs(fit.ar()[0] - 0.4)).isLessThan(4 * fit.standardErrors()[5]);
    }

    @Test
    void refusesWhatCannotBeFitted() {
        RandomGenerator random = new SeededRandom(1);
        assertThatThrownBy(() -> SwitchingEstimation.fit(new double[100], 2, 1, false, 3, random))
                .hasMessage("the numbers do not move");
        assertThatThrownBy(() -> SwitchingEstimation.fit(new double[10], 2, 4, false, 3, random))
                .hasMessageContaining("at least 48");
        assertThatThrownBy(() -> SwitchingEstimation.fit(new double[100], 4, 6, false, 3, random))
                .hasMessageContaining("histories");
        double[] spike = new double[100];
        Arrays.setAll(spike, i -> i % 2);
        spike[50] = Double.NaN;
        assertThatThrownBy(() -> SwitchingEstimation.fit(spike, 2, 1, false, 3, random))
                .hasMessageContaining("value 51");
    }
}
