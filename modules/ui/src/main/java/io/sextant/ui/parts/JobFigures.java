package io.sextant.ui.parts;

/**
 * How far a job is.
 *
 * @param share done, 0 to 1
 * @param units rows or bars worked through
 * @param unitsPerSecond lately, NaN while it is not known
 * @param secondsLeft NaN while it is not known
 */
public record JobFigures(boolean running, double share, long units, double unitsPerSecond, double secondsLeft) {

    public static final JobFigures NONE = new JobFigures(false, 0, 0, Double.NaN, Double.NaN);
}
