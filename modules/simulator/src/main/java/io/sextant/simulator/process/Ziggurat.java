package io.sextant.simulator.process;

import io.sextant.domain.time.SeededRandom;

/**
 * Normal and exponential numbers by the ziggurat of Marsaglia and Tsang (2000), in the form of Doornik (2005): nearly always
 * one number from the generator, one look-up, one multiplication.
 */
final class Ziggurat {

    private static final double TO_UNIT = 0x1.0p-53;

    /** Where the tail begins and the area of a layer, for the number of layers. */
    private static final int NORMAL_LAYERS = 128;

    private static final double NORMAL_TAIL = 3.442619855899;
    private static final double NORMAL_AREA = 9.91256303526217e-3;
    private static final int EXPONENTIAL_LAYERS = 256;
    private static final double EXPONENTIAL_TAIL = 7.69711747013105;
    private static final double EXPONENTIAL_AREA = 0.003949659822581557;

    private static final double[] NORMAL_X = new double[NORMAL_LAYERS + 1];
    private static final double[] NORMAL_RATIO = new double[NORMAL_LAYERS];
    private static final double[] EXPONENTIAL_X = new double[EXPONENTIAL_LAYERS + 1];
    private static final double[] EXPONENTIAL_RATIO = new double[EXPONENTIAL_LAYERS];

    static {
        double density = StrictMath.exp(-0.5 * NORMAL_TAIL * NORMAL_TAIL);
        NORMAL_X[0] = NORMAL_AREA / density;
        NORMAL_X[1] = NORMAL_TAIL;
        for (int i = 2; i < NORMAL_LAYERS; i++) {
            NORMAL_X[i] = StrictMath.sqrt(-2 * StrictMath.log(NORMAL_AREA / NORMAL_X[i - 1] + density));
            density = StrictMath.exp(-0.5 * NORMAL_X[i] * NORMAL_X[i]);
        }
        density = StrictMath.exp(-EXPONENTIAL_TAIL);
        EXPONENTIAL_X[0] = EXPONENTIAL_AREA / density;
        EXPONENTIAL_X[1] = EXPONENTIAL_TAIL;
        for (int i = 2; i < EXPONENTIAL_LAYERS; i++) {
            EXPONENTIAL_X[i] = -StrictMath.log(EXPONENTIAL_AREA / EXPONENTIAL_X[i - 1] + density);
            density = StrictMath.exp(-EXPONENTIAL_X[i]);
        }
        for (int i = 0; i < NORMAL_LAYERS; i++) {
            NORMAL_RATIO[i] = NORMAL_X[i + 1] / NORMAL_X[i];
        }
        for (int i = 0; i < EXPONENTIAL_LAYERS; i++) {
            EXPONENTIAL_RATIO[i] = EXPONENTIAL_X[i + 1] / EXPONENTIAL_X[i];
        }
    }

    private Ziggurat() {}

    /** In the open interval (0, 1). */
    static double uniform(SeededRandom random) {
        return ((random.nextLong() >>> 11) + 0.5) * TO_UNIT;
    }

    static double normal(SeededRandom random) {
        while (true) {
            long bits = random.nextLong();
            double u = 2 * ((bits >>> 11) + 0.5) * TO_UNIT - 1;
            int layer = (int) bits & (NORMAL_LAYERS - 1);
            double x = u * NORMAL_X[layer];
            if (Math.abs(u) < NORMAL_RATIO[layer]) {
                return x;
            }
            if (layer == 0) {
                return u < 0 ? -normalTail(random) : normalTail(random);
            }
            double outer = Transcendental.exp(-0.5 * (NORMAL_X[layer] * NORMAL_X[layer] - x * x));
            double inner = Transcendental.exp(-0.5 * (NORMAL_X[layer + 1] * NORMAL_X[layer + 1] - x * x));
            if (outer + uniform(random) * (inner - outer) < 1) {
                return x;
            }
        }
    }

    private static double normalTail(SeededRandom random) {
        while (true) {
            double x = -Transcendental.log(uniform(random)) / NORMAL_TAIL;
            double y = -Transcendental.log(uniform(random));
            if (2 * y > x * x) {
                return NORMAL_TAIL + x;
            }
        }
    }

    static double exponential(SeededRandom random) {
        while (true) {
            long bits = random.nextLong();
            double u = ((bits >>> 11) + 0.5) * TO_UNIT;
            int layer = (int) bits & (EXPONENTIAL_LAYERS - 1);
            double x = u * EXPONENTIAL_X[layer];
            if (u < EXPONENTIAL_RATIO[layer]) {
                return x;
            }
            if (layer == 0) {
                return EXPONENTIAL_TAIL - Transcendental.log(uniform(random));
            }
            double outer = Transcendental.exp(x - EXPONENTIAL_X[layer]);
            double inner = Transcendental.exp(x - EXPONENTIAL_X[layer + 1]);
            if (outer + uniform(random) * (inner - outer) < 1) {
                return x;
            }
        }
    }
}
