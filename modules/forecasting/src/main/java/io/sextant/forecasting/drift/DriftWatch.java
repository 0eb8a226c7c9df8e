package io.sextant.forecasting.drift;

import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.drift.DriftReading.Alarm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Watches one model as its forecasts come true: the changes that it reads against those that it learned from, its errors in units of
 * the usual one, and the share of outcomes inside its 80% interval. Once it gave an alarm it keeps to it until a new model comes.
 */
public final class DriftWatch {

    private static final int BINS = 10;
    private static final int INPUTS_WINDOW = 250;
    private static final int COVERAGE_WINDOW = 100;

    /** Much has changed, by custom, beyond what {@value #INPUTS_WINDOW} values show by chance. */
    private static final double STABILITY_LIMIT = 0.25;

    /** About one false alarm in ten thousand looks of a window of its own. */
    private static final double COVERAGE_DEVIATIONS = 4;

    private static final double ERROR_TOLERANCE = 0.25;
    private static final double ERROR_THRESHOLD = 50;
    private static final int ERROR_WARM_UP = 50;

    private final PopulationStability inputs;
    private final Deque<Double> recentInputs = new ArrayDeque<>();
    private final PageHinkley errors = new PageHinkley(ERROR_TOLERANCE, ERROR_THRESHOLD, ERROR_WARM_UP);
    private final AdaptiveWindow errorMean = new AdaptiveWindow(0.0001);
    private final CoverageWatch coverage = new CoverageWatch(0.8, COVERAGE_WINDOW);
    private final double usualError;
    private Optional<Alarm> alarm = Optional.empty();

    /**
     * @param learned changes of the training window, at least {@value #BINS} times two
     * @param usualError mean absolute error of one step that was measured outside the training window
     */
    public DriftWatch(double[] learned, double usualError) {
        if (!(usualError > 0)) {
            throw new IllegalArgumentException("the usual error is above zero, not " + usualError);
        }
        inputs = new PopulationStability(learned, BINS);
        this.usualError = usualError;
    }

    /** The next value came, which {@code forecast} was for, its first step. */
    public DriftReading cameTrue(Forecast forecast, double value) {
        double change = value - forecast.origin();
        inputs.add(change);
        recentInputs.addLast(change);
        if (recentInputs.size() > INPUTS_WINDOW) {
            inputs.remove(recentInputs.removeFirst());
        }
        double error = Math.abs(value - forecast.median(1)) / usualError;
        boolean risen = errors.add(error);
        double meanBefore = errorMean.mean();
        boolean cut = errorMean.add(error) && errorMean.mean() > meanBefore;
        coverage.add(value >= forecast.quantile(1, 0.1) && value <= forecast.quantile(1, 0.9));
        if (alarm.isEmpty()) {
            alarm = alarm(risen || cut);
        }
        return reading();
    }

    public DriftReading reading() {
        return new DriftReading(stability(), errors.level(), coverage.measured(), alarm);
    }

    private double stability() {
        return inputs.size() < INPUTS_WINDOW ? Double.NaN : inputs.index();
    }

    private Optional<Alarm> alarm(boolean errorsGrew) {
        if (errorsGrew) {
            return Optional.of(Alarm.ERRORS);
        }
        if (Math.abs(coverage.deviations()) > COVERAGE_DEVIATIONS) {
            return Optional.of(Alarm.COVERAGE);
        }
        return stability() > STABILITY_LIMIT ? Optional.of(Alarm.INPUTS) : Optional.empty();
    }
}
