package io.sextant.portfolio.program;

import static io.sextant.portfolio.program.WorkingSet.AT_LOWER;
import static io.sextant.portfolio.program.WorkingSet.AT_UPPER;
import static io.sextant.portfolio.program.WorkingSet.FREE;
import static io.sextant.portfolio.program.WorkingSet.longest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What happens next on a path of solutions when c goes on along m: a free variable or row meets its bound, or a multiplier falls to 0.
 * Which, is asked where limits are widened, so that one thing happens after the other; when, where they are as given.
 */
final class NextChange {

    /** A slope that is smaller, against the size of what it is made of, is rounding. */
    private static final double STILL = 1e-12;

    private enum Kind {
        VARIABLE_MEETS,
        VARIABLE_LEAVES,
        ROW_MEETS,
        ROW_LEAVES
    }

    private record Change(Kind kind, int number, double rate) {}

    private final WorkingSet set;
    /** How the free variables move; all 0 where what seems to move is rounding. */
    final double[] slope;

    private final double[] rowsMoved;
    private final double[] gradientMoved;
    private final double multipliersStill;
    private @Nullable Change nearest;
    private double room = Double.POSITIVE_INFINITY;

    NextChange(WorkingSet set, double[] m) {
        this.set = set;
        rowsMoved = new double[set.workingCount];
        slope = set.response(m, rowsMoved);
        if (pull(m) <= STILL * longest(m)) {
            Arrays.fill(slope, 0);
        }
        gradientMoved = new double[set.n];
        for (int i = 0; i < set.n; i++) {
            gradientMoved[i] = -m[i];
        }
        set.addProduct(slope, 1, gradientMoved);
        multipliersStill = STILL * longest(m);
        find();
    }

    /** What of m is left along the face, where the working rows hold against the rest: H d = m - A'v. */
    private double pull(double[] m) {
        double strongest = 0;
        for (int k = 0; k < set.face.count(); k++) {
            int i = set.face.variable(k);
            double held = 0;
            for (int w = 0; w < set.workingCount; w++) {
                held += set.rows[set.working[w]].coefficients()[i] * rowsMoved[w];
            }
            strongest = Math.max(strongest, Math.abs(m[i] - held));
        }
        return strongest;
    }

    private void find() {
        double far = longest(slope);
        for (int i = 0; i < set.n; i++) {
            if (set.place[i] == FREE) {
                if (Math.abs(slope[i]) > STILL * far) {
                    near(new Change(Kind.VARIABLE_MEETS, i, slope[i]));
                }
            } else if (set.moves(i)) {
                double moves = set.reduced(i, gradientMoved, rowsMoved);
                boolean towardsZero = set.place[i] == AT_LOWER ? moves < 0 : moves > 0;
                if (towardsZero && Math.abs(moves) > multipliersStill) {
                    near(new Change(Kind.VARIABLE_LEAVES, i, moves));
                }
            }
        }
        for (int k = 0; k < set.workingCount; k++) {
            int r = set.working[k];
            boolean towardsZero = set.rowSide[r] == AT_UPPER ? rowsMoved[k] < 0 : rowsMoved[k] > 0;
            if (towardsZero && !set.rows[r].isEquation() && Math.abs(rowsMoved[k]) > multipliersStill) {
                near(new Change(Kind.ROW_LEAVES, k, rowsMoved[k]));
            }
        }
        for (int r = 0; r < set.rows.length; r++) {
            if (set.rowSide[r] == FREE) {
                double moves = set.slope(set.rows[r], slope);
                if (Math.abs(moves) > STILL * far * longest(set.rows[r].coefficients())) {
                    near(new Change(Kind.ROW_MEETS, r, moves));
                }
            }
        }
    }

    private void near(Change change) {
        double until = Math.max(0, until(change));
        if (until < room) {
            room = until;
            nearest = change;
        }
    }

    private double until(Change change) {
        int i = change.number();
        double rate = change.rate();
        return switch (change.kind()) {
            case VARIABLE_MEETS ->
                ((rate < 0 ? set.region.lower()[i] : set.region.upper()[i]) - set.x[i]) / rate;
            case VARIABLE_LEAVES -> -set.reduced(i, set.gradient, set.multipliers) / rate;
            case ROW_LEAVES -> -set.multipliers[i] / rate;
            case ROW_MEETS -> {
                LinearRow row = set.rows[i];
                yield ((rate < 0 ? row.lower() : row.upper()) - row.of(set.x)) / rate;
            }
        };
    }

    /** How far c can go from where the set stands now; infinite where nothing ever changes. */
    double room() {
        Change change = nearest;
        return change == null ? Double.POSITIVE_INFINITY : Math.max(0, until(change));
    }
}
