package io.sextant.neural.forecast;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.ensemble.EnsembleForecaster;
import io.sextant.forecasting.ensemble.Weighting;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.interval.ConformalForecaster;
import io.sextant.forecasting.model.Analogues;
import io.sextant.forecasting.model.Arima;
import io.sextant.forecasting.model.Drift;
import io.sextant.forecasting.model.ExponentialSmoothing;
import io.sextant.forecasting.model.GarchForecaster;
import io.sextant.forecasting.model.HeterogeneousVolatility;
import io.sextant.forecasting.model.KMeansSegments;
import io.sextant.forecasting.model.ProfileWeights;
import io.sextant.forecasting.model.SeasonalNaive;
import io.sextant.forecasting.model.Structural;
import io.sextant.forecasting.model.Theta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All forecasters by name, the naive one first: the only place that knows which there are. Each of them also goes by its name with
 * {@code -conformal}, and then has intervals made of its own errors.
 */
public final class ForecasterCatalogue {

    private static final String CONFORMAL = "-conformal";
    private static final String ENSEMBLE = "ensemble";

    /** How fast ensembles forget, in steps: a quarter of a year of days. */
    private static final double HALF_LIFE = 60;
    /** What a log score keeps a step later: half of it after 69. */
    private static final double FORGETTING = 0.99;

    private static final Map<String, Supplier<Forecaster>> SINGLE = new LinkedHashMap<>();
    private static final Map<String, Weighting> TOGETHER = new LinkedHashMap<>();
    /** Those that learn in a moment, and are joined in ensembles. */
    private static final List<String> QUICK = new ArrayList<>();

    static {
        quick(LastValue.NAME, LastValue::new);
        quick("drift", Drift::new);
        quick("ets", ExponentialSmoothing::new);
        quick("theta", Theta::new);
        quick("arima", Arima::new);
        quick("garch", GarchForecaster::new);
        SINGLE.put("seasonal-naive", SeasonalNaive::new);
        SINGLE.put("har", HeterogeneousVolatility::new);
        SINGLE.put("structural", Structural::new);
        SINGLE.put("analogues", Analogues::new);
        SINGLE.put("segments", KMeansSegments::new);
        SINGLE.put("profiles", ProfileWeights::new);
        for (Forecaster learner : Learners.all()) {
            SINGLE.put(learner.name(), () -> learner);
        }
        TOGETHER.put(ENSEMBLE, new Weighting.Stacked());
        TOGETHER.put("ensemble-equal", new Weighting.Equal());
        TOGETHER.put("ensemble-inverse", new Weighting.InverseError(HALF_LIFE));
        TOGETHER.put("ensemble-bayes", new Weighting.BayesianAverage(FORGETTING));
        TOGETHER.put("ensemble-retiring", new Weighting.Retiring(HALF_LIFE));
    }

    private ForecasterCatalogue() {}

    private static void quick(String name, Supplier<Forecaster> maker) {
        SINGLE.put(name, maker);
        QUICK.add(name);
    }

    public static List<String> names() {
        List<String> names = new ArrayList<>(SINGLE.keySet());
        names.addAll(TOGETHER.keySet());
        return names;
    }

    /** Those that learn in a moment, and what they are together. */
    public static List<String> quickNames() {
        List<String> names = new ArrayList<>(QUICK);
        names.add(ENSEMBLE);
        return names;
    }

    public static Optional<Forecaster> find(String name) {
        if (name.endsWith(CONFORMAL)) {
            return find(name.substring(0, name.length() - CONFORMAL.length())).map(ConformalForecaster::of);
        }
        Weighting weighting = TOGETHER.get(name);
        if (weighting != null) {
            return Optional.of(new EnsembleForecaster(name, members(), weighting));
        }
        return Optional.ofNullable(SINGLE.get(name)).map(Supplier::get);
    }

    private static List<Forecaster> members() {
        return QUICK.stream().map(name -> find(name).orElseThrow()).toList();
    }

    /** What every comparison holds the others against. */
    public static Forecaster naive() {
        return new LastValue();
    }
}
