package io.sextant.portfolio.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.portfolio.SharedData;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.MeanKind;
import io.sextant.portfolio.estimate.Means;
import io.sextant.portfolio.estimate.ReturnPanel;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Against cvxopt, HiGHS, SciPy and PyPortfolioOpt. Where the reference is an interior-point solution its last digits are its own: 1e-9 for a
 * weight is a hundred times what it differs by, and a thousandth of what another formula would make. Closed forms and trees agree to 1e-12.
 */
class PortfolioReferenceTest {

    private static final double INTERIOR_POINT = 1e-9;
    private static final double CLOSED = 1e-12;

    private record Case(Market market, JsonNode reference) {

        Solution solve(Limits limits, Method method) {
            return Optimiser.solve(market, limits, method);
        }

        Limits longOnly() {
            return Limits.longOnly(market.size());
        }

        Limits unbounded() {
            return Limits.between(market.size(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        void assertWeights(Solution solution, JsonNode weights, double tolerance) {
            for (int i = 0; i < market.size(); i++) {
                String name = market.names().get(i);
                assertThat(solution.weights()[i])
                        .as(name)
                        .isCloseTo(weights.get(name).asDouble(), within(tolerance));
            }
        }

        void assertFigures(Solution solution, JsonNode expected) {
            Figures figures = Figures.of(market, solution.weights());
            assertThat(figures.expectedReturn()).isCloseTo(expected.get("ret").asDouble(), within(1e-9));
            if (expected.has("vol")) {
                assertThat(figures.volatility()).isCloseTo(expected.get("vol").asDouble(), within(1e-10));
            }
            if (expected.has("sharpe")) {
                assertThat(figures.sharpe()).isCloseTo(expected.get("sharpe").asDouble(), within(1e-8));
            }
            if (expected.has("cvar")) {
                assertThat(figures.cvar95()).isCloseTo(expected.get("cvar").asDouble(), within(1e-12));
            }
        }
    }

    private static Case stocks() throws IOException {
        return of(
                SharedData.panel("equities/ppo_stock_prices_20.csv.gz"),
                SharedData.json("computed/portfolio_ppo20.json"));
    }

    private static Case coins() throws IOException {
        JsonNode reference = SharedData.json("computed/portfolio_crypto6.json");
        ReturnPanel all = SharedData.panel("crypto/daily_six_coins_close_wide.csv");
        return of(all.last(reference.get("rows_returns").asInt()), reference);
    }

    private static Case of(ReturnPanel panel, JsonNode reference) {
        double periods = reference.get("annualisation").asDouble();
        double riskFree = reference.get("risk_free").asDouble();
        Covariances.Estimate estimate = Covariances.of(panel, Covariance.SAMPLE, Double.NaN);
        double[] means = Means.of(panel, MeanKind.COMPOUND, estimate.matrix(), periods, riskFree);
        double[] arithmetic = Means.of(panel, MeanKind.ARITHMETIC, estimate.matrix(), periods, riskFree);
        for (int i = 0; i < means.length; i++) {
            String name = panel.names().get(i);
            assertThat(means[i])
                    .as(name)
                    .isCloseTo(reference.get("mu").get(name).asDouble(), within(1e-10));
            assertThat(arithmetic[i])
                    .as(name)
                    .isCloseTo(reference.get("mu_arithmetic").get(name).asDouble(), within(1e-10));
        }
        for (double[] row : estimate.matrix()) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= periods;
            }
        }
        return new Case(
                new Market(
                        panel.names(),
                        means,
                        estimate.matrix(),
                        estimate.correlations(),
                        panel.complete().rows(),
                        periods,
                        riskFree),
                reference);
    }

    @Test
    void twentyStocksHaveTheReferencesWeightsByEachMethod() throws IOException {
        assertAll(stocks());
    }

    @Test
    void sixCoinsHaveTheReferencesWeightsByEachMethod() throws IOException {
        assertAll(coins());
    }

