package io.sextant.app.cli;

import io.sextant.forecasting.Forecaster;
import io.sextant.neural.LearnerUnavailable;
import io.sextant.neural.forecast.OnnxForecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Models that a user trained elsewhere, by {@code onnx:FILE}. */
final class OwnModels {

    private static final String ONNX = "onnx:";

    private OwnModels() {}

    static boolean isOne(String name) {
        return name.startsWith(ONNX);
    }

    /** A model by its file's name; a file that cannot be run is refused now and not in the middle of a comparison. */
    static Forecaster read(String name) {
        try {
            Path file = Path.of(name.substring(ONNX.length()));
            if (!Files.isRegularFile(file)) {
                throw new RefusedByRule("There is no file " + file + ".");
            }
            OnnxForecaster model = new OnnxForecaster(ONNX + file.getFileName(), Files.readAllBytes(file));
            model.observationsNeeded();
            return model;
        } catch (InvalidPathException | IOException unreadable) {
            throw new RefusedByRule("The model " + name + " cannot be read: " + unreadable.getMessage() + ".");
        } catch (IllegalArgumentException | LearnerUnavailable cannotRun) {
            throw new RefusedByRule("The model " + name + " cannot be used: " + cannotRun.getMessage() + ".");
        }
    }
}
