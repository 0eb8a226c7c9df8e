package io.sextant.engine.forecast;

import io.sextant.domain.forecast.TrainingCurve;
import io.sextant.domain.forecast.TrainingCurve.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the models of a run get on, told by the threads that train them and read by whoever looks. */
final class TrainingBoard {

    private static final class Line {
        State state = State.WAITING;
        double done;
        double[] training = new double[0];
        double[] validation = new double[0];
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();

    synchronized void begin(List<String> models) {
        lines.clear();
        models.forEach(name -> lines.put(name, new Line()));
    }

    synchronized void walked(String model, double done) {
        step(model, done, Double.NaN, Double.NaN);
    }

    synchronized void step(String model, double done, double trainingLoss, double validationLoss) {
        Line line = lines.get(model);
        if (line == null || line.state == State.DONE || line.state == State.FAILED) {
            return;
        }
        line.state = State.RUNNING;
        line.done = Math.clamp(done, line.done, 1);
        if (!Double.isNaN(trainingLoss)) {
            line.training = with(line.training, trainingLoss);
            line.validation = with(line.validation, validationLoss);
        }
    }

    synchronized void ended(String model, boolean well) {
        Line line = lines.get(model);
        if (line != null) {
            line.state = well ? State.DONE : State.FAILED;
            line.done = 1;
        }
    }

    /** What was cut short stays as far as it came. */
    synchronized void stopped() {
        lines.values().stream()
                .filter(line -> line.state == State.WAITING || line.state == State.RUNNING)
                .forEach(line -> line.state = State.FAILED);
    }

    synchronized List<TrainingCurve> curves() {
        return lines.entrySet().stream()
                .map(entry -> new TrainingCurve(
                        entry.getKey(),
                        entry.getValue().state,
                        entry.getValue().done,
                        entry.getValue().training,
                        entry.getValue().validation))
                .toList();
    }

    private static double[] with(double[] all, double one) {
        double[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = one;
        return more;
    }
}
