package io.sextant.neural.forecast;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.search.Dimension.Choice;
import io.sextant.forecasting.search.Dimension.Real;
import io.sextant.forecasting.search.Dimension.Whole;
import io.sextant.forecasting.search.SearchSpace;
import io.sextant.forecasting.search.Tunable;
import io.sextant.neural.boosting.BoostingSettings;
import io.sextant.neural.network.NetworkShape.Kind;
import java.util.List;
import java.util.Map;

/** Which settings of networks and trees are worth a search, and how far it goes. */
public final class TunableLearners {

    private static final SearchSpace OF_NETWORKS = new SearchSpace(List.of(
            new Whole("window", 4, 64, true),
            new Choice("hidden", List.of("8", "16", "32", "48", "64")),
            new Whole("layers", 1, 2, false),
            new Real("dropout", 0, 0.5, false),
            new Real("learningRate", 5e-4, 2e-2, true),
            new Real("weightDecay", 1e-4, 1e-1, true)));

    /** A Transformer is a multiple of 16 wide. */
    private static final SearchSpace OF_TRANSFORMERS = new SearchSpace(List.of(
            new Whole("window", 4, 64, true),
            new Choice("hidden", List.of("16", "32", "48", "64")),
            new Whole("layers", 1, 2, false),
            new Real("dropout", 0, 0.5, false),
            new Real("learningRate", 5e-4, 2e-2, true),
            new Real("weightDecay", 1e-4, 1e-1, true)));

    private static final SearchSpace OF_TREES = new SearchSpace(List.of(
            new Whole("depth", 1, 6, false),
            new Real("learningRate", 0.01, 0.3, true),
            new Real("rowShare", 0.4, 1, false),
            new Real("columnShare", 0.2, 1, false),
            new Real("rowsPerLeafMin", 1, 100, true),
            new Real("leafPenalty", 0.1, 100, true)));

    private TunableLearners() {}

    public static List<Tunable> all() {
        return List.of(
                new Networks("lstm", Kind.LSTM, OF_NETWORKS),
                new Networks("gru", Kind.GRU, OF_NETWORKS),
                new Networks("tcn", Kind.CONVOLUTION, OF_NETWORKS),
                new Networks("attention", Kind.ATTENTION, OF_NETWORKS),
                new Networks("transformer", Kind.TRANSFORMER, OF_TRANSFORMERS),
                new Trees());
    }

    private record Networks(String name, Kind kind, SearchSpace space) implements Tunable {

        @Override
        public Forecaster with(Map<String, String> values) {
            NetworkSettings usual = NetworkSettings.usual(kind);
            return new NetworkForecaster(
                    name,
                    new NetworkSettings(
                            kind,
                            Integer.parseInt(values.get("window")),
                            Integer.parseInt(values.get("hidden")),
                            Integer.parseInt(values.get("layers")),
                            Double.parseDouble(values.get("dropout")),
                            usual.batch(),
                            usual.epochs(),
                            Double.parseDouble(values.get("learningRate")),
                            Double.parseDouble(values.get("weightDecay")),
                            usual.patience(),
                            usual.featuresMost(),
                            usual.threads()));
        }
    }

    private record Trees() implements Tunable {

        @Override
        public String name() {
            return "xgb";
        }

        @Override
        public SearchSpace space() {
            return OF_TREES;
        }

        /** How many trees is chosen inside each fit. */
        @Override
        public Forecaster with(Map<String, String> values) {
            return new BoostedForecaster(new BoostingSettings(
                    50,
                    Integer.parseInt(values.get("depth")),
                    Double.parseDouble(values.get("learningRate")),
                    Double.parseDouble(values.get("rowShare")),
                    Double.parseDouble(values.get("columnShare")),
                    Double.parseDouble(values.get("rowsPerLeafMin")),
                    Double.parseDouble(values.get("leafPenalty")),
                    1));
        }
    }
}
