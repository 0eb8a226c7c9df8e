package io.sextant.simulator.process;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/** The hidden weather of a market as it changes, with randomness of its own so that nothing else shifts it. */
public final class RegimeChain {

    private static final int STREAM = 2;

    private final double[] leaveProbability = new double[Regime.count()];
    private final Draws draws;
    private Regime regime;
    private int trendSign = 1;

    public RegimeChain(long seed, double stepSeconds) {
        draws = Draws.stream(seed, STREAM);
        regime = Regime.stationary(draws);
        for (int i = 0; i < leaveProbability.length; i++) {
            leaveProbability[i] = 1 - StrictMath.exp(-stepSeconds / Regime.of(i).meanSeconds());
        }
    }

    public void step() {
        if (draws.happens(leaveProbability[regime.index()])) {
            regime = regime.next(draws);
            trendSign = draws.happens(0.5) ? 1 : -1;
        }
    }

    public Regime regime() {
        return regime;
    }

    /** Which way a trend goes, while there is one. */
    int trendSign() {
        return trendSign;
    }

    void save(StateWriter out) {
        draws.save(out);
        out.putInt(regime.index());
        out.putInt(trendSign);
    }

    void load(StateReader in) {
        draws.load(in);
        regime = Regime.of(in.getInt());
        trendSign = in.getInt();
    }
}
