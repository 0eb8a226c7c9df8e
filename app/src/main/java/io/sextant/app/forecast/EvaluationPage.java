package io.sextant.app.forecast;

import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Comparison.Assessment;
import io.sextant.forecasting.evaluation.Figures;
import io.sextant.forecasting.evaluation.OutOfSample;
import io.sextant.forecasting.evaluation.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A comparison as one page that needs nothing else: the table, the fan of each model over the last stretch, how often values fell below
 * each quantile, and where errors came from.
 *
 * @param title what was forecast
 */
public record EvaluationPage(String title, Observations observations, Plan plan, Comparison comparison) {

    private static final int FAN_FORECASTS = 120;
    private static final int COLOURS = 8;

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --faint: #d9d6cd; --accent: #0b6e8f; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e2d8; --paper: #14181d; --faint: #39414a; --accent: #59b8d6; } }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
            th, td { text-align: right; padding: .25rem .5rem; border-bottom: 1px solid var(--faint); }
            th:first-child, td:first-child, td.word { text-align: left; }
            td.skill { font-weight: 700; color: var(--accent); }
            svg { width: 100%; height: auto; }
            svg text { fill: var(--ink); font-size: 11px; } svg .y { text-anchor: end; } svg .x { text-anchor: middle; }
            svg .grid { stroke: var(--faint); } svg path { fill: none; stroke-width: 1.5; }
            svg .b95, svg .b80, svg .b50 { fill: var(--accent); stroke: none; opacity: .14; } svg .b80 { opacity: .18; } svg .b50 { opacity: .24; }
            svg .median { stroke: var(--accent); } svg .came { stroke: var(--ink); } svg .ideal { stroke: var(--faint); stroke-width: 2; }
            .c0 { stroke: #7a7a7a; } .c1 { stroke: #0b6e8f; } .c2 { stroke: #c2571a; } .c3 { stroke: #3f8f3a; } .c4 { stroke: #8a4fb0; }
            .c5 { stroke: #b8902b; } .c6 { stroke: #b03a55; } .c7 { stroke: #2f6fd0; }
            .key { display: inline-flex; align-items: center; gap: .35rem; margin-right: 1rem; } .key svg { width: 22px; height: 8px; }
            """;

    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>")
                .append(PageText.escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(PageText.escaped(title))
                .append("</h1>\n");
        page.append(introduction());
        page.append(table());
        for (Assessment each : comparison.models()) {
            page.append(fan(each));
        }
        page.append(
                        "<h2>Calibration</h2>\n<p>Of all values, how many fell below each quantile; on the diagonal a promise is kept.</p>\n")
                .append(calibration())
                .append(key());
        page.append(
                        "<h2>Errors</h2>\n<p>Squared errors of the last value less those of each model, added up along the test part: a line that"
                                + " rises all the way is skill, one that jumps is one lucky day. Naive's own is zero.</p>\n")
                .append(errors())
                .append(key());
        return page.append("</body></html>\n").toString();
    }

    private String introduction() {
        Figures naive = comparison.models().getFirst().figures();
        return String.format(
                Locale.ENGLISH,
                "<p>%,d observations; %,d forecasts %d %s ahead in %d folds, each made before its value was known. Models tried: %d. The"
                        + " word of each is right for all of them together with a chance of a false one below %.0f %%. Costs of trading: %s"
                        + " hundredths of a percent a change of the position.</p>%n",
                observations.size(),
                naive.forecasts(),
                comparison.horizon(),
                comparison.horizon() == 1 ? "step" : "steps",
                comparison.folds(),
                comparison.trials(),
                100 * Comparison.LEVEL,
                PageText.number(plan.costBps()));
    }

    private String table() {
        StringBuilder rows = new StringBuilder(
                "<table><thead><tr><th>Model</th><th>Verdict</th><th>RMSE</th><th>MAE</th><th>R²</th><th>RMSE / naive</th><th>MASE</th>"
                        + "<th>DM p</th><th>Side right</th><th>In 50 %</th><th>In 80 %</th><th>In 95 %</th><th>CRPS / naive</th><th>Net profit</th>"
                        + "</tr></thead><tbody>\n");
        for (Assessment each : comparison.models()) {
            Figures one = each.figures();
            String word = each.verdict().word();
            rows.append("<tr><td>")
                    .append(PageText.escaped(each.name()))
                    .append("</td><td class=\"word ")
                    .append(word);
            rows.append("\">").append(word.replace('-', ' ')).append("</td>");
            cell(rows, "%.6g", one.rmse());
            cell(rows, "%.6g", one.mae());
            cell(rows, "%.4f", one.r2());
            cell(rows, "%.4f", one.rmseOverNaive());
            cell(rows, "%.3f", one.mase());
            cell(rows, "%.4f", one.dieboldMariano().pTwoSided());
            cell(
                    rows,
                    "%.1f %%",
                    one.hitRate().told() == 0 ? Double.NaN : 100 * one.hitRate().rate());
            cell(rows, "%.1f %%", 100 * one.coverage50());
            cell(rows, "%.1f %%", 100 * one.coverage80());
            cell(rows, "%.1f %%", 100 * one.coverage95());
            cell(rows, "%.4f", one.crpsOverNaive());
            cell(rows, "%+.2f %%", 100 * one.netProfit());
            rows.append("</tr>\n");
        }
        return rows.append("</tbody></table>\n").toString();
    }

    private static void cell(StringBuilder rows, String format, double value) {
        rows.append("<td>").append(PageText.number(format, value)).append("</td>");
    }

    /** Of the last forecasts that came true or not. */
    private String fan(Assessment model) {
        OutOfSample told = model.told();
        int step = comparison.horizon();
        int end = judged(told);
        int from = Math.max(0, end - FAN_FORECASTS);
        int n = end - from;
        double[] x = new double[n];
        double[][] lines = new double[8][n];
        double[] levels = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
        for (int k = 0; k < n; k++) {
            int target = told.origins()[from + k] + step;
            x[k] = target + 1;
            double[] quantiles = told.quantiles()[step - 1][from + k];
            for (int q = 0; q < levels.length; q++) {
                lines[q][k] = column(quantiles[Forecast.indexOfLevel(levels[q])]);
            }
            lines[3][k] = column(told.medians()[step - 1][from + k]);
            lines[7][k] = column(observations.value(target));
        }
        if (n == 0) {
            return "";
        }
        Plot plot = Plot.around(model.name() + ", last forecasts", x[0], x[n - 1], lines)
                .band(x, lines[0], lines[6], "b95")
                .band(x, lines[1], lines[5], "b80")
                .band(x, lines[2], lines[4], "b50")
                .line(x, lines[3], "median")
                .line(x, lines[7], "came");
        return "<h2>" + PageText.escaped(model.name()) + "</h2>\n<p>The last " + n
                + " forecasts: median, 50, 80 and 95 % of the distribution," + " and what came.</p>\n"
                + plot.svg("observation");
    }

    private String calibration() {
        Plot plot = new Plot("Calibration", 0, 1, 0, 1).line(new double[] {0, 1}, new double[] {0, 1}, "ideal");
        double[] levels = new double[Forecast.levels()];
        Arrays.setAll(levels, Forecast::level);
        int step = comparison.horizon();
        for (int m = 0; m < comparison.models().size(); m++) {
            OutOfSample told = comparison.models().get(m).told();
            int n = judged(told);
            double[] below = new double[levels.length];
            for (int k = 0; k < n; k++) {
                double value = observations.value(told.origins()[k] + step);
                for (int i = 0; i < levels.length; i++) {
                    below[i] += value <= told.quantiles()[step - 1][k][i] ? 1.0 / n : 0;
                }
            }
            plot.line(levels, below, colour(m));
        }
        return plot.svg("level of the quantile");
    }

    private String errors() {
        int step = comparison.horizon();
        OutOfSample first = comparison.models().getFirst().told();
        int n = judged(first);
        double[] x = new double[n];
        Arrays.setAll(x, k -> first.origins()[k] + step + 1);
        List<double[]> lines = new ArrayList<>();
        for (Assessment each : comparison.models()) {
            double[] sum = new double[n];
            double reached = 0;
            for (int k = 0; k < n; k++) {
                double value = column(observations.value(first.origins()[k] + step));
                double naive = value - column(observations.value(first.origins()[k]));
                double error = value - column(each.told().medians()[step - 1][k]);
                reached += naive * naive - error * error;
                sum[k] = reached;
            }
            lines.add(sum);
        }
        Plot plot = Plot.around("Errors", n == 0 ? 0 : x[0], n == 0 ? 1 : x[n - 1], lines.toArray(double[][]::new));
        for (int m = 0; m < lines.size(); m++) {
            plot.line(x, lines.get(m), colour(m));
        }
        return plot.svg("observation");
    }

    /** How many of the forecasts, from the first, have a value to be held against. */
    private int judged(OutOfSample told) {
        int n = told.size();
        while (n > 0 && told.origins()[n - 1] + comparison.horizon() >= observations.size()) {
            n--;
        }
        return n;
    }

    private double column(double value) {
        return plan.scale().toColumn(value);
    }

    private String key() {
        StringBuilder key = new StringBuilder("<p>");
        for (int m = 0; m < comparison.models().size(); m++) {
            key.append("<span class=\"key\"><svg viewBox=\"0 0 22 8\"><path class=\"")
                    .append(colour(m))
                    .append("\" d=\"M0 4L22 4\"/></svg>")
                    .append(PageText.escaped(comparison.models().get(m).name()))
                    .append("</span>");
        }
        return key.append("</p>\n").toString();
    }

    private static String colour(int model) {
        return "c" + model % COLOURS;
    }
}
