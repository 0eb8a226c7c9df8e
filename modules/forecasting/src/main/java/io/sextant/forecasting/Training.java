package io.sextant.forecasting;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How a fit is run: the longest horizon that will be asked for, the seed of whatever is random in it, and who watches.
 *
 * @param cancelled asked between the steps of long fits
 */
public record Training(int horizon, long seed, Watcher watcher, BooleanSupplier cancelled) {

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