    private static void assertAll(Case of) {
        JsonNode reference = of.reference();
        double cap = reference.get("max_sharpe_cap").get("cap").asDouble();
        JsonNode bounds = reference.get("min_vol_bounds").get("bounds");
        Limits capped = Limits.between(of.market().size(), 0, cap);
        Limits both = Limits.between(
                of.market().size(), bounds.get(0).asDouble(), bounds.get(1).asDouble());

        assertOptimum(of, of.longOnly(), new Method.MinVolatility(), reference.get("min_vol"), INTERIOR_POINT);
        assertOptimum(of, of.longOnly(), new Method.MaxSharpe(), reference.get("max_sharpe"), INTERIOR_POINT);
        assertOptimum(of, capped, new Method.MaxSharpe(), reference.get("max_sharpe_cap"), INTERIOR_POINT);
        assertOptimum(of, both, new Method.MinVolatility(), reference.get("min_vol_bounds"), INTERIOR_POINT);
        assertOptimum(
                of,
                of.unbounded(),
                new Method.MinVolatility(),
                reference.get("min_vol_short_allowed_closed_form"),
                CLOSED);
        assertOptimum(
                of,
                of.unbounded(),
                new Method.MaxSharpe(),
                reference.get("tangency_short_allowed_closed_form"),
                CLOSED);
        assertOptimum(of, of.longOnly(), new Method.RiskParity(Map.of()), reference.get("risk_parity"), CLOSED);
        assertOptimum(of, of.longOnly(), new Method.MinCvar(), reference.get("min_cvar_95"), 1e-10);
        for (JsonNode point : reference.get("efficient_frontier_long_only")) {
            Solution solution = of.solve(
                    of.longOnly(), new Method.TargetReturn(point.get("target").asDouble()));
            of.assertWeights(solution, point.get("weights"), 1e-7);
            assertThat(Figures.of(of.market(), solution.weights()).volatility())
                    .isCloseTo(point.get("vol").asDouble(), within(1e-9));
        }
        of.assertWeights(
                of.solve(of.longOnly(), new Method.InverseVolatility()),
                reference.get("inverse_vol").get("weights"),
                CLOSED);
        of.assertWeights(
                of.solve(of.longOnly(), new Method.Hrp(false)),
                reference.get("hrp").get("weights_euclid_of_distance"),
                CLOSED);
        of.assertWeights(
                of.solve(of.longOnly(), new Method.Hrp(true)),
                reference.get("hrp").get("weights_direct_distance"),
                CLOSED);
    }

    private static void assertOptimum(Case of, Limits limits, Method method, JsonNode expected, double tolerance) {
        Solution solution = of.solve(limits, method);
        of.assertWeights(solution, expected.get("weights"), tolerance);
        of.assertFigures(solution, expected);
        assertThat(solution.kkt()).as(method.toString()).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void aRiskOfNineteenPercentEarnsWhatPyPortfolioOptPublished() throws IOException {
        Case stocks = stocks();
        JsonNode published =
                stocks.reference().get("published_pypfopt_expectations").get("efficient_risk_0.19");

        Figures figures = Figures.of(
                stocks.market(),
                stocks.solve(stocks.longOnly(), new Method.TargetVolatility(0.19))
                        .weights());

        // Their solver stops at a return 4e-10 above what 19% can earn.
        assertThat(figures.expectedReturn()).isCloseTo(published.get(0).asDouble(), within(1e-8));
        assertThat(figures.volatility()).isCloseTo(0.19, within(1e-12));
    }

    @Test
    void cornersOfTheFrontierHoldItsReferencePointsBetweenThem() throws IOException {
        Case stocks = stocks();
        var corners = Optimiser.frontier(stocks.market(), stocks.longOnly());

        for (JsonNode point : stocks.reference().get("efficient_frontier_long_only")) {
            double target = point.get("target").asDouble();
            double least = Double.POSITIVE_INFINITY;
            for (int k = 1; k < corners.size(); k++) {
                double from = Figures.dot(stocks.market().means(), corners.get(k - 1));
                double to = Figures.dot(stocks.market().means(), corners.get(k));
                if (target >= from - 1e-12 && target <= to + 1e-12) {
                    double share = to > from ? (target - from) / (to - from) : 0;
                    double[] between = corners.get(k - 1).clone();
                    for (int i = 0; i < between.length; i++) {
                        between[i] += share * (corners.get(k)[i] - between[i]);
                    }
                    least = Figures.of(stocks.market(), between).volatility();
                }
            }
            assertThat(least).isCloseTo(point.get("vol").asDouble(), within(1e-9));
        }
    }
}
