package io.sextant.voice.hearing;

/** How loud sound is, as a meter shows it: the root of the mean square in decibels, 0 at -60 dB and below, 1 at full scale. */
public final class SoundLevel {

    private static final double QUIETEST_DB = -60;

    private SoundLevel() {}

    public static double of(short[] samples) {
        if (samples.length == 0) {
            return 0;
        }
        double sum = 0;
        for (short each : samples) {
            double value = each / 32_768.0;
            sum += value * value;
        }
        double decibels = 10 * Math.log10(sum / samples.length + 1e-12);
        return Math.clamp(1 - decibels / QUIETEST_DB, 0, 1);
    }
}
