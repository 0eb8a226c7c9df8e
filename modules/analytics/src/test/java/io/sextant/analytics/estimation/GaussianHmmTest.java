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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GaussianHmmTest {

    private static final GaussianHmm CALM_AND_WILD = new GaussianHmm(
            new double[] {0.3, 0.7},
            new double[][] {{0.95, 0.05}, {0.1, 0.9}},
            new double[] {0.1, -0.4},
            new double[] {0.5, 6},
            Double.NaN,
            0);

    private static double[] made(GaussianHmm model, int n, RandomGenerator random) {
        double[] x = new double[n];
        int state = draw(model.initial(), random);
        for (int t = 0; t < n; t++) {
            x[t] = model.means()[state] + Math.sqrt(model.variances()[state]) * random.nextGaussian();
            state = draw(model.transition()[state], random);
        }
        return x;
    }

    private static int draw(double[] chances, RandomGenerator random) {
        double rest = random.nextDouble();
        for (int i = 0; i < chances.length; i++) {
            rest -= chances[i];
            if (rest < 0) {
                return i;
            }
        }
        return chances.length - 1;
    }

    private static GaussianHmm random(int states, RandomGenerator random) {
        double[][] rows = new double[states + 1][states];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextDouble());
            double total = Arrays.stream(row).sum();
            Arrays.setAll(row, i -> row[i] / total);
        }
        double[] means = new double[states];
        double[] variances = new double[states];
        Arrays.setAll(means, i -> random.nextGaussian());
        Arrays.setAll(variances, i -> 0.2 + random.nextDouble());
        return new GaussianHmm(rows[states], Arrays.copyOf(rows, states), means, variances, Double.NaN, 0);
    }

    /** Every path there is, one by one. */
    @Test
    void likelihoodSharesAndPathAreThoseOfAllPathsTogether() {
        RandomGenerator random = new SeededRandom(4);
        for (int round = 0; round < 20; round++) {
            int states = 1 + round % 3;
            GaussianHmm model = random(states, random);
            double[] x = made(model, 6, random);
            double total = 0;
            double best = -1;
            int[] bestPath = {};
            double[][] shares = new double[states][x.length];
            for (int code = 0; code < Math.pow(states, x.length); code++) {
                int[] path = new int[x.length];
                int rest = code;
                double chance = 1;
                for (int t = 0; t < x.length; t++) {
                    path[t] = rest % states;
                    rest /= states;
                    double distance = x[t] - model.means()[path[t]];
                    double variance = model.variances()[path[t]];
                    chance *= (t == 0 ? model.initial()[path[0]] : model.transition()[path[t - 1]][path[t]])
                            * Math.exp(-0.5 * distance * distance / variance)
                            / Math.sqrt(2 * Math.PI * variance);
                }
                total += chance;
                for (int t = 0; t < x.length; t++) {
                    shares[path[t]][t] += chance;
                }
                if (chance > best) {
                    best = chance;
                    bestPath = path;
                }
            }
            assertThat(model.logLikelihoodOf(x)).isCloseTo(Math.log(total), within(1e-10));
            assertThat(model.mostLikelyPath(x)).isEqualTo(bestPath);
            double[][] smoothed = model.smoothed(x);
            for (int i = 0; i < states; i++) {
                for (int t = 0; t < x.length; t++) {
                    assertThat(smoothed[i][t]).isCloseTo(shares[i][t] / total, within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"btc, 2", "btc, 3", "sp500, 2", "sp500, 3"})
    void agreesWithTheReferenceFits(String series, int states) throws IOException {
        String name = "computed/hmm_" + series + "_" + states + "state";
        JsonNode expected = SharedData.json(name + ".json");
        double[] prices = series.equals("btc")
                ? SharedData.column("crypto/daily_six_coins_close_wide.csv", "BTC")
                : SharedData.column("equities/arch_sp500.csv.gz", "Adj Close");
        double[] x = new double[prices.length - 1];
        Arrays.setAll(x, i -> 100 * Math.log(prices[i + 1] / prices[i]));

        GaussianHmm fit = HmmEstimation.fit(x, states, HmmEstimation.STARTS, new SeededRandom(1));

        assertThat(fit.logLikelihood()).isCloseTo(expected.get("loglik").asDouble(), within(1e-5));
        assertThat(fit.aic()).isCloseTo(expected.get("aic").asDouble(), within(1e-4));
        assertThat(fit.bic()).isCloseTo(expected.get("bic").asDouble(), within(1e-4));
        assertThat(fit.means()).containsExactly(SharedData.numbers(expected.get("means")), within(1e-4));
        double[] variances = SharedData.numbers(expected.get("variances"));
        for (int i = 0; i < states; i++) {
            assertThat(fit.variances()[i]).isCloseTo(variances[i], within(1e-4 * variances[i]));
            assertThat(fit.transition()[i])
                    .containsExactly(
                            SharedData.numbers(expected.get("transition").get(i)), within(1e-4));
        }
        assertThat(fit.initial()).containsExactly(SharedData.numbers(expected.get("initial")), within(1e-6));
        int[] path = fit.mostLikelyPath(x);
        double[] theirs = SharedData.column(name + "_path.csv.gz", "viterbi");
        double[][] smoothed = fit.smoothed(x);
        for (int i = 0; i < states; i++) {
            assertThat(smoothed[i])
                    .containsExactly(SharedData.column(name + "_path.csv.gz", "post_" + i), within(1e-3));
        }
        assertThat(Arrays.stream(path).asDoubleStream().toArray()).containsExactly(theirs);
    }

    @Test
    void findsTheStatesThatMadeTheNumbers() {
        double[] x = made(CALM_AND_WILD, 4_000, new SeededRandom(2));

        GaussianHmm fit = HmmEstimation.fit(x, 2, 10, new SeededRandom(3));

        assertThat(fit.variances()[0]).isCloseTo(0.5, within(0.05));
        assertThat(fit.variances()[1]).isCloseTo(6, within(0.7));
        assertThat(fit.means()[1]).isCloseTo(-0.4, within(0.2));
        assertThat(fit.transition()[0][0]).isCloseTo(0.95, within(0.015));
        assertThat(fit.expectedStay(1)).isCloseTo(10, within(2.0));
        assertThat(fit.logLikelihood())
                .isGreaterThan(CALM_AND_WILD.logLikelihoodOf(x))
                .isCloseTo(fit.logLikelihoodOf(x), within(1e-6));
        assertThat(HmmEstimation.fit(x, 1, 1, new SeededRandom(3)).bic()).isGreaterThan(fit.bic());
        assertThat(HmmEstimation.fit(x, 3, 10, new SeededRandom(3)).bic()).isGreaterThan(fit.bic());
    }

    @Test
    void filteringKnowsNothingOfWhatComesAfter() {
        double[] x = made(CALM_AND_WILD, 300, new SeededRandom(6));
        double[][] whole = CALM_AND_WILD.filtered(x);
        for (int cut : new int[] {1, 50, 299}) {
            double[][] part = CALM_AND_WILD.filtered(Arrays.copyOf(x, cut));
            for (int i = 0; i < 2; i++) {
                assertThat(part[i]).containsExactly(Arrays.copyOf(whole[i], cut));
            }
        }
        double[][] smoothed = CALM_AND_WILD.smoothed(x);
        assertThat(whole[0][299]).isCloseTo(smoothed[0][299], within(1e-12));
        assertThat(whole[0][150]).isNotCloseTo(smoothed[0][150], within(1e-12));
    }

    @Test
    void aNumberThatNobodyExpectsUnderflowsNothing() {
        HmmFilter filter = new HmmFilter(CALM_AND_WILD);
        assertThat(filter.update(1e4)).isLessThan(-1e6).isFinite();
        assertThat(filter.probability(1)).isEqualTo(1);
        assertThat(filter.nextProbability(1)).isEqualTo(0.9);
        assertThat(filter.update(Double.NaN)).isZero();
        assertThat(filter.probability(1)).isEqualTo(0.9);
        double[] x = made(CALM_AND_WILD, 100, new SeededRandom(6));
        x[50] = 1e4;
        assertThat(CALM_AND_WILD.smoothed(x)[1][50]).isCloseTo(1, within(1e-12));
    }

    /** Ten equal numbers tempt a state to shrink around them, where likelihood has no bound. */
    @Test
    void statesOfSingleNumbersAreThrownAway() {
        double[] x = made(CALM_AND_WILD, 500, new SeededRandom(8));
        Arrays.fill(x, 100, 110, 0.25);

        GaussianHmm fit = HmmEstimation.fit(x, 3, 40, new SeededRandom(1));

        double mean = Arrays.stream(x).average().orElseThrow();
        double all =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertThat(fit.variances()[0]).isGreaterThan(1e-4 * all);
        double[][] shares = fit.smoothed(x);
        for (double[] share : shares) {
            assertThat(Arrays.stream(share).sum()).isGreaterThan(5);
        }
    }

    /** With clumps of equal numbers the likeliest starts are those that shrink onto them. */
    private static double[] withClumps(int clumps, RandomGenerator random) {
        double[] x = new double[400];
        boolean wild = false;
        for (int t = 0; t < x.length; t++) {
            wild ^= random.nextDouble() < 0.05;
            x[t] = (wild ? 2.5 : 0.7) * random.nextGaussian();
        }
        for (int clump = 0; clump < clumps; clump++) {
            Arrays.fill(x, 10 + clump * 35, 18 + clump * 35, random.nextGaussian());
        }
        return x;
    }

    @Test
    void soundStartsBehindThoseThatShrinkOntoSingleNumbersCount() {
        GaussianHmm two = HmmEstimation.fit(withClumps(2, new SeededRandom(3)), 4, 40, new SeededRandom(1));
        assertThat(two.logLikelihood()).isGreaterThan(-714.9);
        GaussianHmm five = HmmEstimation.fit(withClumps(5, new SeededRandom(2)), 4, 40, new SeededRandom(1));
        assertThat(five.logLikelihood()).isGreaterThan(-723);
    }

    /** Each step is as unlikely as 1e-190: no two of them can be multiplied. */
    @Test
    void unlikelyStepsInARowStayWithinTheRangeOfDoubles() {
        GaussianHmm stubborn = new GaussianHmm(
                new double[] {1, 0},
                new double[][] {{1, 1e-190}, {1e-190, 1}},
                new double[] {0, 100},
                new double[] {0.5, 0.5},
                Double.NaN,
                0);
        double[] x = {0, 100, 0, 100, 0, 0, 100};

        double log = new HmmPass(x, 2)
                .run(stubborn.initial(), new double[] {1, 1e-190, 1e-190, 1}, stubborn.means(), stubborn.variances());

        assertThat(log)
                .isCloseTo(stubborn.logLikelihoodOf(x), within(1e-9))
                .isCloseTo(5 * Math.log(1e-190) - 7 * 0.5 * Math.log(Math.PI), within(1e-9));
    }

    @Test
    void whatNoStateCanSayIsRefusedAndNotAnsweredWithNoughts() {
        GaussianHmm parted = new GaussianHmm(
                new double[] {1, 0},
                new double[][] {{1, 0}, {0, 1}},
                new double[] {0, 100},
                new double[] {0.5, 0.5},
                Double.NaN,
                0);
        double[] x = {0, 100, 0};
        assertThatThrownBy(() -> parted.smoothed(x)).hasMessage("these numbers cannot come from these states");
        assertThatThrownBy(() -> CALM_AND_WILD.mostLikelyPath(new double[] {0, Double.POSITIVE_INFINITY}))
                .hasMessage("these numbers cannot come from these states");
    }

    /** As if the chain had moved unseen: what the filter does, and its last chances are the smoothed ones. */
    @Test
    void aNaNIsNothingSeenForThePathsToo() {
        double[] x = made(CALM_AND_WILD, 60, new SeededRandom(6));
        x[20] = Double.NaN;
        x[59] = Double.NaN;
        double[][] filtered = CALM_AND_WILD.filtered(x);
        double[][] smoothed = CALM_AND_WILD.smoothed(x);
        for (int i = 0; i < 2; i++) {
            assertThat(smoothed[i][59]).isCloseTo(filtered[i][59], within(1e-12));
        }
        assertThat(smoothed[0][20] + smoothed[1][20]).isCloseTo(1, within(1e-12));
        double[] known = {-4, Double.NaN, -4, 0.1, 0.1, Double.NaN, 0.1};
        assertThat(CALM_AND_WILD.mostLikelyPath(known)).containsExactly(1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void refusesWhatCannotBeFitted() {
        RandomGenerator random = new SeededRandom(1);
        assertThatThrownBy(() -> HmmEstimation.fit(new double[500], 2, 5, random))
                .hasMessage("the numbers do not move");
        assertThatThrownBy(() -> HmmEstimation.fit(new double[500], 7, 5, random))
                .hasMessageContaining("1 to 6");
        assertThatThrownBy(() -> HmmEstimation.fit(new double[30], 2, 5, random))
                .hasMessageContaining("at least 40");
        double[] two = new double[100];
        Arrays.setAll(two, i -> i % 2);
        assertThatThrownBy(() -> HmmEstimation.fit(two, 2, 5, random)).hasMessageContaining("no start ended soundly");
    }
}
