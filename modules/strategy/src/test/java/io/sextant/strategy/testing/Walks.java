package io.sextant.strategy.testing;

import java.util.Random;

/** Prices whose law is known. */
public final class Walks {

    private Walks() {}

    /** Closes of 100 whose log returns are {@code drift} plus a part of the return before plus noise. */
    public static double[] autoregressive(long seed, int size, double drift, double part, double deviation) {
        Random random = new Random(seed);
        double[] closes = new double[size];
        double log = Math.log(100);
        double before = 0;
        for (int i = 0; i < size; i++) {
            before = part * before + deviation * random.nextGaussian();
            log += drift + before;
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    public static double[] random(long seed, int size) {
        return autoregressive(seed, size, 0, 0, 0.01);
    }

    /** A log that goes back to 0 by {@code 1 - stays} of its distance at each step. */
    public static double[] returning(long seed, int size, double stays, double deviation) {
        Random random = new Random(seed);
        double[] logs = new double[size];
        double log = 0;
        for (int i = 0; i < size; i++) {
            log = stays * log + deviation * random.nextGaussian();
            logs[i] = log;
        }
        return logs;
    }

    /** A price that is {@code hedge} times the other's log, and something that returns. */
    public static double[] tiedTo(double[] other, double hedge, double[] returning) {
        double[] closes = new double[other.length];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = Math.exp(0.5 + hedge * Math.log(other[i]) + returning[i]);
        }
        return closes;
    }

    public static double[] exp(double level, double[] logs) {
        double[] closes = new double[logs.length];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = level * Math.exp(logs[i]);
        }
        return closes;
    }
}
