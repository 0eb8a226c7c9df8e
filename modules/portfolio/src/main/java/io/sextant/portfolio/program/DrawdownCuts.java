package io.sextant.portfolio.program;

import java.util.Arrays;
import java.util.Comparator;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The least mean of the worst share of drawdowns of the uncompounded sum of returns (Chekhlov, Uryasev and Zabarankin, Drawdown measure in
 * portfolio optimization, 2005), by Kelley's cutting planes (1960): the measure is the largest of many linear functions without a constant,
 * and only those that were met are in the program. As one program it has two rows for each period, and takes a hundred times as long.
 */
public final class DrawdownCuts {

    private static final int CUTS_MAX = 3_000;
    private static final double SETTLED = 1e-11;

    private DrawdownCuts() {}

    /** @param returns by period, then variable */
    public static TailProgram.Answer solve(double[][] returns, Region region, double tail) {
        double[] x = FeasiblePoint.in(region);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = FeasiblePoint.variables(model, region);
        Variable mean = model.newVariable("mean").weight(1).lower(0);
        double[] best = x;
        double least = Double.POSITIVE_INFINITY;
        for (int cut = 0; cut < CUTS_MAX; cut++) {
            double[] slope = slope(returns, x, tail);
            double value = dot(slope, x);
            if (value < least) {
                least = value;
                best = x;
            }
            Expression row = model.newExpression("cut" + cut).lower(0);
            row.set(mean, 1);
            for (int i = 0; i < x.length; i++) {
                row.set(variables[i], -slope[i]);
            }
            Optimisation.Result result = model.minimise();
            if (!result.getState().isFeasible()) {
                throw new ArithmeticException("the linear program ended as " + result.getState());
            }
            double bound = result.doubleValue(x.length);
            if (least - bound <= SETTLED * Math.max(least, 1e-300)) {
                return new TailProgram.Answer(best, least - bound, cut + 1L);
            }
            x = new double[region.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.clamp(result.doubleValue(i), region.lower()[i], region.upper()[i]);
            }
        }
        return new TailProgram.Answer(best, TailOptimality.residual(returns, region, tail, true, best), CUTS_MAX);
    }

    /** Of the measure at x: the mean slope of the worst drawdowns, each from its peak. */
    private static double[] slope(double[][] returns, double[] x, double tail) {
        double[] losses = TailOptimality.losses(returns, x, true);
        int[] since = new int[losses.length];
        for (int t = 0; t < losses.length; t++) {
            since[t] = losses[t] == 0 ? t + 1 : t == 0 ? 0 : since[t - 1];
        }
        Integer[] order = new Integer[losses.length];
        Arrays.setAll(order, t -> t);
        Arrays.sort(order, Comparator.comparingDouble((Integer t) -> -losses[t]));
        double[][] sums = new double[returns.length + 1][x.length];
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < x.length; i++) {
                sums[t + 1][i] = sums[t][i] + returns[t][i];
            }
        }
        double[] slope = new double[x.length];
        double left = tail * losses.length;
        double each = 1 / left;
        for (int k = 0; k < order.length && left > 0; k++) {
            int t = order[k];
            double share = Math.min(1, left) * each;
            for (int i = 0; i < x.length; i++) {
                slope[i] -= share * (sums[t + 1][i] - sums[since[t]][i]);
            }
            left -= 1;
        }
        return slope;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
