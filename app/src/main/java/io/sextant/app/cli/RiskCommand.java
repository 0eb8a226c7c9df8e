package io.sextant.app.cli;

import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.measure.TailWish;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How bad the bad days of a portfolio are. */
@Command(
        name = "risk",
        mixinStandardHelpOptions = true,
        description = {
            "Value at risk and expected shortfall of a portfolio, who contributes, drawdown and ratios, all as fractions of"
                    + " its value; losses are above zero.",
            "",
            "Prices are a table with one column a ticker. Weights are {\"AAPL\": 0.6, \"MSFT\": 0.4}; what"
                    + " they lack to one is cash. Positions are {\"AAPL\": 10}, or {\"cash\": 1000, \"positions\": {\"AAPL\":"
                    + " 10}}, or [{\"ticker\": \"AAPL\", \"quantity\": 10}], at the newest prices. The mix is restored after"
                    + " each period.",
            ""
        })
final class RiskCommand implements Callable<Integer> {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--prices", required = true, paramLabel = "FILE", description = "A table of prices.")
    Path prices = Path.of("");

    @Option(names = "--weights", paramLabel = "FILE", description = "Shares of the value by ticker, JSON.")
    @Nullable Path weights;

    @Option(names = "--positions", paramLabel = "FILE", description = "Quantities by ticker, JSON.")
    @Nullable Path positions;

    @Mixin
    RiskOptions how = new RiskOptions();

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Only the newest N returns are looked at; all if not given.")
    int last = Integer.MAX_VALUE;

    @Option(names = "--periods", paramLabel = "N", description = "Periods of a year for ratios; 252 if not given.")
    int periods = 252;

    @Option(
            names = "--risk-free",
            paramLabel = "R",
            description = "Riskless rate of a year for ratios; 0 if not given.")
    double riskFree;

    @Mixin
    RiskWishes more = new RiskWishes();

    @Mixin
    ClusterOption cluster = new ClusterOption();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        if ((weights == null) == (positions == null)) {
            throw new RefusedByRule("Give either --weights or --positions.");
        }
        if (periods < 1 || last < 1 || !Double.isFinite(riskFree)) {
            throw new RefusedByRule(
                    "A year has at least one period, --last looks at one or more, and a rate is a number.");
        }
        if (cluster.url != null && more.outlook == null) {
            throw new RefusedByRule("What a cluster takes of this is the drawing of futures: add --outlook.");
        }
        Map<String, Object> answer;
        try {
            answer = answer();
        } catch (CannotMeasure refused) {
            throw new RefusedByRule(String.valueOf(refused.getMessage()));
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer);
        } else {
            print(out, answer);
        }
        return ExitCode.OK;
    }

    private Map<String, Object> answer() {
        TailWish wish = how.wish();
        WidePrices table = WidePrices.read(prices);
        Holdings.Weighted held = held(table);
        double[][] columns = table.of(held.tickers());
        int[] rows = ReturnTable.commonRows(held.tickers(), columns);
        ReturnTable returns = ReturnTable.ofPrices(held.tickers(), columns);
        if (returns.periods() < 2) {
            throw new RefusedByRule("There are " + Math.max(0, rows.length) + " rows in which all of "
                    + String.join(", ", held.tickers()) + " have a price; at least three are needed.");
        }
        ReturnTable looked = returns.last(last);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("method", wish.method().label());
        answer.put("confidence", wish.confidence());
        answer.put("horizon", wish.horizon());
        RiskAnswer parts = new RiskAnswer(looked, held, wish, answer);
        table.notes().forEach(parts::note);
        parts.tail();
        answer.put("observations", looked.periods());
        answer.put("from", table.rows()[rows[rows.length - looked.periods()]]);
        answer.put("to", table.rows()[rows[rows.length - 1]]);
        answer.put("missingRows", table.rows().length - rows.length);
        parts.portfolio(periods, riskFree);
        RiskMore beside = new RiskMore(table, looked, held, last);
        more(answer, parts, beside, wish);
        return answer;
    }

    private void more(Map<String, Object> answer, RiskAnswer parts, RiskMore beside, TailWish wish) {
        if (more.benchmark != null) {
            answer.put("beta", beside.beta(more.benchmark));
        }
        if (!more.factors.isEmpty()) {
            answer.put("factors", beside.factors(more.factors));
        }
        if (more.groups != null) {
            answer.put("groups", beside.groups(more.groups, parts.components()));
        }
        if (more.watch != null) {
            answer.put("correlationWatch", beside.watch(more.watch));
        }
        if (more.liquidity != null) {
            parts.liquidity(more.liquidity);
        }
        if (more.backtest != null) {
            parts.backtest(more.backtest);
        }
        if (more.stress) {
            answer.put("stress", beside.stress(more.benchmark));
            if (more.benchmark == null) {
                parts.note("Without a benchmark each ticker is taken to move as far as the index did.");
            }
        }
        if (more.reverse != null) {
            answer.put("reverseStress", beside.reverse(more.reverse));
        }
        if (more.outlook != null) {
            answer.put("outlook", beside.outlook(more.outlook, more, wish, drawing(wish)));
        }
        if (more.volatility) {
            answer.put("nextVolatility", beside.volatility(wish.seed()));
        }
    }

    private OutlookDrawing drawing(TailWish wish) {
        return new OutlookDrawing(
                cluster, wish.threads(), "paths", Console.of(spec).err(), json);
    }

    private Holdings.Weighted held(WidePrices table) {
        if (positions != null) {
            return Holdings.weighted(Holdings.positions(positions), table);
        }
        Map<String, Double> shares = Holdings.weights(weights == null ? Path.of("") : weights);
        return new Holdings.Weighted(
                List.copyOf(shares.keySet()),
                shares.values().stream().mapToDouble(Double::doubleValue).toArray(),
                Double.NaN);
    }

    private static void print(PrintWriter out, Map<String, Object> answer) {
        answer.forEach((name, value) -> print(out, "", name, value));
        out.flush();
    }

    private static void print(PrintWriter out, String indent, String name, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                out.println(indent + name);
                map.forEach((key, inner) -> print(out, indent + "  ", String.valueOf(key), inner));
            }
            case List<?> list -> list.forEach(each -> out.println(indent + name + ": " + each));
            case Double number ->
                out.println(indent + name + "  "
                        + (Double.isFinite(number) ? String.format(Locale.ENGLISH, "%.6f", number) : "not known"));
            case null -> out.println(indent + name + "  not known");
            default -> out.println(indent + name + "  " + value);
        }
    }
}
