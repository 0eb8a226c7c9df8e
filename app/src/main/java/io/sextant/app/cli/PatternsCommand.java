package io.sextant.app.cli;

import io.sextant.analytics.pattern.AfterEffect;
import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind;
import io.sextant.analytics.pattern.PatternScanner;
import io.sextant.domain.market.BarSeries;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shapes in a file of bars, and what followed them. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        description =
                "Finds candle and chart patterns in a file of bars and measures what followed; without --csv, lists them.")
final class PatternsCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--csv", paramLabel = "FILE", description = "Bars, or trades, which become bars of a minute.")
    @Nullable Path csv;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Which, such as double-top,hammer; all if not given.")
    List<String> kinds = List.of();

    @Option(
            names = "--after",
            split = ",",
            paramLabel = "BARS",
            description = "After how many bars to measure; 5,10,20 if not given.")
    int[] after = {5, 10, 20};

    @Mixin
    FileOptions file = new FileOptions();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        PrintWriter console = Console.of(spec).out();
        Set<PatternKind> wanted = wanted();
        Path from = csv;
        if (from == null) {
            list(console, wanted);
            return ExitCode.OK;
        }
        if (Arrays.stream(after).anyMatch(bars -> bars < 1)) {
            throw new RefusedByRule("What follows a bar is at least one bar after it.");
        }
        BarSeries bars = FileBars.of(from, file);
        List<PatternHit> hits = new ArrayList<>();
        PatternScanner scanner = new PatternScanner(wanted, hits::add);
        for (int i = 0; i < bars.size(); i++) {
            scanner.next(bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]);
        }
        List<AfterEffect> effects = AfterEffect.of(hits, bars.close(), bars.size(), after);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", from.toString());
            answer.put("bars", bars.size());
            answer.put("hits", hits.stream().map(hit -> hit(hit, bars)).toList());
            answer.put(
                    "afterEffects",
                    effects.stream().map(PatternsCommand::effect).toList());
            Json.print(console, answer);
        } else {
            show(console, bars, hits, effects);
        }
        return ExitCode.OK;
    }

    private Set<PatternKind> wanted() {
        if (kinds.isEmpty()) {
            return EnumSet.allOf(PatternKind.class);
        }
        Set<PatternKind> wanted = EnumSet.noneOf(PatternKind.class);
        for (String code : kinds) {
            wanted.add(Arrays.stream(PatternKind.values())
                    .filter(kind -> kind.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new RefusedByRule(
                            "There is no pattern \"" + code + "\"; sextant patterns lists those that there are.")));
        }
        return wanted;
    }

    private void list(PrintWriter console, Set<PatternKind> wanted) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (PatternKind kind : wanted) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("kind", kind.code());
            map.put("family", kind.family().name().toLowerCase(Locale.ROOT));
            map.put("direction", kind.direction());
            map.put("definition", kind.definition());
            list.add(map);
            if (!json) {
                console.printf(Locale.ENGLISH, "%-28s %2d  %s%n", kind.code(), kind.direction(), kind.definition());
            }
        }
        if (json) {
            Json.print(console, Map.of("patterns", list));
        }
        console.flush();
    }

    private static Map<String, Object> hit(PatternHit hit, BarSeries bars) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", hit.kind().code());
        map.put("bar", hit.bar());
        map.put("time", UtcText.of(bars.openTimeNanos()[hit.bar()]));
        map.put("direction", hit.direction());
        List<Map<String, Object>> points = new ArrayList<>();
        for (PatternHit.Point point : hit.points()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("bar", point.bar());
            place.put("time", UtcText.of(bars.openTimeNanos()[point.bar()]));
            place.put("price", point.price());
            points.add(place);
        }
        map.put("points", points);
        return map;
    }

    private static Map<String, Object> effect(AfterEffect effect) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", effect.kind().code());
        map.put("afterBars", effect.horizonBars());
        map.put("hits", effect.hits());
        BookCommand.put(map, "mean", effect.mean());
        BookCommand.put(map, "standardError", effect.standardError());
        BookCommand.put(map, "usual", effect.usual());
        BookCommand.put(map, "tValue", effect.tValue());
        BookCommand.put(map, "asTold", effect.asTold());
        return map;
    }

    private static void show(PrintWriter console, BarSeries bars, List<PatternHit> hits, List<AfterEffect> effects) {
        console.printf(
                Locale.ENGLISH,
                "%,d bars, %,d hits; mean of what followed, in basis points%n",
                bars.size(),
                hits.size());
        Table table = new Table("PATTERN", "AFTER", "HITS", "MEAN", "ERROR", "USUAL", "T", "AS TOLD");
        for (AfterEffect effect : effects) {
            table.row(
                    effect.kind().code(),
                    effect.horizonBars(),
                    effect.hits(),
                    figure(1e4 * effect.mean()),
                    figure(1e4 * effect.standardError()),
                    figure(1e4 * effect.usual()),
                    figure(effect.tValue()),
                    figure(100 * effect.asTold()));
        }
        table.printOr(console, "No pattern was found.");
        console.flush();
    }

    private static String figure(double value) {
        return Double.isFinite(value) ? String.format(Locale.ENGLISH, "%.1f", value) : "";
    }
}
