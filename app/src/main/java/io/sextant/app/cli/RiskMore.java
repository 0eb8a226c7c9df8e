package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.risk.measure.CorrelationWatch;
import io.sextant.risk.measure.FactorExposure;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.measure.TailWish;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.stress.HistoricalWindow;
import io.sextant.risk.stress.ReverseStress;
import io.sextant.risk.volatility.VolatilityContest;
import io.sextant.risk.whatif.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@code risk} answers beside the tail, on request. */
final class RiskMore {

    private static final int CONTEST_WINDOW = 1_000;
    private static final int CONTEST_EVERY = 250;
    private static final int CONTEST_STATES = 3;

    private final WidePrices prices;
    private final ReturnTable returns;
    private final Holdings.Weighted held;
    private final int last;

    RiskMore(WidePrices prices, ReturnTable returns, Holdings.Weighted held, int last) {
        this.prices = prices;
        this.returns = returns;
        this.held = held;
        this.last = last;
    }

    /** The portfolio and other columns over the rows that all of them have; the portfolio comes first. */
    private ReturnTable beside(List<String> others) {
        List<String> names = new ArrayList<>(held.tickers());
        others.forEach(other -> names.add("other " + other));
        List<String> all = new ArrayList<>(held.tickers());
        all.addAll(others);
        return ReturnTable.ofPrices(names, prices.of(all)).last(last);
    }

