package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;

/**
 * A model fitted to the training part of a fold, once, and then led through the test part: it forecasts, and only then hears what came. It
 * is handed nothing that lies ahead of it.
 */
final class WalkForward {

    /** Odd, so that seeds of folds differ in all bits (the golden ratio's, as in SplitMix64). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private WalkForward() {}

    /**
     * @param number of the fold, from 0
     * @param training whose seed is that of the whole run; each fold has its own, whichever thread runs it
     */
    static OutOfSample through(Forecaster model, Observations all, Fold fold, int number, Training training) {
        Training own = new Training(
                training.horizon(), training.seed() + number * SPREAD, training.watcher(), training.cancelled());
        FittedForecaster fitted = model.fit(all.between(fold.trainFrom(), fold.trainEnd()), own);
        for (int i = fold.trainEnd(); i < fold.testFrom(); i++) {
            fitted.observe(all.get(i));
        }
        OutOfSample told = OutOfSample.empty(training.horizon(), fold.tested());
        for (int next = fold.testFrom(); next < fold.testEnd(); next++) {
            own.checkCancelled();
            told.put(next - fold.testFrom(), next - 1, number, fitted.forecast(training.horizon()));
            fitted.observe(all.get(next));
        }
        return told;
    }
}
