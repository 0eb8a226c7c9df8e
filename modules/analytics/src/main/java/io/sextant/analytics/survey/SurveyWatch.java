package io.sextant.analytics.survey;

import java.util.concurrent.CancellationException;

/** Told how far long work is. */
@FunctionalInterface
public interface SurveyWatch {

    SurveyWatch NOBODY = share -> true;

    /** Whether the work is to go on; {@code share} of it is done. */
    boolean goesOn(double share);

    /** @throws CancellationException when the work is not wanted any more */
    default void check(double share) {
        if (!goesOn(share)) {
            throw new CancellationException("no longer wanted");
        }
    }
}
