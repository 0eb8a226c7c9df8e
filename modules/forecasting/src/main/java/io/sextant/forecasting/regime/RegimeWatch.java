package io.sextant.forecasting.regime;

import io.sextant.analytics.estimation.BayesianChangePoints;
import io.sextant.analytics.estimation.CumulativeSums;
import io.sextant.analytics.estimation.MultivariateHmmFilter;
import java.util.Arrays;

/**
 * Follows a series bar by bar with a model: what each state's chance is by what is known now, and which state is told. What is told changes
 * only when another state was likely enough for long enough, so that it does not flicker.
 */
public final class RegimeWatch {

    /** What another state's chance takes to be told, for {@link #CONFIRMING_BARS} bars in a row. */
    static final double CONFIRMING_CHANCE = 0.65;

    static final int CONFIRMING_BARS = 2;

    /** How far the warning looks ahead, and how far back a change of law counts as new. */
    public static final int WARNING_BARS = 10;

    private static final double MEAN_RUN = 250;
    private static final int RUN_MAX = 300;
    private static final double SLACK = 0.5;
    private static final double LIMIT = 8;

    private final RegimeModel model;
    private final MarketMood mood = new MarketMood();
    private final MultivariateHmmFilter filter;
    private final BayesianChangePoints changes;
    private final CumulativeSums sums;
    private final double[] dangerAhead;
    private double before = Double.NaN;
    private int told = -1;
    private int candidate = -1;
    private int confirmed;
    private boolean switched;

    public RegimeWatch(RegimeModel model) {
        this.model = model;
        filter = new MultivariateHmmFilter(model.states());
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
        if (mood.update(move)) {
            filter.update(mood.point());
            confirm();
        }
        return isTold();
    }

    private void confirm() {
        int likeliest = 0;
        for (int i = 1; i < model.states().states(); i++) {
            likeliest = filter.probability(i) > filter.probability(likeliest) ? i : likeliest;
        }
        if (told < 0) {
            told = likeliest;
            switched = true;
            return;
        }
        boolean likely = likeliest != told && filter.probability(likeliest) >= CONFIRMING_CHANCE;
        confirmed = !likely ? 0 : likeliest == candidate ? confirmed + 1 : 1;
        candidate = likely ? likeliest : -1;
        if (confirmed >= CONFIRMING_BARS) {
            told = likeliest;
            switched = true;
            confirmed = 0;
            candidate = -1;
        }
    }

    public boolean isTold() {
        return told >= 0;
    }

    /** The state that is told. */
    public int told() {
        return told;
    }

    /** Whether the last bar made it. */
    public boolean hasSwitched() {
        return switched;
    }

    public double chance(int state) {
        return filter.probability(state);
    }

    public double nextChance(int state) {
        return filter.nextProbability(state);
    }

    /** The chance that a state which is a danger comes, or stays, within the next bars; NaN where the model knows none. */
    public double warning() {
        double sum = 0;
        for (int i = 0; i < dangerAhead.length; i++) {
            sum += filter.nextProbability(i) * dangerAhead[i];
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
