package io.sextant.app.cli;

import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Figures;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison of models in words and in JSON. */
record EvaluationReport(Path source, String column, EvaluatedFile file, Plan plan, Comparison comparison) {

    /** Which interval the key {@code coverage} is about. */
    static final double COVERAGE_NOMINAL = 0.95;

    Map<String, Object> json() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("source", source.toString());
        answer.put("column", column);
        answer.put("observations", file.size());
        answer.put("droppedRows", file.dropped());
        answer.put("scale", file.scale().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        answer.put("features", file.observations().featureNames());
        answer.put("horizon", comparison.horizon());
        answer.put("folds", comparison.folds());
        answer.put("trials", comparison.trials());
        answer.put("level", Comparison.LEVEL);
        answer.put("costBps", plan.costBps());
        answer.put("seed", plan.seed());
        answer.put("trainObservations", plan.folds().getFirst().trainEnd());
        answer.put("unchangedShare", unchangedShare());
        answer.put("coverageNominal", COVERAGE_NOMINAL);
        List<Map<String, Object>> models = new ArrayList<>();
        for (Comparison.Assessment each : comparison.models()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", each.name());
            one.put("verdict", each.verdict().word());
            one.put("correctedPValue", each.corrected());
            one.putAll(figures(each.figures()));
            List<Map<String, Object>> steps = new ArrayList<>();
            for (Figures step : each.steps()) {
                Map<String, Object> ofStep = new LinkedHashMap<>();
                ofStep.put("step", step.step());
                ofStep.putAll(figures(step));
                steps.add(ofStep);
            }
            one.put("steps", steps);
            if (!each.segments().isEmpty()) {
                Map<String, Object> segments = new LinkedHashMap<>();
                each.segments().forEach((label, figures) -> segments.put(label, figures(figures)));
                one.put("segments", segments);
            }
            models.add(one);
        }
        answer.put("models", models);
        List<Map<String, Object>> unfit = new ArrayList<>();
        for (Comparison.Unfit each : comparison.unfit()) {
            unfit.add(Map.of("name", each.name(), "why", each.why()));
        }
        answer.put("notFitted", unfit);
        return answer;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("forecasts", figures.forecasts());
        map.put("rmse", figures.rmse());
        map.put("mae", figures.mae());
        map.put("r2", figures.r2());
        map.put("rmseOverNaive", figures.rmseOverNaive());
        map.put("mase", figures.mase());
        map.put("dmStatistic", figures.dieboldMariano().statistic());
        map.put("dmPValue", figures.dieboldMariano().pTwoSided());
        map.put("clarkWestPValue", figures.clarkWest().pNothing());
        map.put("lossOverNaive", figures.lossOverNaive());
        map.put("directionHitRate", figures.hitRate().rate());
        map.put(
                "directionHitRateInterval",
                new double[] {figures.hitRate().low(), figures.hitRate().high()});
        map.put("directionsTold", figures.hitRate().told());
        map.put("coverage", figures.coverage95());
        map.put("coverage50", figures.coverage50());
        map.put("coverage80", figures.coverage80());
        map.put("coverage95", figures.coverage95());
        map.put("pinball", figures.pinball());
        map.put("crps", figures.crps());
        map.put("crpsOverNaive", figures.crpsOverNaive());
        map.put("crpsDmPValue", figures.dieboldMarianoCrps().pTwoSided());
        map.put("logScore", figures.logScore());
        map.put("netProfit", figures.netProfit());
        return map;
    }

    /** Prices that stand still while they are not quoted make a series look easier to forecast than to trade. */
    private double unchangedShare() {
        int unchanged = 0;
        int n = file.size();
        for (int i = 1; i < n; i++) {
            unchanged += file.observations().value(i) == file.observations().value(i - 1) ? 1 : 0;
        }
        return (double) unchanged / (n - 1);
    }

    void print(PrintWriter out) {
        Figures naive = comparison.models().getFirst().figures();
        out.printf(
                Locale.ENGLISH,
                "%,d observations of %s, %s; %,d forecasts %d %s ahead in %d folds; %d %s%n",
                file.size(),
                column,
                file.scale().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                naive.forecasts(),
                comparison.horizon(),
                comparison.horizon() == 1 ? "step" : "steps",
                comparison.folds(),
                comparison.trials(),
                comparison.trials() == 1 ? "trial" : "trials");
        Table table = new Table(
                "model",
                "verdict",
                "RMSE",
                "MAE",
                "R2",
                "RMSE/naive",
                "MASE",
                "DM p",
                "side right",
                "in 95 %",
                "CRPS/naive",
                "net");
        for (Comparison.Assessment each : comparison.models()) {
            Figures one = each.figures();
            table.row(
                    each.name(),
                    words(each.verdict()),
                    number("%.6g", one.rmse()),
                    number("%.6g", one.mae()),
                    number("%.4f", one.r2()),
                    number("%.4f", one.rmseOverNaive()),
                    number("%.3f", one.mase()),
                    number("%.4f", one.dieboldMariano().pTwoSided()),
                    one.hitRate().told() == 0
                            ? "-"
                            : number("%.1f %%", 100 * one.hitRate().rate()),
                    number("%.1f %%", 100 * one.coverage95()),
                    number("%.4f", one.crpsOverNaive()),
                    number("%+.2f %%", 100 * one.netProfit()));
        }
        table.print(out);
        if (unchangedShare() > STALE_SHARE) {
            out.printf(
                    Locale.ENGLISH,
                    "%.0f %% of the values equal the one before: such a series is easier to forecast than to trade.%n",
                    100 * unchangedShare());
        }
        out.flush();
    }

    private static final double STALE_SHARE = 0.2;

    private static String words(Verdict verdict) {
        return verdict.word().replace('-', ' ');
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ENGLISH, format, value) : "-";
    }
}
