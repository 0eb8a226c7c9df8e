package io.sextant.forecasting;

import java.io.DataInput;
import java.io.IOException;

/** A model before it has learned: it fits itself to a window and to nothing else. Immutable; one may fit many windows at once. */
public interface Forecaster {

    /** What people type, tables show and the registry keeps: {@code arima}. */
    String name();

    /** The fewest observations that it can learn from. */
    int observationsNeeded();

    /**
     * Learns from {@code past}; the result stands at its end.
     *
     * @throws UnfitWindow where this window cannot be learned from
     * @throws java.util.concurrent.CancellationException where the training was cancelled
     */
    FittedForecaster fit(Observations past, Training training);

    /** What {@link FittedForecaster#save} wrote, at the place where it stood. */
    FittedForecaster load(DataInput in) throws IOException;
}
