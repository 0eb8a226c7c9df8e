package io.sextant.domain.forecast;

import java.util.Optional;

/**
 * Whether the world still looks as it did when the champion learned.
 *
 * @param stability population stability index of the changes it reads, NaN while too few came
 * @param errorLevel 0 at rest, 1 where the alarm is
 * @param coverage measured share inside the 80% interval, NaN while nothing came
 * @param judged how many forecasts came true or not since it stands
 * @param alarm what told that it drifted, if anything did
 */
public record DriftGauge(double stability, double errorLevel, double coverage, int judged, Optional<Alarm> alarm) {

    /** What gave the alarm. */
    public enum Alarm {
        INPUTS,
        ERRORS,
        COVERAGE
    }
}
