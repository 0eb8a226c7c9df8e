package io.sextant.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Against R's urca (Dickey-Fuller) and tseries (KPSS, Phillips-Perron) on daily closes of coins and on British consumption. */
class UnitRootReferenceTest {

    private static final String COINS = "crypto/daily_six_coins_close_wide.csv";

    private static double[] series(String name) throws IOException {
        double[] logs = Arrays.stream(SharedData.column(COINS, name.startsWith("btc") ? "BTC" : "ETH"))
                .map(Math::log)
                .toArray();
        return name.endsWith("logret") ? Series.differences(logs) : logs;
    }

    private static JsonNode reference(String name) throws IOException {
        return SharedData.json("computed/cointegration_shared.json")
                .get("unit_root")
                .get(name);
    }

    @ParameterizedTest
    @CsvSource({"btc_log", "btc_logret", "eth_log"})
    void dickeyFullerIsUrcas(String name) throws IOException {
        for (int lags : new int[] {1, 5}) {
            JsonNode expected = reference(name).get("lags" + lags);
            check(name, lags, Deterministic.NONE, expected.get("none"));
            check(name, lags, Deterministic.CONSTANT, expected.get("drift"));
            check(name, lags, Deterministic.TREND, expected.get("trend"));
        }
        JsonNode tseries = reference(name).get("tseries_adf_trend");
        UnitRoot result = AugmentedDickeyFuller.test(
                series(name), tseries.get("parameter").asInt(), Deterministic.TREND);
        assertThat(result.statistic()).isCloseTo(tseries.get("statistic").asDouble(), within(1e-9));
    }

    private static void check(String name, int lags, Deterministic deterministic, JsonNode expected)
            throws IOException {
        UnitRoot result = AugmentedDickeyFuller.test(series(name), lags, deterministic);
        double tau = expected.get("tau").asDouble();
        assertThat(result.statistic()).isCloseTo(tau, within(1e-9 * Math.abs(tau)));
        // urca prints Fuller's older table to two decimals.
        assertThat(result.criticalValues().onePercent())
                .isCloseTo(expected.get("crit").get("1pct").asDouble(), within(0.02));
        assertThat(result.criticalValues().tenPercent())
                .isCloseTo(expected.get("crit").get("10pct").asDouble(), within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"btc_log", "btc_logret", "eth_log"})
    void kpssAndPhillipsPerronAreTseries(String name) throws IOException {
        double[] values = series(name);
        for (Deterministic deterministic : new Deterministic[] {Deterministic.CONSTANT, Deterministic.TREND}) {
            JsonNode expected = reference(name).get(deterministic == Deterministic.TREND ? "kpss_trend" : "kpss_level");
            int lags = LongRunVariance.shortLags(values.length);
            assertThat(lags).isEqualTo(expected.get("parameter").asInt());
            UnitRoot result = Kpss.test(values, lags, deterministic);
            double statistic = expected.get("statistic").asDouble();
            assertThat(result.statistic()).isCloseTo(statistic, within(1e-9 * statistic));
            assertThat(result.pValue()).isCloseTo(expected.get("p.value").asDouble(), within(1e-9));
        }
        JsonNode expected = reference(name).get("pp");
        double rho = PhillipsPerron.test(values, 8, Deterministic.TREND).rho();
        double statistic = expected.get("statistic").asDouble();
        // tseries centres its trend a little otherwise: n^2/(n^2 - 1) on the correction.
        assertThat(rho).isCloseTo(statistic, within(1e-6 * Math.abs(statistic)));
    }

    @Test
    void dickeyFullerOfBritishConsumptionIsUrcas() throws IOException {
        UnitRoot result =
                AugmentedDickeyFuller.test(SharedData.column("bench/urca_Raotbl3.csv", "lc"), 3, Deterministic.TREND);
        double expected = SharedData.json("computed/cointegration_shared.json")
                .get("rao_consumption")
                .get("adf_lc_trend_lag3")
                .get("tau")
                .asDouble();
        assertThat(result.statistic()).isCloseTo(expected, within(1e-9));
    }
}
