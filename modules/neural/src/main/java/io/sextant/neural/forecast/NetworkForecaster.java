package io.sextant.neural.forecast;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.neural.network.Loss;
import io.sextant.neural.network.Network;
import io.sextant.neural.network.NetworkShape;
import io.sextant.neural.network.Samples;
import io.sextant.neural.network.Trainer;
import io.sextant.neural.network.TrainingSettings;
import java.io.DataInput;
import java.io.IOException;
import java.util.Optional;

/**
 * Learns the next changes of a series from a window of them. Trained on 70% of the window in time order, stopped by the next 20%; how much
 * of it is believed is learned on both later parts. What is believed in is then trained on all of it: anew, for as many epochs, or from where
 * a parent ended, for half as many. A parent may have seen the later parts, so it has no say in what is believed.
 */
public final class NetworkForecaster implements Forecaster {

    private static final int FEWEST_SAMPLES = 80;
    private static final double LONGEST_GRADIENT = 1;

    private final String name;
    private final NetworkSettings settings;

    public NetworkForecaster(String name, NetworkSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    public static NetworkForecaster lstm() {
        return new NetworkForecaster("lstm", NetworkSettings.usual(NetworkShape.Kind.LSTM));
    }

    public static NetworkForecaster gru() {
        return new NetworkForecaster("gru", NetworkSettings.usual(NetworkShape.Kind.GRU));
    }

    public static NetworkForecaster convolution() {
        return new NetworkForecaster("tcn", NetworkSettings.usual(NetworkShape.Kind.CONVOLUTION));
    }

    public static NetworkForecaster attention() {
        return new NetworkForecaster("attention", NetworkSettings.usual(NetworkShape.Kind.ATTENTION));
    }

    public static NetworkForecaster transformer() {
        return new NetworkForecaster("transformer", NetworkSettings.usual(NetworkShape.Kind.TRANSFORMER));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int observationsNeeded() {
        return settings.window() + FEWEST_SAMPLES;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        int window = settings.window();
        int samples = past.size() - training.horizon() - window;
        Parts parts = Parts.of(Math.max(0, samples), training.horizon());
        if (past.size() < observationsNeeded() || !parts.isEnough()) {
            throw UnfitWindow.tooFew(
                    observationsNeeded() + 2L * training.horizon(),
                    past.size(),
                    name + " needs at least " + (observationsNeeded() + 2 * training.horizon()) + " values for "
                            + training.horizon() + " steps ahead, and there are " + past.size());
        }
        int known = window + parts.trainingEnd();
        double unit = Targets.deviation(past, known);
        if (!(unit > 0)) {
            throw new UnfitWindow(Code.STANDS_STILL, "nothing moves in the part that " + name + " would learn from");
        }
        Targets targets = new Targets(unit, training.horizon());
        InputScale scale = InputScale.learn(past, known, unit, settings.featuresMost());
        return new Fit(past, training, parts, targets, scale, samples).run();
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return FittedNetwork.load(settings, in);
    }

    static NetworkShape shape(NetworkSettings settings, int inputs, int horizon) {
        int outputs = horizon * (1 + Calibration.LEVELS.length);
        return new NetworkShape(
                settings.kind(), inputs, settings.hidden(), settings.layers(), outputs, settings.dropout());
    }

    /** One run over one window. */
    private final class Fit {

        private final Observations past;
        private final Training training;
        private final Parts parts;
        private final Targets targets;
        private final InputScale scale;
        private final float[][] came;
        private final Samples samples;
        private int epochs;
        private int bestEpoch;
        private double best = Double.POSITIVE_INFINITY;
        private boolean hasParent;

        Fit(Observations past, Training training, Parts parts, Targets targets, InputScale scale, int count) {
            this.past = past;
            this.training = training;
            this.parts = parts;
            this.targets = targets;
            this.scale = scale;
            float[][] columns = new float[scale.columns()][past.size() - 1];
            for (int i = 1; i < past.size(); i++) {
                float[] row =
                        scale.row(past.value(i) - past.value(i - 1), past.get(i).features());
                for (int c = 0; c < row.length; c++) {
                    columns[c][i - 1] = row[c];
                }
            }
            came = new float[count][];
            for (int i = 0; i < count; i++) {
                came[i] = targets.of(past, i + settings.window());
            }
            samples = Samples.sliding(columns, settings.window(), came);
        }

        FittedForecaster run() {
            Network network = drawn();
            Calibration calibration;
            try (Trainer trainer = trainer(network, settings.epochs())) {
                trainer.train(parts.validationFrom(), parts.validationEnd(), this::epoch, this::cancelled);
                calibration = calibrated(trainer);
            }
            if (!calibration.believesNothing()) {
                Optional<float[]> inherited = inherited();
                network = inherited.map(this::of).orElseGet(this::drawn);
                hasParent = inherited.isPresent();
                int most = hasParent ? (bestEpoch + 2) / 2 : bestEpoch + 1;
                try (Trainer trainer = trainer(network, most)) {
                    for (int epoch = 0; epoch < most; epoch++) {
                        double loss = trainer.epoch(parts.end(), this::cancelled);
                        training.watcher().step(done(epochs + epoch + 1), loss, Double.NaN);
                    }
                }
            }
            training.watcher().step(1, Double.NaN, Double.NaN);
            FittedNetwork fitted = new FittedNetwork(settings, network, scale, targets, calibration, hasParent);
            fitted.stand(past);
            return fitted;
        }

        private NetworkShape shape() {
            return NetworkForecaster.shape(settings, scale.columns(), targets.horizon());
        }

        private Network drawn() {
            return Network.drawn(shape(), SeededRandom.stream(training.seed(), 1));
        }

        private Network of(float[] parameters) {
            return Network.of(shape(), parameters);
        }

        private Optional<float[]> inherited() {
            return training.parent() instanceof FittedNetwork parent
                    ? parent.parametersFor(shape(), scale)
                    : Optional.empty();
        }

        private Trainer trainer(Network network, int most) {
            TrainingSettings how = new TrainingSettings(
                    settings.batch(),
                    most,
                    settings.learningRate(),
                    settings.weightDecay(),
                    LONGEST_GRADIENT,
                    settings.patience(),
                    settings.threads(),
                    training.seed());
            return new Trainer(network, samples, Loss.meanAndQuantiles(Calibration.LEVELS), how);
        }

        private void epoch(int epoch, double trainingLoss, double validationLoss) {
            epochs = epoch + 1;
            if (validationLoss < best) {
                best = validationLoss;
                bestEpoch = epoch;
            }
            training.watcher().step(done(epochs), trainingLoss, validationLoss);
        }

        private double done(int so) {
            return Math.min(1, so / (2.0 * settings.epochs()));
        }

        private boolean cancelled() {
            return training.cancelled().getAsBoolean();
        }

        private Calibration calibrated(Trainer trainer) {
            int first = parts.validationFrom();
            float[][] said = trainer.predict(first, parts.end());
            float[][] later = new float[parts.end() - first][];
            System.arraycopy(came, first, later, 0, later.length);
            return Calibration.learn(said, later, true);
        }
    }
}
