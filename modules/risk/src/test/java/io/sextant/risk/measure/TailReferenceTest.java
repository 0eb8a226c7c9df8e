package io.sextant.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.risk.TailRisk;
import io.sextant.risk.SharedData;
import io.sextant.risk.backtest.Coverage;
import io.sextant.risk.backtest.RollingForecasts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Figures that others computed from real prices. Both sides do the same sums in doubles over at most 6,000 returns, so they agree to the
 * rounding of those sums: a relative 1e-9 leaves room, and no wrong convention (n for n - 1, one quantile for another) hides in it.
 */
class TailReferenceTest {

    private static final double RELATIVE = 1e-9;

    private static final Map<String, String> SERIES = Map.of(
            "btc", "crypto/daily_six_coins_close_wide.csv:BTC",
            "spy", "equities/lean_spy_daily.csv.gz:close",
            "sp500", "equities/arch_sp500.csv.gz:Adj Close");

    private static double[] returns(String series) throws IOException {
        String[] where = Objects.requireNonNull(SERIES.get(series)).split(":");
        double[] close = SharedData.column(where[0], where[1]);
        return ReturnTable.ofPrices(List.of(series), new double[][] {close}).columns()[0];
    }

    @ParameterizedTest
    @CsvSource({
        "btc, 0.95",
        "btc, 0.975",
        "btc, 0.99",
        "spy, 0.95",
        "spy, 0.975",
        "spy, 0.99",
        "sp500, 0.95",
        "sp500, 0.975",
        "sp500, 0.99"
    })
    void everyMethodWithAReferenceGivesItsFigures(String series, double confidence) throws IOException {
        JsonNode wanted = SharedData.json("computed/risk_" + series + ".json");
        JsonNode level = wanted.get("level_" + confidence);
        double[] returns = returns(series);

        TailRisk historical = tail(returns, TailMethod.HISTORICAL, confidence, 1);
        same(historical.valueAtRisk(), level, "hist_var_linear_quantile");
        same(historical.expectedShortfall(), level, "hist_cvar_mean_of_r_le_quantile");
        TailRisk normal = tail(returns, TailMethod.PARAMETRIC, confidence, 1);
        same(normal.valueAtRisk(), level, "normal_var");
        same(normal.expectedShortfall(), level, "normal_cvar");
        same(tail(returns, TailMethod.CORNISH_FISHER, confidence, 1).valueAtRisk(), level, "cornish_fisher_var");
        same(
                tail(returns, TailMethod.PARAMETRIC, confidence, 10).valueAtRisk(),
                level,
                "ten_day_normal_var_sqrt_rule_mean_scaled");
        assertThat(returns).hasSize(wanted.get("n_returns").asInt());
    }

    @ParameterizedTest
    @CsvSource({"btc", "spy", "sp500"})
    void momentsRatiosDrawdownAndDecayedVolatilityAreTheirs(String series) throws IOException {
        JsonNode wanted = SharedData.json("computed/risk_" + series + ".json");
        double[] returns = returns(series);

        Moments moments = Moments.of(returns);
        same(moments.mean(), wanted, "mean");
        same(moments.deviation(), wanted, "sd_n_minus_1");
        same(moments.skewness(), wanted, "skew_biased");
        same(moments.excessKurtosis(), wanted, "excess_kurtosis_biased");
        PerformanceRatios ratios =
                PerformanceRatios.of(returns, 0, wanted.get("annualisation").asInt());
        same(ratios.mean(), wanted, "ann_mean");
        same(ratios.volatility(), wanted, "ann_vol");
        same(ratios.growth(), wanted, "cagr_by_count");
        same(ratios.sharpe(), wanted, "sharpe_rf0");
        same(ratios.sortino(), wanted, "sortino_target0");
        same(ratios.calmar(), wanted, "calmar_cagr_over_maxdd");
        same(ratios.omega(), wanted, "omega_threshold0");
        Drawdown drawdown = Drawdown.of(returns);
        same(drawdown.deepest(), wanted, "max_drawdown");
        same(drawdown.ulcer(), wanted, "ulcer_index");
        same(
                SeriesTail.of(returns, TailWish.of(TailMethod.EWMA, 0.95, 1))
                        .figures()
                        .getOrDefault("deviation", Double.NaN),
                wanted,
                "ewma_vol_lambda094_last");
    }

