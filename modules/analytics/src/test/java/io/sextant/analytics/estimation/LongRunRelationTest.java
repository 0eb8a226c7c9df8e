package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.analytics.linear.LeastSquares;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.Series;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Against R's urca and statsmodels, among them the published figures of Johansen and Juselius (1990). */
class LongRunRelationTest {

    private static final String SHARED = "computed/cointegration_shared.json";

    private static double[] logs(String coin) throws IOException {
        return Arrays.stream(SharedData.column("crypto/daily_six_coins_close_wide.csv", coin))
                .map(Math::log)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"ETH, eg_eth_on_btc", "LTC, eg_ltc_on_btc"})
    void engleGrangerOfCoins(String coin, String name) throws IOException {
        check(SharedData.json(SHARED).get(name), logs(coin), logs("BTC"));
    }

    @Test
    void engleGrangerOfBritishConsumption() throws IOException {
        check(
                SharedData.json(SHARED).get("rao_consumption").get("eg_lc_on_li"),
                SharedData.column("bench/urca_Raotbl3.csv", "lc"),
                SharedData.column("bench/urca_Raotbl3.csv", "li"));
    }

    private static void check(JsonNode expected, double[] y, double[] x) {
        EngleGranger one = EngleGranger.test(y, new double[][] {x}, 1);
        assertThat(one.alpha()).isCloseTo(expected.get("alpha").asDouble(), within(1e-9));
        assertThat(one.beta()[0]).isCloseTo(expected.get("beta").asDouble(), within(1e-9));
        assertThat(one.rSquared()).isCloseTo(expected.get("r2").asDouble(), within(1e-9));
        assertThat(one.statistic())
                .isCloseTo(expected.get("resid_adf_none_lag1").asDouble(), within(1e-9));
        assertThat(one.halfLife()).isCloseTo(expected.get("half_life_days").asDouble(), within(1e-7));
        assertThat(EngleGranger.test(y, new double[][] {x}, 0).statistic())
                .isCloseTo(expected.get("resid_adf_lag0").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"BTC ETH, johansen_btc_eth", "BTC ETH LTC, johansen_btc_eth_ltc"})
    void johansenOfCoinsIsUrcas(String coins, String name) throws IOException {
        String[] names = coins.split(" ");
        double[][] series = new double[names.length][];
        for (int i = 0; i < names.length; i++) {
            series[i] = logs(names[i]);
        }
        JsonNode expected = SharedData.json(SHARED).get(name);
        Johansen result = Johansen.test(series, 2, Deterministic.CONSTANT, 0);

        checkStatistics(result, expected, "maxeig");
        for (int r = 0; r < series.length; r++) {
            assertThat(result.criticalTrace()[r])
                    .containsExactly(
                            SharedData.numbers(expected.get("trace_crit_10_5_1").get(r)));
            assertThat(result.criticalMaxEigen()[r])
                    .containsExactly(SharedData.numbers(
                            expected.get("maxeig_crit_10_5_1").get(r)));
        }
        checkVectors(result, expected.get("cointegration_vectors"));
    }

    @Test
    void johansenOfDanishMoneyIsJohansensAndJuselius() throws IOException {
        double[][] series = new double[4][];
        String[] names = {"LRM", "LRY", "IBO", "IDE"};
        for (int i = 0; i < names.length; i++) {
            series[i] = SharedData.column("bench/urca_denmark.csv", names[i]);
        }
        JsonNode expected =
                SharedData.json(SHARED).get("denmark_johansen_juselius_1990").get("run");
        Johansen result = Johansen.test(series, 2, Deterministic.CONSTANT, 4);

        checkStatistics(result, expected, "maxeig");
        checkVectors(result, expected.get("V"));
        assertThat(result.trace()).containsExactly(new double[] {49.14, 19.06, 8.69, 2.35}, within(0.01));
    }

    /** statsmodels keeps a constant outside, as urca does without one inside; with a trend it takes the trend out of the levels first. */
    @ParameterizedTest
    @CsvSource({"det0_k1, 2, false", "det0_k2, 3, false", "det1_k2, 3, true"})
    void johansenOfLeSagesSeriesIsStatsmodels(String name, int lags, boolean detrended) throws IOException {
        double[][] series = new double[4][];
        for (int i = 0; i < 4; i++) {
            double[] y = SharedData.column("bench/jplv_coint_first4series.csv", "y" + (i + 1));
            series[i] = detrended
                    ? LeastSquares.fit(y, Series.ones(y.length), Series.count(0, y.length))
                            .residuals()
                    : y;
        }
        Johansen result = Johansen.test(series, lags, Deterministic.NONE, 0);
        checkStatistics(
                result, SharedData.json("bench/jplv_johansen_first4.json").get(name), "maxeig");
    }

    @Test
    void criticalValuesOfHaugAndMichelisAreStatsmodels() throws IOException {
        JsonNode expected = SharedData.json("bench/jplv_johansen_first4.json").get("det0_k1");
        for (int r = 0; r < 4; r++) {
            assertThat(HaugMichelis.trace(4)[r])
                    .containsExactly(SharedData.numbers(
                            expected.get("trace_crit_90_95_99").get(r)));
            assertThat(HaugMichelis.maxEigen(4)[r])
                    .containsExactly(SharedData.numbers(
                            expected.get("maxeig_crit_90_95_99").get(r)));
        }
        assertThat(HaugMichelis.trace(13)[0]).containsOnly(Double.NaN);
    }

    private static void checkStatistics(Johansen result, JsonNode expected, String maxEigen) {
        for (int r = 0; r < result.trace().length; r++) {
            double eigenvalue = expected.get("eigenvalues").get(r).asDouble();
            assertThat(result.eigenvalues()[r]).isCloseTo(eigenvalue, within(1e-9 * eigenvalue));
            double trace = expected.get("trace").get(r).asDouble();
            assertThat(result.trace()[r]).isCloseTo(trace, within(1e-9 * trace));
            double largest = expected.get(maxEigen).get(r).asDouble();
            assertThat(result.maxEigen()[r]).isCloseTo(largest, within(1e-9 * largest));
        }
    }

    /** R's matrix has a relation a column. */
    private static void checkVectors(Johansen result, JsonNode matrix) {
        for (int k = 0; k < result.vectors().length; k++) {
            for (int i = 0; i < result.vectors()[k].length; i++) {
                double expected = matrix.get(i).get(k).asDouble();
                assertThat(result.vectors()[k][i])
                        .as("coefficient %d of relation %d", i, k)
                        .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /** A trend inside and outside together absorb any line that is added. */
    @Test
    void aTrendInsideForgivesLines() {
        double[][] series = walks(300, 3);
        double[][] tilted = new double[3][];
        for (int j = 0; j < 3; j++) {
            double slope = 0.1 * (j + 1);
            double[] from = series[j];
            tilted[j] = new double[from.length];
            Arrays.setAll(tilted[j], i -> from[i] + slope * i + 7);
        }
        double[] plain = Johansen.test(series, 2, Deterministic.TREND, 0).eigenvalues();
        assertThat(Johansen.test(tilted, 2, Deterministic.TREND, 0).eigenvalues())
                .containsExactly(plain, within(1e-9));
    }

    @Test
    void aRelationThatWasPutInIsFound() {
        SplittableRandom random = new SplittableRandom(2);
        double[] x = walks(1_000, 1)[0];
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> 3 + 0.7 * x[i] + random.nextGaussian());

        EngleGranger found = EngleGranger.test(y, new double[][] {x}, 1);
        assertThat(found.beta()[0]).isCloseTo(0.7, within(0.05));
        assertThat(found.pValue()).isLessThan(0.001);
        Johansen johansen = Johansen.test(new double[][] {y, x}, 1, Deterministic.CONSTANT, 0);
        assertThat(johansen.trace()[0]).isGreaterThan(johansen.criticalTrace()[0][2]);
        assertThat(johansen.trace()[1]).isLessThan(johansen.criticalTrace()[1][2]);
        assertThat(johansen.vectors()[0][1]).isCloseTo(-0.7, within(0.05));
        assertThat(johansen.vectors()[0][2]).isCloseTo(-3, within(1.0));
    }

    @Test
    void refusesASeriesTwice() {
        double[] x = walks(100, 1)[0];
        assertThatThrownBy(() -> Johansen.test(new double[][] {x, x}, 2, Deterministic.CONSTANT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("combination");
        assertThatThrownBy(() -> Johansen.test(new double[][] {x}, 2, Deterministic.CONSTANT, 0))
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> EngleGranger.test(x, new double[0][], 1)).hasMessageContaining("at least two");
    }

    private static double[][] walks(int size, int count) {
        SplittableRandom random = new SplittableRandom(size + count);
        double[][] walks = new double[count][size];
        for (double[] walk : walks) {
            for (int i = 1; i < size; i++) {
                walk[i] = walk[i - 1] + random.nextGaussian();
            }
        }
        return walks;
    }
}
