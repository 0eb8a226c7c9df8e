package io.sextant.app.cli;

import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.whatif.Figures;
import io.sextant.risk.whatif.Sandbox;
import io.sextant.risk.whatif.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays with a copy of a portfolio and its market. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Changes a copy of a portfolio and its market as named scenarios say, and puts every figure beside its present"
                    + " value. Nothing is ordered: it reads two files and prints.",
            "",
            "FILE is {\"prices\": \"prices.csv\", \"weights\": {\"A\": 0.6} or \"positions\": {\"A\": 10}, \"cash\": 0,"
                    + " \"watch\": [\"B\"], \"confidence\": 0.95, \"horizon\": 1, \"durations\": {\"A\": 7}, \"spreads\":"
                    + " {\"A\": 0.001}, \"outlook\": {\"periods\": 252, \"paths\": 20000}, \"scenarios\": [{\"name\": \"Crash\","
                    + " \"changes\": [{\"allPrices\": -0.2}, {\"volatility\": 2}]}]}.",
            "Changes, one after the other: prices, allPrices, volatilities, volatility, correlation, correlationsToOne, rates,"
                    + " liquidity, weight, trade, drop, regime (calm or turbulent), optimise (a method), history (a well-known crisis), scenario (an earlier one on top).",
            ""
        })
final class WhatIfCommand implements Callable<Integer> {

    private static final long SEED = 1;
    private static final int THREADS = 2;
    private static final double RUIN = 0.5;

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The what-if, JSON.")
    Path file = Path.of("");

