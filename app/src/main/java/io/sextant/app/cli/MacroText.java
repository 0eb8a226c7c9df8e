package io.sextant.app.cli;

import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.Observation;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.StoredMacro;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Macro series for people and for programs. */
final class MacroText {

    private final PrintWriter out;
    private final boolean json;

    MacroText(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void list(List<StoredMacro> stored, List<SourceBook.Macro> sources) {
        if (json) {
            Json.print(
                    out,
                    Map.of(
                            "series", stored.stream().map(MacroText::map).toList(),
                            "sources", sources.stream().map(MacroText::map).toList()));
            return;
        }
        Table series = new Table("SERIES", "PERIODS", "FIGURES", "FROM", "TO", "NEWEST KNOWN");
        stored.forEach(one -> series.row(
                one.name(),
                one.periods(),
                one.observations(),
                one.firstPeriod(),
                one.lastPeriod(),
                SourceDesk.time(one.lastKnownNanos())));
        series.printOr(out, "No macro series are stored. Read one with sextant macro import FILE.");
        if (!sources.isEmpty()) {
            out.println();
            Table table = new Table("SOURCE", "ORIGIN", "LAST", "RESULT");
            sources.forEach(one -> table.row(
                    one.source().name(),
                    origin(one),
                    one.last().map(result -> SourceDesk.time(result.atNanos())).orElse("never"),
                    SourceDesk.said(one.last())));
            table.print(out);
        }
        out.flush();
    }

    void show(String name, long atNanos, List<Observation> known) {
        if (json) {
            Json.print(
                    out,
                    Map.of(
                            "series", name,
                            "at", SourceDesk.time(atNanos),
                            "figures", known.stream().map(MacroText::map).toList()));
            return;
        }
        Table table = new Table("PERIOD", "VALUE", "KNOWN SINCE");
        known.forEach(one -> table.row(one.period(), one.value(), SourceDesk.time(one.knownNanos())));
        table.printOr(out, "Nothing of " + name + " was known at " + SourceDesk.time(atNanos) + ".");
        out.flush();
    }

    void intakes(List<MacroIntake> intakes) {
        if (json) {
            Json.print(
                    out, Map.of("series", intakes.stream().map(MacroText::map).toList()));
            return;
        }
        Table table = new Table("SERIES", "FIGURES", "NEW", "REVISED", "MISSING", "SET ASIDE", "STORED");
        intakes.forEach(one -> table.row(
                one.name(),
                one.read(),
                one.added(),
                one.revised(),
                one.missing(),
                one.badLines().size(),
                one.problem().isPresent() ? "failed" : one.dryRun() ? "no, a dry run" : "yes"));
        table.printOr(
                out, "There are no macro sources. Add one with sextant macro add NAME --series ID --key env:KEY.");
        out.flush();
    }

    private static String origin(SourceBook.Macro one) {
        return one.source().origin().text().replace('\n', ' ').strip();
    }

    private static Map<String, Object> map(StoredMacro one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", one.name());
        map.put("periods", one.periods());
        map.put("figures", one.observations());
        map.put("firstPeriod", one.firstPeriod().toString());
        map.put("lastPeriod", one.lastPeriod().toString());
        map.put("lastKnown", SourceDesk.time(one.lastKnownNanos()));
        return map;
    }

    private static Map<String, Object> map(SourceBook.Macro one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", one.source().name());
        map.put("origin", origin(one));
        Optional<SourceResult> last = one.last();
        map.putAll(SourceDesk.map(last));
        return map;
    }

    private static Map<String, Object> map(Observation one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("period", one.period().toString());
        map.put("value", one.value());
        map.put("known", SourceDesk.time(one.knownNanos()));
        return map;
    }

    private static Map<String, Object> map(MacroIntake one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", one.name());
        map.put("dryRun", one.dryRun());
        map.put("figures", one.read());
        map.put("added", one.added());
        map.put("revised", one.revised());
        map.put("missing", one.missing());
        map.put(
                "setAside",
                one.badLines().stream()
                        .map(bad -> Map.of("line", bad.number(), "reason", bad.reason()))
                        .toList());
        map.put("problem", one.problem().orElse(""));
        return map;
    }
}
