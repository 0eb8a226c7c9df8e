package io.sextant.engine.forecast;

import io.sextant.domain.forecast.Reliability;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Comparison.Assessment;
import io.sextant.forecasting.evaluation.Figures;
import io.sextant.forecasting.evaluation.OutOfSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured of a model, as the registry keeps it: names and numbers, and one word. */
final class SkillNumbers {

    static final String WORD = "verdict";

    /** Mean absolute error of one step on the scale that the model works on, which the drift watch measures by. */
    static final String USUAL_ERROR = "maeModelScale";

    private static final String BELOW = "below.";
    private static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private SkillNumbers() {}

    static Map<String, Double> of(Assessment assessment, Observations observations, int trials) {
        Figures figures = assessment.steps().getFirst();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("forecasts", (double) figures.forecasts());
        numbers.put("rmse", figures.rmse());
        numbers.put("mae", figures.mae());
        numbers.put("r2", figures.r2());
        numbers.put("rmseOverNaive", figures.rmseOverNaive());
        numbers.put("mase", figures.mase());
        numbers.put("crps", figures.crps());
        numbers.put("logScore", figures.logScore());
        numbers.put("pValue", assessment.corrected());
        numbers.put("trials", (double) trials);
        boolean tellsSides = figures.hitRate().told() > 0;
        numbers.put("hitRate", tellsSides ? figures.hitRate().rate() : Double.NaN);
        numbers.put("hitLow", tellsSides ? figures.hitRate().low() : Double.NaN);
        numbers.put("hitHigh", tellsSides ? figures.hitRate().high() : Double.NaN);
        numbers.put("coverage50", figures.coverage50());
        numbers.put("coverage80", figures.coverage80());
        numbers.put("coverage95", figures.coverage95());
        numbers.put("netProfit", figures.netProfit());
        measure(assessment.told(), observations, numbers);
        return numbers;
    }

    private static void measure(OutOfSample told, Observations observations, Map<String, Double> numbers) {
        double absolute = 0;
        int[] below = new int[LEVELS.length];
        for (int k = 0; k < told.size(); k++) {
            double came = observations.value(told.origins()[k] + 1);
            absolute += Math.abs(came - told.medians()[0][k]);
            for (int i = 0; i < LEVELS.length; i++) {
                below[i] += came <= told.quantiles()[0][k][Forecast.indexOfLevel(LEVELS[i])] ? 1 : 0;
            }
        }
        numbers.put(USUAL_ERROR, absolute / told.size());
        for (int i = 0; i < LEVELS.length; i++) {
            numbers.put(BELOW + LEVELS[i], (double) below[i] / told.size());
        }
    }

    static SkillFigures figures(String word, Map<String, Double> numbers) {
        return new SkillFigures(
                verdict(word),
                (int) get(numbers, "forecasts"),
                get(numbers, "rmse"),
                get(numbers, "mae"),
                get(numbers, "r2"),
                get(numbers, "rmseOverNaive"),
                get(numbers, "mase"),
                get(numbers, "crps"),
                get(numbers, "logScore"),
                get(numbers, "pValue"),
                get(numbers, "hitRate"),
                get(numbers, "hitLow"),
                get(numbers, "hitHigh"),
                get(numbers, "coverage50"),
                get(numbers, "coverage80"),
                get(numbers, "coverage95"),
                get(numbers, "netProfit"));
    }

    static List<Reliability> reliability(Map<String, Double> numbers) {
        List<Reliability> points = new ArrayList<>();
        for (double level : LEVELS) {
            double measured = get(numbers, BELOW + level);
            if (!Double.isNaN(measured)) {
                points.add(new Reliability(level, measured));
            }
        }
        return points;
    }

    /** A word that this version does not know earns nothing. */
    static Verdict verdict(String word) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        return Verdict.NO_EVIDENCE;
    }

    private static double get(Map<String, Double> numbers, String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }
}
