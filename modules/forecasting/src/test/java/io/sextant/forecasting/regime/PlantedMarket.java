package io.sextant.forecasting.regime;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;

/** Prices that rise, rest, go wild and fall, a stretch of each after the other. */
final class PlantedMarket {

    static final int STRETCH = 120;
    private static final double[] DRIFTS = {0.003, 0, 0, -0.003};
    private static final double[] DEVIATIONS = {0.005, 0.005, 0.025, 0.005};

    private PlantedMarket() {}

    /** 0 up, 1 range, 2 turbulent, 3 down. */
    static int planted(int bar) {
        return bar / STRETCH % DRIFTS.length;
    }

    static double[] closes(int bars, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] closes = new double[bars];
        double log = Math.log(100);
        for (int t = 0; t < bars; t++) {
            log += DRIFTS[planted(t)] + DEVIATIONS[planted(t)] * random.nextGaussian();
            closes[t] = Math.exp(log);
        }
        return closes;
    }

    static long[] ends(int bars) {
        long[] ends = new long[bars];
        Arrays.setAll(ends, t -> 60L * (t + 1));
        return ends;
    }
}
