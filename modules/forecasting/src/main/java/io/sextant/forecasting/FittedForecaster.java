package io.sextant.forecasting;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** A model that has learned, standing at the end of what it has seen. Not for several threads at once. */
public interface FittedForecaster {

    /** What may come at the next {@code horizon} steps. */
    Forecast forecast(int horizon);

    /** Takes in the next observation; the state moves, the parameters stay. Cheap: no fit. */
    void observe(Observation next);

    /** Why the next step is forecast as it is. */
    Explanation explain();

    /** Whether the fit went on from {@link Training#parent}. */
    default boolean hasParent() {
        return false;
    }

    /** Where the weights of features follow the regime, which of them count now. */
    default Optional<Weighing> weighing() {
        return Optional.empty();
    }

    /** Parameters and state. */
    void save(DataOutput out) throws IOException;
}