    Map<String, Object> beta(String benchmark) {
        ReturnTable together = beside(List.of(benchmark));
        if (together.periods() < 2) {
            throw new RefusedByRule("The portfolio and " + benchmark + " have too few rows in common for a beta.");
        }
        double[] weights = Arrays.copyOf(held.weights(), together.assets());
        double[][] covariance = new ReturnTable(
                        List.of("portfolio", benchmark),
                        new double[][] {together.portfolio(weights), together.columns()[together.assets() - 1]})
                .covariance();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("benchmark", benchmark);
        told.put("beta", covariance[0][1] / covariance[1][1]);
        told.put("correlation", covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1]));
        told.put("observations", together.periods());
        return told;
    }

    private Map<String, Double> betas(@Nullable String benchmark) {
        Map<String, Double> betas = new LinkedHashMap<>();
        if (benchmark == null) {
            held.tickers().forEach(ticker -> betas.put(ticker, 1.0));
            return betas;
        }
        ReturnTable together = beside(List.of(benchmark));
        double[] index = together.columns()[together.assets() - 1];
        for (int c = 0; c < held.tickers().size(); c++) {
            double[][] covariance = new ReturnTable(
                            List.of("asset", benchmark), new double[][] {together.columns()[c], index})
                    .covariance();
            betas.put(held.tickers().get(c), covariance[0][1] / covariance[1][1]);
        }
        return betas;
    }

    Map<String, Object> factors(List<String> factors) {
        ReturnTable together = beside(factors);
        int own = held.tickers().size();
        ReturnTable columns = new ReturnTable(factors, Arrays.copyOfRange(together.columns(), own, together.assets()));
        double[] portfolio = together.portfolio(Arrays.copyOf(held.weights(), together.assets()));
        FactorExposure exposure = FactorExposure.of(portfolio, columns);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("own", exposure.own());
        told.put("explained", exposure.explained());
        Map<String, Object> betas = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < factors.size(); i++) {
            betas.put(factors.get(i), exposure.betas()[i]);
            values.put(factors.get(i), exposure.tValues()[i]);
        }
        told.put("betas", betas);
        told.put("tValues", values);
        told.put("observations", together.periods());
        return told;
    }

    /** Weights and parts of the value at risk by group. */
    Map<String, Object> groups(Path file, Map<String, Double> components) {
        JsonNode root = JsonFile.read(file);
        Map<String, Map<String, Double>> groups = new TreeMap<>();
        for (int i = 0; i < held.tickers().size(); i++) {
            String ticker = held.tickers().get(i);
            JsonNode group = root.path(ticker);
            if (!group.isString()) {
                throw new FileProblem("The file " + file + " names no group of " + ticker + ".");
            }
            Map<String, Double> sums = groups.computeIfAbsent(group.asString(), name -> new LinkedHashMap<>());
            sums.merge("weight", held.weights()[i], Double::sum);
            sums.merge("component", components.getOrDefault(ticker, 0.0), Double::sum);
        }
        return new LinkedHashMap<>(groups);
    }

    Map<String, Object> watch(int newest) {
        CorrelationWatch.Reading reading = CorrelationWatch.of(returns, newest);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("newest", newest);
        told.put("averageBefore", reading.averageBefore());
        told.put("averageNow", reading.averageNow());
        List<Map<String, Object>> breaks = new ArrayList<>();
        for (CorrelationWatch.Break each : reading.breaks()) {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("one", each.one());
            pair.put("other", each.other());
            pair.put("before", each.before());
            pair.put("now", each.now());
            pair.put("p", each.probability());
            breaks.add(pair);
        }
        told.put("breaks", breaks);
        return told;
    }

    /** As if one unit of each were worth its weight, so that shares of the value come out. */
    private Sandbox sandbox() {
        double[] ones = new double[held.weights().length];
        Arrays.fill(ones, 1);
        return Sandbox.of(
                returns,
                ones,
                held.weights(),
                1 - DoubleStream.of(held.weights()).sum());
    }

    List<Map<String, Object>> stress(@Nullable String benchmark) {
        Map<String, Double> betas = betas(benchmark);
        Sandbox now = sandbox();
        List<Map<String, Object>> told = new ArrayList<>();
        for (HistoricalWindow window : HistoricalWindow.shipped()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", window.name());
            line.put("from", window.from().toString());
            line.put("to", window.to().toString());
            line.put("indexMove", window.move());
            line.put("result", now.with(window.onBetas(betas)).value() - 1);
            line.put("worstDay", now.with(window.worstDayOnBetas(betas)).value() - 1);
            told.add(line);
        }
        return told;
    }

    Map<String, Object> reverse(double loss) {
        if (!(loss > 0 && loss < Double.MAX_VALUE)) {
            throw new RefusedByRule("--reverse is the fraction that is lost, above zero.");
        }
        ReverseStress reverse = ReverseStress.of(held.weights(), returns.covariance(), loss);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("loss", loss);
        told.put("deviations", reverse.deviations());
        told.put("chance", reverse.chance());
        told.put("moves", named(reverse.moves()));
        told.put("alone", named(reverse.alone()));
        return told;
    }

    Map<String, Object> outlook(PathKind kind, RiskWishes wishes, TailWish wish, OutlookDrawing drawing) {
        double[] past = returns.portfolio(held.weights());
        try {
            OutlookTerms terms = new OutlookTerms(wishes.ahead, wish.paths(), wishes.ruin, wish.seed());
            return outlook(kind, drawing.of(drawers -> drawers.one(kind, past, terms)));
        } catch (IllegalArgumentException cannot) {
            throw new RefusedByRule("There is no such outlook: " + cannot.getMessage() + ".");
        }
    }

    static Map<String, Object> outlook(PathKind kind, Outlook outlook) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("model", kind.label());
        told.put("paths", outlook.paths());
        told.put("shares", outlook.shares());
        told.put("periods", outlook.periods());
        told.put("fan", outlook.fan());
        told.put("mean", outlook.mean());
        told.put("lossChance", outlook.lossChance());
        told.put("drawdowns", outlook.drawdowns());
        told.put("ruinChance", outlook.ruinChance());
        return told;
    }

    Map<String, Object> volatility(long seed) {
        double[] past = returns.portfolio(held.weights());
        int window = Math.min(CONTEST_WINDOW, past.length / 2);
        VolatilityContest contest;
        try {
            contest = VolatilityContest.of(past, window, CONTEST_EVERY, CONTEST_STATES, seed);
        } catch (IllegalArgumentException cannot) {
            throw new RefusedByRule("Forecasts of volatility cannot be compared: " + cannot.getMessage() + ".");
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("mixture", contest.next());
        told.put("garch", contest.nextGarch());
        told.put("forecasts", contest.periods());
        told.put("qlikeMixture", contest.mixture());
        told.put("qlikeGarch", contest.garch());
        told.put("qlikeDecay", contest.decay());
        told.put("advantageOverGarch", contest.advantage());
        return told;
    }

    private Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(held.tickers().get(i), values[i]);
        }
        return named;
    }
}
