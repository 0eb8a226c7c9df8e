package io.sextant.simulator.process;

/**
 * The weather of the whole market, a hidden Markov chain in the manner of Hamilton (1989). Volatility multiplies each
 * instrument's own; durations are means of exponential stays.
 */
public enum Regime {
    CALM(0, 0.65, 5 * 3_600),
    TRENDING(1, 0.90, 3 * 3_600),
    TURBULENT(2, 1.75, 1.5 * 3_600),
    CRASH(3, 5.50, 10 * 60);

    /** Row: from; column: to. Crashes start about once a month and always end in turbulence. */
    private static final double[][] NEXT = {
        {0, 0.609, 0.390, 0.001},
        {0.657, 0, 0.340, 0.003},
        {0.635, 0.355, 0, 0.010},
        {0, 0, 1, 0},
    };

    private static final Regime[] ALL = values();
    private static final double[] TIME_SHARE = timeShares();

    private final int index;
    private final double volatility;
    private final double meanSeconds;

    Regime(int index, double volatility, double meanSeconds) {
        this.index = index;
        this.volatility = volatility;
        this.meanSeconds = meanSeconds;
    }

    public double volatility() {
        return volatility;
    }

    public double meanSeconds() {
        return meanSeconds;
    }

    /** Place in columns and snapshots. */
    int index() {
        return index;
    }

    /** The share of time that the chain spends here in the long run. */
    public double timeShare() {
        return TIME_SHARE[index];
    }

    /** The regime after a stay in this one. */
    Regime next(Draws draws) {
        double u = draws.uniform();
        double[] row = NEXT[index];
        for (Regime candidate : ALL) {
            u -= row[candidate.index];
            if (u < 0) {
                return candidate;
            }
        }
        return CALM;
    }

    static Regime stationary(Draws draws) {
        double u = draws.uniform();
        for (Regime candidate : ALL) {
            u -= candidate.timeShare();
            if (u < 0) {
                return candidate;
            }
        }
        return CALM;
    }

    static int count() {
        return ALL.length;
    }

    static Regime of(int index) {
        return ALL[index];
    }

    /** Mean square of the volatility multiplier; dividing by its root keeps the calibrated daily volatility. */
    static double meanSquareVolatility() {
        double sum = 0;
        for (Regime regime : ALL) {
            sum += regime.timeShare() * regime.volatility * regime.volatility;
        }
        return sum;
    }

    private static double[] timeShares() {
        double[] visits = {0.25, 0.25, 0.25, 0.25};
        // Averaging with the last round damps the chain's near-periodic back and forth, so few rounds suffice.
        for (int round = 0; round < 500; round++) {
            double[] after = new double[ALL.length];
            for (int from = 0; from < ALL.length; from++) {
                for (int to = 0; to < ALL.length; to++) {
                    after[to] += visits[from] * NEXT[from][to];
                }
            }
            for (int i = 0; i < ALL.length; i++) {
                visits[i] = (visits[i] + after[i]) / 2;
            }
        }
        double total = 0;
        for (Regime regime : ALL) {
            visits[regime.index] *= regime.meanSeconds;
            total += visits[regime.index];
        }
        for (int i = 0; i < visits.length; i++) {
            visits[i] /= total;
        }
        return visits;
    }
}
