package io.sextant.app.cli;

import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.analytics.ta4j.Ta4jIndicators;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.file.ColumnCsv;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Indicators of a file of bars, one column an output. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        description = "Computes indicators of a file of bars; without --csv, lists those that there are.")
final class IndicatorsCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--csv", paramLabel = "FILE", description = "Bars, or trades, which become bars of a minute.")
    @Nullable Path csv;

    @Option(
            names = "--list",
            split = ",",
            paramLabel = "SPEC",
            description = "Which, with their numbers: rsi:14,macd:12:26:9; numbers left out are the usual ones."
                    + " ta4j.NAME:N is ta4j's own, ta4j.sma:(rsi:14):9 one of another; names and forms are in the list with"
                    + " --json.")
    List<String> list = List.of();

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Where to; replaced when whole.")
    @Nullable Path out;

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--json", description = "Print nothing but a JSON summary.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Path from = csv;
        if (from == null) {
            showAll();
            return ExitCode.OK;
        }
        Path to = out;
        if (to == null || list.isEmpty()) {
            CommandSpec known = spec;
            throw known == null
                    ? new IllegalStateException("the command was not started by picocli")
                    : new ParameterException(
                            known.commandLine(), "Say which indicators with --list and where to with --out FILE.csv");
        }
        List<IndicatorSpec> specs = specs();
        List<String> foreign = list.stream().filter(IndicatorsCommand::isOfTa4j).toList();
        BarSeries bars = FileBars.of(from, file);
        List<double[]> columns = new ArrayList<>();
        for (IndicatorSpec each : specs) {
            columns.addAll(List.of(each.columns(bars)));
        }
        List<String> names = names(specs);
        if (!foreign.isEmpty()) {
            Ta4jIndicators ta4j = Ta4jIndicators.all();
            for (String each : foreign) {
                columns.add(column(ta4j, each, bars));
                names.add(each.strip().replaceAll("[:.()]+", "_").replaceAll("_$", ""));
            }
        }
        WholeFile.write(to, text -> ColumnCsv.write(text, bars.openTimeNanos(), bars.size(), names, columns));
        tell(from, to, bars, names);
        return ExitCode.OK;
    }

    private List<IndicatorSpec> specs() {
        try {
            return list.stream()
                    .filter(each -> !isOfTa4j(each))
                    .map(IndicatorSpec::parse)
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw new RefusedByRule(String.valueOf(unknown.getMessage()));
        }
    }

    private static boolean isOfTa4j(String text) {
        return Ta4jIndicators.isNamed(text);
    }

    private static double[] column(Ta4jIndicators ta4j, String text, BarSeries bars) {
        try {
            return ta4j.column(text, bars);
        } catch (IllegalArgumentException unknown) {
            throw new RefusedByRule(String.valueOf(unknown.getMessage()));
        }
    }

    /** The code, and behind it the output where there are several; with its numbers where a kind is asked for twice. */
    private static List<String> names(List<IndicatorSpec> specs) {
        Map<String, Long> counts =
                specs.stream().collect(Collectors.groupingBy(each -> each.kind().code(), Collectors.counting()));
        List<String> names = new ArrayList<>();
        for (IndicatorSpec each : specs) {
            IndicatorKind kind = each.kind();
            String name =
                    counts.getOrDefault(kind.code(), 0L) > 1 ? each.toString().replace(':', '_') : kind.code();
            for (String output : kind.outputs()) {
                String word = output.equals("histogram") ? "hist" : output;
                names.add(output.equals(kind.code()) ? name : name + "_" + word);
            }
        }
        return names;
    }

    private void tell(Path from, Path to, BarSeries bars, List<String> names) {
        PrintWriter console = Console.of(spec).out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("file", from.toString());
            summary.put("bars", bars.size());
            summary.put("columns", names);
            summary.put("out", to.toString());
            Json.print(console, summary);
            return;
        }
        console.printf(Locale.ENGLISH, "%,d bars, %d columns, written to %s%n", bars.size(), names.size(), to);
        console.flush();
    }

    private void showAll() {
        PrintWriter console = Console.of(spec).out();
        if (json) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (IndicatorKind kind : IndicatorCatalog.all()) {
                IndicatorSpec usual = IndicatorSpec.usual(kind);
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("spec", usual.toString());
                map.put("outputs", kind.outputs());
                map.put(
                        "parameters",
                        kind.parameters().stream()
                                .map(parameter -> parameter.name())
                                .toList());
                map.put("warmUpBars", usual.warmUpBars());
                all.add(map);
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("indicators", all);
            Ta4jIndicators ta4j = Ta4jIndicators.all();
            answer.put(
                    "ta4j",
                    ta4j.codes().stream()
                            .map(code -> Ta4jIndicators.PREFIX + code)
                            .toList());
            Map<String, List<String>> forms = new LinkedHashMap<>();
            ta4j.codes().forEach(code -> forms.put(Ta4jIndicators.PREFIX + code, ta4j.forms(code)));
            answer.put("ta4jForms", forms);
            answer.put("ta4jWithoutText", ta4j.unreachable());
            Json.print(console, answer);
            return;
        }
        for (IndicatorKind kind : IndicatorCatalog.all()) {
            console.printf(
                    Locale.ENGLISH,
                    "%-28s %s%n",
                    IndicatorSpec.usual(kind),
                    kind.parameters().stream()
                            .map(parameter -> parameter.name())
                            .collect(Collectors.joining(", ")));
        }
        console.flush();
    }
}
