package io.sextant.portfolio.program;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The least mean of the worst share of periods, as a linear program (Rockafellar and Uryasev, Optimization of conditional value-at-risk, 2000). */
public final class TailProgram {

    private TailProgram() {}

    /**
     * @param residual how far from the conditions of an optimum, as the smallest that any multipliers leave, against the largest slope
     * @param iterations of the linear program; 0 where the library does not say
     */
    public record Answer(double[] x, double residual, long iterations) {}

    /**
     * @param returns by period, then variable
     * @param tail share of the periods, for example 0.05
     */
    public static Answer solve(double[][] returns, Region region, double tail) {
        FeasiblePoint.in(region);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] x = FeasiblePoint.variables(model, region);
        Variable edge = model.newVariable("edge").weight(1);
        double each = 1 / (tail * returns.length);
        for (int t = 0; t < returns.length; t++) {
            Variable beyond = model.newVariable("beyond" + t).lower(0).weight(each);
            Expression row = model.newExpression("loss" + t).lower(0);
            row.set(beyond, 1);
            row.set(edge, 1);
            for (int i = 0; i < x.length; i++) {
                row.set(x[i], returns[t][i]);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new ArithmeticException("the linear program ended as " + result.getState());
        }
        double[] point = new double[x.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.clamp(result.doubleValue(i), region.lower()[i], region.upper()[i]);
        }
        return new Answer(point, TailOptimality.residual(returns, region, tail, false, point), 0);
    }
}
