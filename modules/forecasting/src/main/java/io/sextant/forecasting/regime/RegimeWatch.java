package io.sextant.forecasting.regime;

import io.sextant.analytics.estimation.BayesianChangePoints;
import io.sextant.analytics.estimation.CumulativeSums;
import java.util.Arrays;

/**
 * Follows a series bar by bar with a model: what each state's chance is by what is known now, which state is told, and what may be coming.
 */
public final class RegimeWatch {

    /** How far the warning looks ahead, and how far back a change of law counts as new. */
    public static final int WARNING_BARS = 10;

    private static final double MEAN_RUN = 250;
    private static final int RUN_MAX = 300;
    private static final double SLACK = 0.5;
    private static final double LIMIT = 8;

    private final RegimeTeller teller;
    private final BayesianChangePoints changes;
    private final CumulativeSums sums;
    private final double[] dangerAhead;
    private double before = Double.NaN;
    private boolean switched;

    public RegimeWatch(RegimeModel model) {
        teller = new RegimeTeller(model);
        double deviation = model.deviation();
        changes =
                new BayesianChangePoints(MEAN_RUN, BayesianChangePoints.Prior.like(0, deviation * deviation), RUN_MAX);
        sums = new CumulativeSums(0, deviation, SLACK, LIMIT);
        dangerAhead = dangerAhead(model);
    }

    /** Takes the close of the next bar; whether states have chances now. A close that is not above nought counts as none. */
    public boolean update(double close) {
        switched = false;
        double move = Math.log(close / before);
        if (close > 0 && Double.isFinite(close)) {
            before = close;
        }
        if (!Double.isFinite(move)) {
            return isTold();
        }
        changes.update(move);
        sums.update(move);
        teller.update(move);
        switched = teller.hasSwitched();
        return isTold();
    }

    public boolean isTold() {
        return teller.isTold();
    }

    /** The state that is told. */
    public int told() {
        return teller.told();
    }

    /** Whether the last bar made it. */
    public boolean hasSwitched() {
        return switched;
    }

    public double chance(int state) {
        return teller.chance(state);
    }

    public double nextChance(int state) {
        return teller.nextChance(state);
    }

    /** The chance that a state which is a danger comes, or stays, within the next bars; NaN where the model knows none. */
    public double warning() {
        double sum = 0;
        for (int i = 0; i < dangerAhead.length; i++) {
            sum += teller.nextChance(i) * dangerAhead[i];
        }
        return dangerAhead.length == 0 ? Double.NaN : Math.min(1, sum);
    }

    public double changeChance() {
        return changes.probabilityOfChangeWithin(WARNING_BARS);
    }

    public double drift() {
        return sums.nearness();
    }

    /** From each state, the chance to be in danger at least once from now until one bar before the warning's last. */
    private static double[] dangerAhead(RegimeModel model) {
        int k = model.states().states();
        if (model.names().stream().noneMatch(name -> name.isDanger())) {
            return new double[0];
        }
        double[] hit = new double[k];
        Arrays.setAll(hit, i -> model.names().get(i).isDanger() ? 1 : 0);
        double[][] transition = model.states().transition();
        for (int bar = 1; bar < WARNING_BARS; bar++) {
            double[] next = new double[k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    next[i] += transition[i][j] * hit[j];
                }
                next[i] = model.names().get(i).isDanger() ? 1 : next[i];
            }
            hit = next;
        }
        return hit;
    }
}