    @ParameterizedTest
    @CsvSource({
        "btc, 0.95, kupiec_95",
        "btc, 0.99, kupiec_99",
        "spy, 0.95, kupiec_95",
        "spy, 0.99, kupiec_99",
        "sp500, 0.95, kupiec_95",
        "sp500, 0.99, kupiec_99"
    })
    void rollingForecastsAreTestedAsTheReferenceDoes(String series, double confidence, String name) throws IOException {
        JsonNode wanted = SharedData.json("computed/risk_" + series + ".json").get(name);

        Coverage coverage = Coverage.of(
                RollingForecasts.of(
                        returns(series),
                        TailWish.of(TailMethod.HISTORICAL, confidence, 1),
                        wanted.get("window").asInt()),
                confidence);

        assertThat(coverage.observations()).isEqualTo(wanted.get("observations").asInt());
        assertThat(coverage.breaches()).isEqualTo(wanted.get("exceptions").asInt());
        same(coverage.kupiec(), wanted, "kupiec_lr");
        same(coverage.kupiecProbability(), wanted, "kupiec_p");
        same(coverage.independence(), wanted, "christoffersen_independence_lr");
        same(coverage.independenceProbability(), wanted, "christoffersen_p");
    }

    @ParameterizedTest
    @CsvSource({"crypto6, crypto/daily_six_coins_close_wide.csv", "ppo8, equities/ppo_stock_prices_20.csv.gz"})
    void componentsAndMarginalsAreTheReferences(String name, String file) throws IOException {
        JsonNode wanted = SharedData.json("computed/component_var_" + name + ".json");
        Map<String, double[]> columns = SharedData.columns(file);
        List<String> assets = new ArrayList<>();
        wanted.get("assets").forEach(each -> assets.add(each.asString()));
        double[] weights = SharedData.numbers(wanted.get("weights"));
        ReturnTable returns = ReturnTable.ofPrices(
                assets,
                assets.stream().map(a -> Objects.requireNonNull(columns.get(a))).toArray(double[][]::new));
        assertThat(returns.periods()).isEqualTo(wanted.get("rows").asInt());
        TailWish sample = TailWish.of(TailMethod.PARAMETRIC, 0.95, 1);
        TailWish zero = new TailWish(
                TailMethod.PARAMETRIC, 0.95, 1, true, sample.copula(), sample.margins(), sample.paths(), 1, 1);

        MeasuredTail told = new PortfolioTail(returns, zero).of(weights);
        same(told.tail().valueAtRisk(), wanted, "normal_var_zero_mean");
        Map<String, Double> marginal = named(assets, told.marginal());
        Map<String, Double> component = named(assets, MeasuredTail.components(weights, told.marginal()));
        for (String asset : assets) {
            same(marginal.getOrDefault(asset, Double.NaN), wanted.get("marginal_var"), asset);
            same(component.getOrDefault(asset, Double.NaN), wanted.get("component_var"), asset);
        }
        double undiversified = PortfolioTail.undiversified(returns, weights, 0.95, 1);
        same(undiversified, wanted, "undiversified_var");
        same(undiversified / told.tail().valueAtRisk(), wanted, "diversification_ratio");
        same(new PortfolioTail(returns, sample).of(weights).tail().valueAtRisk(), wanted, "normal_var_with_mean");
        TailRisk historical = new PortfolioTail(returns, sample.with(TailMethod.HISTORICAL))
                .of(weights)
                .tail();
        same(historical.valueAtRisk(), wanted, "hist_var");
        same(historical.expectedShortfall(), wanted, "hist_cvar");
        double[][] correlation = CorrelationRoot.correlation(returns.columns());
        double[][] covariance = returns.covariance();
        for (int i = 0; i < assets.size(); i++) {
            same(covariance[i][0] / covariance[0][0], wanted.get("beta_to_first"), assets.get(i));
            double[] row = SharedData.numbers(wanted.get("correlation").get(i));
            assertThat(correlation[i]).containsExactly(row, within(RELATIVE));
        }
    }

    /** Its window is 252 returns, or as many as there are; the normal law has the mean and n - 1. */
    @Test
    void theIndicatorOfLeanIsTheParametricMethodOnAWindow() throws IOException {
        Map<String, double[]> columns = SharedData.columns("indicators/lean/spy_valueatrisk.csv.gz");
        double[] returns = Objects.requireNonNull(columns.get("returns"));
        int compared = 0;
        for (int level : new int[] {90, 95, 99}) {
            double[] wanted = Objects.requireNonNull(columns.get("VaR_" + level));
            for (int t = 2; t < returns.length; t += 7) {
                double[] window = Arrays.copyOfRange(returns, Math.max(1, t - 251), t + 1);
                TailRisk tail = tail(window, TailMethod.PARAMETRIC, level / 100.0, 1);
                // 1e-12 of value: the sums of 252 returns are rounded at 1e-16 each.
                assertThat(-tail.valueAtRisk()).isCloseTo(wanted[t], within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(2_500);
    }

    private static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }

    private static TailRisk tail(double[] returns, TailMethod method, double confidence, int horizon) {
        return SeriesTail.of(returns, TailWish.of(method, confidence, horizon)).tail();
    }

    private static void same(double value, JsonNode in, String name) {
        double wanted = in.get(name).asDouble();
        assertThat(value).as(name).isCloseTo(wanted, within(RELATIVE * Math.abs(wanted)));
    }
}
