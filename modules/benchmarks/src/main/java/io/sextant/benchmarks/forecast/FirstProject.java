package io.sextant.benchmarks.forecast;

import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.model.Analogues;
import io.sextant.forecasting.model.Arima;
import io.sextant.forecasting.model.Drift;
import io.sextant.forecasting.model.ExponentialSmoothing;
import io.sextant.forecasting.model.GarchForecaster;
import io.sextant.forecasting.model.HeterogeneousVolatility;
import io.sextant.forecasting.model.KMeansSegments;
import io.sextant.forecasting.model.SeasonalNaive;
import io.sextant.forecasting.model.Structural;
import io.sextant.forecasting.model.Theta;
import io.sextant.marketdata.file.NumberTable;
import io.sextant.neural.forecast.Learners;
import io.sextant.neural.network.Loss;
import io.sextant.neural.network.Network;
import io.sextant.neural.network.NetworkShape;
import io.sextant.neural.network.Samples;
import io.sextant.neural.network.Trainer;
import io.sextant.neural.network.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The next close of a year of hours as the first project of this kind forecast it: windows of 120 closes, 72/18/10 in time order, scaled to
 * -1..1 by the first part, a plain LSTM of two layers of 128; beside it the last price and every model of ours, which learn from the first
 * 90 % and then only hear what comes. Arguments: a file with a column close; the LSTM's most epochs, 20 if not given, 0 leaves it out.
 */
public final class FirstProject {

    private static final int WINDOW = 120;
    private static final int HIDDEN = 128;
    private static final int LAYERS = 2;
    private static final double DROPOUT = 0.2;
    private static final int BATCH = 64;
    private static final int PATIENCE = 5;
    private static final double TRAINED = 0.72;
    private static final double KNOWN = 0.9;

    private final double[] closes;
    private final int trained;
    private final int known;
    private final int first;

    private FirstProject(double[] closes) {
        this.closes = closes;
        trained = (int) Math.round(TRAINED * closes.length);
        known = closes.length - (int) Math.round((1 - KNOWN) * closes.length);
        first = known + WINDOW;
    }

    public static void main(String[] arguments) {
        double[] closes = NumberTable.read(Path.of(arguments[0])).numbers("close");
        int epochs = arguments.length < 2 ? 20 : Integer.parseInt(arguments[1]);
        FirstProject project = new FirstProject(closes);
        System.out.printf(
                "%,d closes, the last %d forecast one ahead%n%-16s %9s %9s %8s %8s %9s%n",
                closes.length, closes.length - project.first, "model", "RMSE", "MAE", "R2", "up/down", "seconds");
        for (Forecaster model : models()) {
            project.tell(model);
        }
        if (epochs > 0) {
            long began = System.nanoTime();
            double[] said = project.plainLstm(epochs);
            project.row("2x128 LSTM", said, (System.nanoTime() - began) / 1e9);
        }
    }

    private static List<Forecaster> models() {
        List<Forecaster> models = new ArrayList<>(List.of(
                new LastValue(),
                new Drift(),
                new ExponentialSmoothing(),
                new Theta(),
                new Arima(),
                new GarchForecaster(),
                new SeasonalNaive(),
                new HeterogeneousVolatility(),
                new Structural(),
                new Analogues(),
                new KMeansSegments()));
        models.addAll(Learners.all());
        return models;
    }

    private void tell(Forecaster model) {
        Observations logs =
                Observations.ofValues(Arrays.stream(closes).map(Math::log).toArray());
        long began = System.nanoTime();
        FittedForecaster fitted;
        try {
            fitted = model.fit(logs.between(0, known), Training.quiet(1, 1));
        } catch (UnfitWindow cannot) {
            System.out.printf("%-16s %s%n", model.name(), cannot.getMessage());
            return;
        }
        double[] said = new double[closes.length - first];
        for (int i = known; i < closes.length; i++) {
            if (i >= first) {
                // The median of a price is the exponential of that of its logarithm.
                said[i - first] = Math.exp(fitted.forecast(1).mean()[0]);
            }
            fitted.observe(logs.get(i));
        }
        row(model.name(), said, (System.nanoTime() - began) / 1e9);
    }

    private double[] plainLstm(int epochs) {
        double low = Arrays.stream(closes, 0, trained).min().orElseThrow();
        double high = Arrays.stream(closes, 0, trained).max().orElseThrow();
        float[][] columns = new float[1][closes.length - 1];
        float[][] wanted = new float[closes.length - WINDOW][1];
        for (int i = 0; i < closes.length; i++) {
            float scaled = (float) (2 * (closes[i] - low) / (high - low) - 1);
            if (i < closes.length - 1) {
                columns[0][i] = scaled;
            }
            if (i >= WINDOW) {
                wanted[i - WINDOW][0] = scaled;
            }
        }
        Network network = Network.drawn(
                new NetworkShape(NetworkShape.Kind.LSTM, 1, HIDDEN, LAYERS, 1, DROPOUT), new SeededRandom(1));
        TrainingSettings settings = new TrainingSettings(BATCH, epochs, 1e-3, 0, 1, PATIENCE, 2, 1);
        Samples samples = Samples.sliding(columns, WINDOW, wanted);
        try (Trainer trainer = new Trainer(network, samples, Loss.squaredError(), settings)) {
            // A sample foretells the close a window after its first: none that is learned from reaches into the part it
            // is stopped by.
            trainer.train(trained - WINDOW, known - WINDOW, (epoch, training, validation) -> {}, () -> false);
            float[][] told = trainer.predict(first - WINDOW, closes.length - WINDOW);
            return Arrays.stream(told)
                    .mapToDouble(one -> (one[0] + 1) / 2 * (high - low) + low)
                    .toArray();
        }
    }

    private void row(String name, double[] said, double seconds) {
        double squares = 0;
        double sizes = 0;
        double mean = Arrays.stream(closes, first, closes.length).average().orElseThrow();
        double spread = 0;
        int right = 0;
        int moved = 0;
        for (int i = 0; i < said.length; i++) {
            double came = closes[first + i];
            double before = closes[first + i - 1];
            squares += (came - said[i]) * (came - said[i]);
            sizes += Math.abs(came - said[i]);
            spread += (came - mean) * (came - mean);
            boolean tells = Math.abs(said[i] / before - 1) > 1e-12 && came != before;
            moved += tells ? 1 : 0;
            right += tells && came > before == said[i] > before ? 1 : 0;
        }
        System.out.printf(
                "%-16s %9.2f %9.2f %8.4f %8s %9.1f%n",
                name,
                Math.sqrt(squares / said.length),
                sizes / said.length,
                1 - squares / spread,
                moved == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * right / moved),
                seconds);
    }
}
