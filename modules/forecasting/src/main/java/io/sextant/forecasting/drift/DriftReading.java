package io.sextant.forecasting.drift;

import java.util.Optional;

/**
 * What the watch over one model says.
 *
 * @param stability population stability index of what it reads, NaN while too little came
 * @param errorLevel how near the errors are to the alarm, 1 being there
 * @param coverage measured share inside the interval, NaN while nothing came
 * @param alarm what tells that the model has drifted, if it has
 */
public record DriftReading(double stability, double errorLevel, double coverage, Optional<Alarm> alarm) {

    /** What gave the alarm. */
    public enum Alarm {
        /** What the model reads no longer looks like what it learned from. */
        INPUTS,
        /** Its errors grew. */
        ERRORS,
        /** Outcomes fall outside its intervals, or hardly ever do. */
        COVERAGE
    }
}
