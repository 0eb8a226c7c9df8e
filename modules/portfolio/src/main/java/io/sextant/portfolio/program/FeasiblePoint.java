package io.sextant.portfolio.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A point within limits, or which limits fight. */
public final class FeasiblePoint {

    /** What rounding may leave of a limit. */
    private static final double BREACH_MAX = 1e-9;

    private FeasiblePoint() {}

    /** @throws NotFeasibleException with an irreducible set of limits that cannot hold together */
    public static double[] in(Region region) {
        requireBounds(region);
        double[] filled = fill(region);
        if (filled != null) {
            return filled;
        }
        double[] found = solve(region, region.rows(), true, true);
        if (found == null) {
            throw new NotFeasibleException(conflict(region));
        }
        return found;
    }

    static void requireBounds(Region region) {
        for (int i = 0; i < region.size(); i++) {
            if (!(region.lower()[i] <= region.upper()[i])) {
                throw new NotFeasibleException(
                        List.of("a weight between " + region.lower()[i] + " and " + region.upper()[i]));
            }
        }
    }

    /** The one row of a plain budget needs no program: what is to be given out is given to one after the other. */
    private static double @Nullable [] fill(Region region) {
        if (region.rows().size() != 1 || !region.rows().getFirst().isEquation()) {
            return null;
        }
        LinearRow budget = region.rows().getFirst();
        double[] x = new double[region.size()];
        double rest = budget.lower();
        for (int i = 0; i < x.length; i++) {
            if (budget.coefficients()[i] != 1 || Double.isInfinite(region.lower()[i])) {
                return null;
            }
            x[i] = region.lower()[i];
            rest -= x[i];
        }
        if (rest < -BREACH_MAX) {
            return null;
        }
        for (int i = 0; i < x.length && rest > 0; i++) {
            double more = Math.min(rest, region.upper()[i] - x[i]);
            x[i] += more;
            rest -= more;
        }
        return rest > BREACH_MAX ? null : x;
    }

    private static double @Nullable [] solve(Region region, List<LinearRow> rows, boolean floors, boolean ceilings) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] x = new Variable[region.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = model.newVariable("x" + i).weight(0);
            if (floors && Double.isFinite(region.lower()[i])) {
                x[i].lower(region.lower()[i]);
            }
            if (ceilings && Double.isFinite(region.upper()[i])) {
                x[i].upper(region.upper()[i]);
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            addRow(model, x, rows.get(r), "row" + r);
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return null;
        }
        double[] point = new double[x.length];
        for (int i = 0; i < point.length; i++) {
            double value = result.doubleValue(i);
            point[i] = floors && ceilings ? Math.clamp(value, region.lower()[i], region.upper()[i]) : value;
        }
        return floors && ceilings && region.breach(point) > 1e-6 ? null : point;
    }

    /** The region's variables and rows in a model that has none yet. */
    static Variable[] variables(ExpressionsBasedModel model, Region region) {
        Variable[] x = new Variable[region.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = model.newVariable("x" + i);
            if (Double.isFinite(region.lower()[i])) {
                x[i].lower(region.lower()[i]);
            }
            if (Double.isFinite(region.upper()[i])) {
                x[i].upper(region.upper()[i]);
            }
        }
        for (int r = 0; r < region.rows().size(); r++) {
            addRow(model, x, region.rows().get(r), "row" + r);
        }
        return x;
    }

    private static void addRow(ExpressionsBasedModel model, Variable[] x, LinearRow row, String name) {
        Expression expression = model.newExpression(name);
        for (int i = 0; i < row.coefficients().length; i++) {
            if (row.coefficients()[i] != 0) {
                expression.set(x[i], row.coefficients()[i]);
            }
        }
        if (Double.isFinite(row.lower())) {
            expression.lower(row.lower());
        }
        if (Double.isFinite(row.upper())) {
            expression.upper(row.upper());
        }
    }

    /** Chinneck's deletion filter (Feasibility and Infeasibility in Optimization, 2008): what can go without making it feasible goes. */
    private static List<String> conflict(Region region) {
        List<LinearRow> kept = new ArrayList<>(region.rows());
        boolean ceilings = solve(region, kept, true, false) != null;
        boolean floors = solve(region, kept, false, ceilings) != null;
        for (LinearRow row : region.rows()) {
            List<LinearRow> without = new ArrayList<>(kept);
            without.remove(row);
            if (solve(region, without, floors, ceilings) == null) {
                kept = without;
            }
        }
        List<String> names = new ArrayList<>();
        for (LinearRow row : kept) {
            names.add(row.name());
        }
        if (floors) {
            names.add("the lower bounds");
        }
        if (ceilings) {
            names.add("the upper bounds");
        }
        return names;
    }
}
