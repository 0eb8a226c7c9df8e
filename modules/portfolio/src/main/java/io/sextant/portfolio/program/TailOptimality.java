package io.sextant.portfolio.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Whether nothing within a region has a smaller mean of the worst losses, by the multipliers that would prove it. */
public final class TailOptimality {

    /** Losses this close, against the largest, stand at the edge of the tail together. */
    private static final double EDGE = 1e-9;

    private TailOptimality() {}

    /** One way in which a loss of a period comes about, and its slope in x; a drawdown has one for each peak that it is as far below. */
    private record Cause(int period, double[] slope) {}

    public static double[] losses(double[][] returns, double[] x, boolean drawdowns) {
        double[] losses = new double[returns.length];
        double below = 0;
        for (int t = 0; t < losses.length; t++) {
            double gain = 0;
            for (int i = 0; i < x.length; i++) {
                gain += returns[t][i] * x[i];
            }
            below = Math.max(0, below - gain);
            losses[t] = drawdowns ? below : -gain;
        }
        return losses;
    }

    static double residual(double[][] returns, Region region, double tail, boolean drawdowns, double[] x) {
        double[] losses = losses(returns, x, drawdowns);
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        int place = losses.length - (int) Math.ceil(tail * losses.length * (1 - 1e-12));
        double edge = sorted[Math.max(0, place)];
        double near = EDGE * Math.max(Math.abs(sorted[sorted.length - 1]), 1e-300);
        List<Cause> causes = new ArrayList<>();
        boolean[] certain = new boolean[losses.length];
        for (int t = 0; t < losses.length; t++) {
            if (losses[t] >= edge - near) {
                certain[t] = losses[t] > edge + near;
                addCauses(returns, x, drawdowns, t, losses[t], near, causes);
            }
        }
        return multipliers(causes, certain, 1 / (tail * losses.length), region, x);
    }

    private static void addCauses(
            double[][] returns, double[] x, boolean drawdowns, int t, double loss, double near, List<Cause> causes) {
        if (!drawdowns) {
            double[] slope = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                slope[i] = -returns[t][i];
            }
            causes.add(new Cause(t, slope));
            return;
        }
        double[] slope = new double[x.length];
        if (loss <= near) {
            causes.add(new Cause(t, slope.clone()));
        }
        for (int s = t; s >= 0; s--) {
            double since = 0;
            for (int i = 0; i < x.length; i++) {
                slope[i] -= returns[s][i];
                since += slope[i] * x[i];
            }
            if (Math.abs(since - loss) <= near) {
                causes.add(new Cause(t, slope.clone()));
            }
        }
    }

    /** The smallest breach of stationarity over all multipliers, itself a small linear program. */
    private static double multipliers(List<Cause> causes, boolean[] certain, double each, Region region, double[] x) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable breach = model.newVariable("breach").lower(0).weight(1);
        Variable[] shares = new Variable[causes.size()];
        Expression all = model.newExpression("all").level(1);
        double size = 1e-300;
        Expression own = null;
        for (int k = 0; k < shares.length; k++) {
            Cause cause = causes.get(k);
            shares[k] = model.newVariable("share" + k).lower(0);
            all.set(shares[k], 1);
            if (k == 0 || causes.get(k - 1).period() != cause.period()) {
                own = model.newExpression("period" + k);
                if (certain[cause.period()]) {
                    own.level(each);
                } else {
                    own.upper(each);
                }
            }
            if (own != null) {
                own.set(shares[k], 1);
            }
            for (double slope : cause.slope()) {
                size = Math.max(size, Math.abs(slope));
            }
        }
        Variable[] rows = new Variable[region.rows().size()];
        for (int r = 0; r < rows.length; r++) {
            LinearRow row = region.rows().get(r);
            double value = row.of(x);
            rows[r] = model.newVariable("row" + r);
            if (!(value > row.lower() + EDGE)) {
                rows[r].upper(row.isEquation() ? null : 0);
            } else {
                rows[r].lower(0);
            }
            if (value > row.lower() + EDGE && value < row.upper() - EDGE) {
                rows[r].level(0);
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (!(region.lower()[i] < region.upper()[i])) {
                continue;
            }
            Expression above = model.newExpression("above" + i);
            Expression below = model.newExpression("below" + i);
            for (int k = 0; k < shares.length; k++) {
                double slope = causes.get(k).slope()[i] / size;
                above.set(shares[k], slope);
                below.set(shares[k], slope);
            }
            for (int r = 0; r < rows.length; r++) {
                above.set(rows[r], region.rows().get(r).coefficients()[i]);
                below.set(rows[r], region.rows().get(r).coefficients()[i]);
            }
            above.set(breach, 1);
            below.set(breach, -1);
            if (x[i] < region.upper()[i] - EDGE) {
                above.lower(0);
            }
            if (x[i] > region.lower()[i] + EDGE) {
                below.upper(0);
            }
        }
        Optimisation.Result result = model.minimise();
        double found = result.getState().isFeasible() ? result.doubleValue(0) : Double.NaN;
        return Math.max(found, region.breach(x));
    }
}
