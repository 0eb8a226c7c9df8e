package io.sextant.forecasting;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a fit is run: the longest horizon that will be asked for, the seed of whatever is random in it, and who watches.
 *
 * @param cancelled asked between the steps of long fits
 * @param parent a model of the same name from an earlier window, to go on from where the model can; null where there is none
 */
public record Training(
        int horizon,
        long seed,
        Watcher watcher,
        BooleanSupplier cancelled,
        @Nullable FittedForecaster parent) {

    /** Hears of the steps of a long fit. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * @param done the share that is over, 0 to 1
         * @param trainingLoss of the newest step, NaN where there is none
         * @param validationLoss of the newest step, NaN where there is none
         */
        void step(double done, double trainingLoss, double validationLoss);
    }

    public Training {
        if (horizon < 1) {
            throw new IllegalArgumentException("the horizon is at least 1 step, not " + horizon);
        }
    }

    /** From the beginning. */
    public Training(int horizon, long seed, Watcher watcher, BooleanSupplier cancelled) {
        this(horizon, seed, watcher, cancelled, null);
    }

    public Training goingOnFrom(FittedForecaster earlier) {
        return new Training(horizon, seed, watcher, cancelled, earlier);
    }

    /** Unwatched and not to be cancelled. */
    public static Training quiet(int horizon, long seed) {
        return new Training(horizon, seed, (done, training, validation) -> {}, () -> false);
    }

    /** @throws CancellationException where somebody asked to stop */
    public void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the training was cancelled");
        }
    }
}
