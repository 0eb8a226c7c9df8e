package io.sextant.app.verdict;

import io.sextant.app.forecast.PageText;
import io.sextant.engine.verdict.Evidence;
import io.sextant.engine.verdict.Finding;
import io.sextant.engine.verdict.Surface;
import io.sextant.engine.verdict.Verdict;
import io.sextant.engine.verdict.Walked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as one page that needs nothing else: the sentence, what speaks against the strategy, the evidence, the walks and the surface.
 *
 * @param source what it was examined on
 */
public record VerdictPage(String source, Verdict verdict) {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --faint: #d9d6cd; --good: #2f7d4f; --bad: #b03a55; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e2d8; --paper: #14181d; --faint: #39414a; --good: #6cc292; --bad: #e58aa0; } }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            .word { font-size: 1.5rem; font-weight: 700; } .holds-up { color: var(--good); } .against { color: var(--bad); }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .5rem 0 1.5rem; }
            th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--faint); vertical-align: top; }
            table.surface td, table.surface th { text-align: right; padding: .25rem .5rem; }
            table.surface td.chosen { outline: 2px solid var(--ink); }
            """;

    public String html() {
        Evidence evidence = verdict.evidence();
        String title = evidence.strategy() + " on " + source;
        StringBuilder page = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>")
                .append(PageText.escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(PageText.escaped(title))
                .append("</h1>\n<p class=\"word ")
                .append(verdict.word() == Verdict.Word.HOLDS_UP ? "holds-up" : "against")
                .append("\">")
                .append(verdict.word().words())
                .append("</p>\n<p>")
                .append(PageText.escaped(verdict.sentence()))
                .append("</p>\n");
        against(page);
        page.append("<h2>Evidence</h2>\n<table>\n");
        for (VerdictLines.Line line : new VerdictLines(evidence).lines()) {
            row(page, line.name(), line.text());
        }
        page.append("</table>\n");
        evidence.anchored().ifPresent(walked -> walk(page, "Walk forward, anchored", walked));
        evidence.rolling().ifPresent(walked -> walk(page, "Walk forward, rolling", walked));
        evidence.surface().ifPresent(surface -> surface(page, surface));
        return page.append("</body></html>\n").toString();
    }

    private void against(StringBuilder page) {
        List<Finding> others = verdict.findings().stream()
                .filter(each -> !verdict.reasons().contains(each))
                .toList();
        if (!others.isEmpty()) {
            page.append("<h2>What else speaks against it</h2>\n<ul>\n");
            others.forEach(each ->
                    page.append("<li>").append(PageText.escaped(each.clause())).append("</li>\n"));
            page.append("</ul>\n");
        }
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append("<td>").append(PageText.escaped(cell)).append("</td>");
        }
        page.append("</tr>\n");
    }

    private static void walk(StringBuilder page, String title, Walked walked) {
        page.append("<h2>")
                .append(title)
                .append("</h2>\n<table>\n<tr><th>Chosen</th><th>Sharpe ratio where chosen</th><th>After</th></tr>\n");
        for (Walked.Step step : walked.steps()) {
            row(
                    page,
                    VerdictLines.values(step.choice().values()),
                    PageText.number("%.2f", step.chosen()),
                    PageText.number("%.2f", step.after()));
        }
        page.append("</table>\n");
    }

    /** Over the first two numbers that differ; where there are more, the best over the others stands in a cell. */
    private void surface(StringBuilder page, Surface surface) {
        List<String> names = surface.peak().choice().values().keySet().stream()
                .filter(name -> valuesOf(surface, name).size() > 1)
                .limit(2)
                .toList();
        if (names.size() < 2) {
            line(page, surface);
            return;
        }
        String across = names.getLast();
        String down = names.getFirst();
        Map<String, Double> best = surface.points().stream()
                .collect(Collectors.toMap(
                        point ->
                                cell(point.choice().number(down), point.choice().number(across)),
                        Surface.Point::sharpeAYear,
                        Math::max));
        double highest = best.values().stream().mapToDouble(Math::abs).max().orElse(1);
        page.append("<h2>Sharpe ratio a year over the grid</h2>\n<table class=\"surface\">\n<tr><th>")
                .append(PageText.escaped(down + " \\ " + across))
                .append("</th>");
        Set<Double> columns = valuesOf(surface, across);
        columns.forEach(
                each -> page.append("<th>").append(VerdictLines.number(each)).append("</th>"));
        page.append("</tr>\n");
        for (double one : valuesOf(surface, down)) {
            page.append("<tr><th>").append(VerdictLines.number(one)).append("</th>");
            for (double other : columns) {
                tile(page, best.get(cell(one, other)), highest, isChosen(down, one) && isChosen(across, other));
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static void line(StringBuilder page, Surface surface) {
        page.append(
                "<h2>Sharpe ratio a year over the grid</h2>\n<table>\n<tr><th>Numbers</th><th>Sharpe ratio</th></tr>\n");
        for (Surface.Point each : surface.points()) {
            row(page, VerdictLines.values(each.choice().values()), PageText.number("%.2f", each.sharpeAYear()));
        }
        page.append("</table>\n");
    }

    private boolean isChosen(String name, double value) {
        return verdict.evidence().chosen().number(name) == value;
    }

    private static String cell(double down, double across) {
        return down + " " + across;
    }

    private static Set<Double> valuesOf(Surface surface, String name) {
        return surface.points().stream()
                .map(point -> point.choice().number(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void tile(StringBuilder page, @Nullable Double sharpe, double highest, boolean chosen) {
        if (sharpe == null) {
            page.append("<td></td>");
            return;
        }
        page.append(String.format(
                Locale.ENGLISH,
                "<td%s style=\"background: color-mix(in srgb, var(--%s) %.0f%%, transparent)\">%.2f</td>",
                chosen ? " class=\"chosen\"" : "",
                sharpe >= 0 ? "good" : "bad",
                highest > 0 ? 60 * Math.abs(sharpe) / highest : 0,
                sharpe));
    }
}