    @Mixin
    ClusterOption cluster = new ClusterOption();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Console.of(spec).out();
        WhatIfFile read;
        List<Case> cases = new ArrayList<>();
        try {
            read = WhatIfFile.read(file);
            if (cluster.url != null && read.outlookPeriods() == 0) {
                throw new RefusedByRule("What a cluster takes of this is the drawing of futures, and " + file
                        + " asks for no outlook.");
            }
            cases.add(told("now", read.now(), read));
            for (Scenario scenario : read.scenarios()) {
                cases.add(told(scenario, read));
            }
            if (read.outlookPeriods() > 0) {
                outlooks(read, cases);
            }
        } catch (CannotMeasure refused) {
            throw new RefusedByRule(String.valueOf(refused.getMessage()));
        }
        if (json) {
            Json.print(out, answer(read, cases));
        } else {
            table(out, read, cases);
        }
        return ExitCode.OK;
    }

    private record Case(
            String name,
            Sandbox sandbox,
            Figures figures,
            @Nullable Outlook outlook) {

        Case with(Outlook drawn) {
            return new Case(name, sandbox, figures, drawn);
        }
    }

    private static Case told(Scenario scenario, WhatIfFile read) {
        try {
            return told(scenario.name(), read.now().with(scenario), read);
        } catch (CannotMeasure refused) {
            throw new CannotMeasure("In the scenario " + scenario.name() + ": " + refused.getMessage());
        }
    }

    private static Case told(String name, Sandbox sandbox, WhatIfFile read) {
        return new Case(name, sandbox, Figures.of(sandbox, read.confidence(), read.horizon()), null);
    }

    private void outlooks(WhatIfFile read, List<Case> cases) {
        List<double[]> pasts = cases.stream()
                .map(each -> Figures.scaledPast(
                        each.sandbox(), each.figures().weights(), each.figures().volatility()))
                .toList();
        try {
            OutlookTerms terms = new OutlookTerms(read.outlookPeriods(), read.paths(), RUIN, SEED);
            List<Outlook> drawn = new OutlookDrawing(
                            cluster, THREADS, "outlooks", Console.of(spec).err(), json)
                    .of(drawers -> drawers.each(PathKind.BOOTSTRAP, pasts, terms));
            for (int i = 0; i < drawn.size(); i++) {
                cases.set(i, cases.get(i).with(drawn.get(i)));
            }
        } catch (IllegalArgumentException cannot) {
            throw new CannotMeasure("There is no such outlook: " + cannot.getMessage() + ".");
        }
    }

    private static Map<String, Object> answer(WhatIfFile read, List<Case> cases) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("confidence", read.confidence());
        answer.put("horizon", read.horizon());
        Case now = cases.getFirst();
        answer.put("now", figures(now));
        List<Map<String, Object>> told = new ArrayList<>();
        for (Case each : cases.subList(1, cases.size())) {
            Map<String, Object> scenario = new LinkedHashMap<>();
            scenario.put("name", each.name());
            scenario.put("result", each.figures().value() / now.figures().value() - 1);
            scenario.put("then", figures(each));
            scenario.put("change", change(now.figures(), each.figures()));
            told.add(scenario);
        }
        answer.put("scenarios", told);
        return answer;
    }

    private static Map<String, Object> figures(Case of) {
        Figures figures = of.figures();
        Map<String, Object> told = new LinkedHashMap<>(numbers(figures));
        Map<String, Object> weights = new LinkedHashMap<>();
        Map<String, Object> components = new LinkedHashMap<>();
        for (int i = 0; i < figures.weights().length; i++) {
            weights.put(of.sandbox().tickers().get(i), figures.weights()[i]);
            components.put(of.sandbox().tickers().get(i), figures.components()[i]);
        }
        told.put("weights", weights);
        told.put("component", components);
        Outlook outlook = of.outlook();
        if (outlook != null) {
            told.put("outlook", RiskMore.outlook(PathKind.BOOTSTRAP, outlook));
        }
        return told;
    }

    private static Map<String, Double> numbers(Figures figures) {
        Map<String, Double> told = new LinkedHashMap<>();
        told.put("value", figures.value());
        told.put("cash", figures.cashWeight());
        told.put("volatility", figures.volatility());
        told.put("var", figures.normal().valueAtRisk());
        told.put("cvar", figures.normal().expectedShortfall());
        told.put("historicalVar", figures.historical().valueAtRisk());
        told.put("historicalCvar", figures.historical().expectedShortfall());
        told.put("gross", figures.concentration().gross());
        told.put("net", figures.concentration().net());
        told.put("herfindahl", figures.concentration().herfindahl());
        told.put("effectiveBets", figures.concentration().effectiveBets());
        told.put("exitCost", figures.exitCost());
        return told;
    }

    private static Map<String, Double> change(Figures now, Figures then) {
        Map<String, Double> before = numbers(now);
        Map<String, Double> change = new LinkedHashMap<>();
        numbers(then).forEach((name, value) -> change.put(name, value - before.getOrDefault(name, Double.NaN)));
        return change;
    }

    private static void table(PrintWriter out, WhatIfFile read, List<Case> cases) {
        out.printf(
                Locale.ENGLISH,
                "Tails at %s over %d period%s, normal around zero; fractions of the value in each case.%n",
                read.confidence(),
                read.horizon(),
                read.horizon() == 1 ? "" : "s");
        List<String> headings = new ArrayList<>(List.of(""));
        cases.forEach(each -> headings.add(each.name()));
        Table table = new Table(headings.toArray(String[]::new));
        for (String name : numbers(cases.getFirst().figures()).keySet()) {
            row(table, name, cases.stream().map(each -> numbers(each.figures()).getOrDefault(name, Double.NaN)));
        }
        List<String> tickers = read.now().tickers();
        for (int i = 0; i < tickers.size(); i++) {
            int place = i;
            row(
                    table,
                    "weight " + tickers.get(i),
                    cases.stream().map(each -> each.figures().weights()[place]));
        }
        table.print(out);
        out.flush();
    }

    private static void row(Table table, String name, Stream<Double> values) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        values.forEach(value ->
                cells.add(Double.isFinite(value) ? String.format(Locale.ENGLISH, "%.6f", value) : "not known"));
        table.row(cells.toArray());
    }
}
