package io.sextant.voice.hearing;

import java.util.Arrays;

/**
 * Brings samples to another rate by a windowed sine: what the new rate cannot carry is taken away before it could fold into what it can.
 * Kaiser's window with beta 8.6 (stop band about 90 dB down), 24 crossings to each side; Smith, "Digital Audio Resampling".
 */
final class Resampler {

    private static final int CROSSINGS = 24;
    private static final double BETA = 8.6;
    /** Of the band that is kept: the rest is where the filter falls. */
    private static final double KEPT = 0.92;

    private static final int TABLE_A_CROSSING = 512;
    private static final float[] KERNEL = kernel();

    private final double step;
    private final double cutoff;
    private final double reach;
    private float[] kept = new float[0];
    /** Number of the first sample that is kept, and of the next one that goes out. */
    private long keptFrom;

    private long next;

    /** Takes sound piece by piece; where the pieces were cut cannot be heard. */
    Resampler(int fromRate, int toRate) {
        step = (double) fromRate / toRate;
        cutoff = KEPT * Math.min(1, (double) toRate / fromRate);
        reach = CROSSINGS / cutoff;
    }

    static float[] resample(float[] samples, int fromRate, int toRate) {
        if (fromRate == toRate || samples.length == 0) {
            return samples.clone();
        }
        Resampler resampler = new Resampler(fromRate, toRate);
        float[] first = resampler.take(samples);
        float[] rest = resampler.rest();
        float[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    /** What can be said of the new rate with these samples; the last few wait for those after them. */
    float[] take(float[] samples) {
        int old = kept.length;
        kept = Arrays.copyOf(kept, old + samples.length);
        System.arraycopy(samples, 0, kept, old, samples.length);
        return until(keptFrom + kept.length - 1 - (long) Math.ceil(reach));
    }

    /** What was waiting, as if silence came after it. */
    float[] rest() {
        return until(keptFrom + kept.length - 1);
    }

    private float[] until(long lastPlace) {
        int length = (int) Math.max(0, (long) Math.floor(lastPlace / step) - next + 1);
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            out[i] = at((next + i) * step);
        }
        next += length;
        int over = Math.clamp((long) Math.floor(next * step - reach) - 1 - keptFrom, 0, kept.length);
        kept = Arrays.copyOfRange(kept, over, kept.length);
        keptFrom += over;
        return out;
    }

    private float at(double place) {
        double own = place - keptFrom;
        int first = (int) Math.max(0, Math.ceil(own - reach));
        int last = (int) Math.min(kept.length - 1, Math.floor(own + reach));
        double sum = 0;
        for (int k = first; k <= last; k++) {
            sum += kept[k] * kernelAt(Math.abs(own - k) * cutoff);
        }
        return (float) (sum * cutoff);
    }

    private static double kernelAt(double crossings) {
        double place = crossings * TABLE_A_CROSSING;
        int index = (int) place;
        if (index + 1 >= KERNEL.length) {
            return 0;
        }
        double part = place - index;
        return KERNEL[index] + part * (KERNEL[index + 1] - KERNEL[index]);
    }

    private static float[] kernel() {
        float[] kernel = new float[CROSSINGS * TABLE_A_CROSSING + 1];
        double whole = bessel(BETA);
        for (int i = 0; i < kernel.length; i++) {
            double x = (double) i / TABLE_A_CROSSING;
            double sinc = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double edge = x / CROSSINGS;
            kernel[i] = (float) (sinc * bessel(BETA * Math.sqrt(Math.max(0, 1 - edge * edge))) / whole);
        }
        return kernel;
    }

    /** The modified Bessel function of order zero by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 60; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
