package io.sextant.app.cli;

import io.sextant.risk.backtest.AcerbiSzekely;
import io.sextant.risk.backtest.Coverage;
import io.sextant.risk.backtest.RollingForecasts;
import io.sextant.risk.backtest.TailForecast;
import io.sextant.risk.backtest.TrafficLight;
import io.sextant.risk.measure.Concentration;
import io.sextant.risk.measure.Drawdown;
import io.sextant.risk.measure.LiquidityCost;
import io.sextant.risk.measure.MeasuredTail;
import io.sextant.risk.measure.Moments;
import io.sextant.risk.measure.PerformanceRatios;
import io.sextant.risk.measure.PortfolioTail;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The parts of what {@code risk} answers. */
final class RiskAnswer {

    private final ReturnTable returns;
    private final Holdings.Weighted held;
    private final TailWish wish;
    private final Map<String, Object> answer;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> components = new LinkedHashMap<>();

    RiskAnswer(ReturnTable returns, Holdings.Weighted held, TailWish wish, Map<String, Object> answer) {
        this.returns = returns;
        this.held = held;
        this.wish = wish;
        this.answer = answer;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Parts of the value at risk by ticker, once it was measured. */
    Map<String, Double> components() {
        return components;
    }

    void tail() {
        PortfolioTail measure = new PortfolioTail(returns, wish);
        double[] weights = held.weights();
        MeasuredTail told = measure.of(weights);
        double var = told.tail().valueAtRisk();
        answer.put("var", var);
        answer.put("cvar", told.tail().expectedShortfall());
        if (!Double.isNaN(held.value())) {
            answer.put("value", held.value());
            answer.put("varMoney", var * held.value());
            answer.put("cvarMoney", told.tail().expectedShortfall() * held.value());
        }
        components.putAll(named(MeasuredTail.components(weights, told.marginal())));
        answer.put("component", components);
        answer.put("componentCvar", named(MeasuredTail.components(weights, told.marginalShortfall())));
        answer.put("marginal", named(told.marginal()));
        answer.put(
                "incremental",
                measure.incremental(weights, var).map(this::named).orElse(null));
        answer.put("figures", told.figures());
        notes.addAll(told.notes());
        answer.put("notes", notes);
    }

    /** Whatever the method: the usual split under a normal law around zero, and what the portfolio did. */
    void portfolio(int periods, double riskFree) {
        double[] weights = held.weights();
        double[] portfolio = returns.portfolio(weights);
        TailWish zero = new TailWish(
                TailMethod.PARAMETRIC,
                wish.confidence(),
                wish.horizon(),
                true,
                wish.copula(),
                wish.margins(),
                wish.paths(),
                wish.seed(),
                wish.threads());
        MeasuredTail normal = new PortfolioTail(returns, zero).of(weights);
        double undiversified = PortfolioTail.undiversified(returns, weights, wish.confidence(), wish.horizon());
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("var", normal.tail().valueAtRisk());
        split.put("component", named(MeasuredTail.components(weights, normal.marginal())));
        split.put("marginal", named(normal.marginal()));
        split.put("undiversified", undiversified);
        answer.put("normalZeroMean", split);
        answer.put("diversificationRatio", undiversified / normal.tail().valueAtRisk());
        Map<String, Object> mix = new LinkedHashMap<>();
        mix.put("weights", named(weights));
        Concentration concentration = Concentration.of(returns, weights);
        mix.put("net", concentration.net());
        mix.put("gross", concentration.gross());
        mix.put("cash", 1 - concentration.net());
        mix.put("herfindahl", concentration.herfindahl());
        mix.put("effectiveAssets", concentration.effectiveAssets());
        mix.put("effectiveBets", concentration.effectiveBets());
        answer.put("exposure", mix);
        if (Math.abs(concentration.net() - 1) > 1e-9) {
            notes.add(String.format(
                    Locale.ENGLISH,
                    concentration.net() < 1
                            ? "The weights add up to %.4f; the rest is cash that earns nothing."
                            : "The weights add up to %.4f; what is above one is borrowed at no cost.",
                    concentration.net()));
        }
        drawdown(portfolio);
        ratios(portfolio, periods, riskFree);
    }

    private void drawdown(double[] portfolio) {
        Drawdown drawdown = Drawdown.of(portfolio);
        Map<String, Object> fallen = new LinkedHashMap<>();
        fallen.put("current", -drawdown.current());
        fallen.put("max", -drawdown.deepest());
        fallen.put("peakPeriod", drawdown.peak());
        fallen.put("troughPeriod", drawdown.trough());
        fallen.put("longestPeriods", drawdown.longest());
        fallen.put("underPeriods", drawdown.under());
        fallen.put("ulcer", drawdown.ulcer());
        answer.put("drawdown", fallen);
    }

    private void ratios(double[] portfolio, int periods, double riskFree) {
        PerformanceRatios ratios = PerformanceRatios.of(portfolio, riskFree, periods);
        Moments moments = Moments.of(portfolio);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("mean", moments.mean());
        told.put("deviation", moments.deviation());
        told.put("skewness", moments.skewness());
        told.put("excessKurtosis", moments.excessKurtosis());
        told.put("annualMean", ratios.mean());
        told.put("annualVolatility", ratios.volatility());
        told.put("annualGrowth", ratios.growth());
        told.put("sharpe", ratios.sharpe());
        told.put("sortino", ratios.sortino());
        told.put("calmar", ratios.calmar());
        told.put("omega", ratios.omega());
        told.put("tailRatio", ratios.tailRatio());
        answer.put("ratios", told);
    }

    void liquidity(Path file) {
        JsonNode root = JsonFile.read(file);
        int count = held.tickers().size();
        double[] spread = new double[count];
        double[] deviation = new double[count];
        double[] periods = new double[count];
        for (int i = 0; i < count; i++) {
            String ticker = held.tickers().get(i);
            JsonNode told = root.path(ticker);
            if (told.isMissingNode()) {
                throw new RefusedByRule(
                        "The file " + file + " does not say what it costs to get out of " + ticker + ".");
            }
            spread[i] = Holdings.number(told.isObject() ? told.path("spread") : told, file, "the spread of " + ticker);
            deviation[i] = told.has("spreadDeviation")
                    ? Holdings.number(told.path("spreadDeviation"), file, "the spread's deviation of " + ticker)
                    : 0;
            periods[i] = told.has("periods")
                    ? Holdings.number(told.path("periods"), file, "the periods that a sale of " + ticker + " takes")
                    : 1;
        }
        LiquidityCost cost = new LiquidityCost(spread, deviation, periods);
        double slow = new PortfolioTail(returns, wish)
                .of(cost.stretched(held.weights()))
                .tail()
                .valueAtRisk();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("spreadCost", cost.spreadCost(held.weights()));
        told.put("varWhileSelling", slow);
        told.put("var", slow + cost.spreadCost(held.weights()));
        answer.put("liquidityAdjusted", told);
    }

    void backtest(int window) {
        List<TailForecast> forecasts = RollingForecasts.of(returns.portfolio(held.weights()), wish, window);
        Coverage coverage = Coverage.of(forecasts, wish.confidence());
        AcerbiSzekely shortfall = AcerbiSzekely.of(forecasts, wish.confidence());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("window", window);
        told.put("observations", coverage.observations());
        told.put("breaches", coverage.breaches());
        told.put("expectedBreaches", coverage.observations() * wish.tail());
        told.put("kupiec", coverage.kupiec());
        told.put("kupiecP", coverage.kupiecProbability());
        told.put("christoffersen", coverage.independence());
        told.put("christoffersenP", coverage.independenceProbability());
        told.put("conditionalCoverage", coverage.conditional());
        told.put("conditionalCoverageP", coverage.conditionalProbability());
        told.put("acerbiSzekelyGiven", shortfall.given());
        told.put("acerbiSzekely", shortfall.unconditional());
        told.put("acerbiSzekelyCritical", AcerbiSzekely.CRITICAL);
        told.put("shortfallHolds", !shortfall.speaksAgainst());
        List<TailForecast> year = forecasts.subList(Math.max(0, forecasts.size() - 250), forecasts.size());
        int breaches = (int) year.stream().filter(TailForecast::isBreach).count();
        told.put("trafficLightBreaches", breaches);
        told.put(
                "trafficLight",
                TrafficLight.of(year.size(), breaches, wish.confidence()).name().toLowerCase(Locale.ROOT));
        answer.put("backtest", told);
    }

    private Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(held.tickers().get(i), values[i]);
        }
        return named;
    }
}
