package io.sextant.portfolio.program;

import static io.sextant.portfolio.program.WorkingSet.AT_LOWER;
import static io.sextant.portfolio.program.WorkingSet.AT_UPPER;
import static io.sextant.portfolio.program.WorkingSet.FREE;
import static io.sextant.portfolio.program.WorkingSet.longest;

import java.util.Arrays;
import java.util.List;

/**
 * Minimises x'Hx / 2 - c'x within a region by the primal active-set method (Nocedal and Wright, Numerical Optimization, 16.5), on the
 * variables that stand between their bounds: a long-only portfolio of 500 assets has some dozens, and a step costs no more than their square.
 * It goes within limits that are {@linkplain Loosening widened} by less than can be seen, which is why it does not go round in circles,
 * and answers on the limits as they are. It starts where it ended, so that a path of programs that differ little costs little each.
 * A matrix without full rank has its diagonal raised by 1e-11 of its largest element, when and only when the free variables show
 * that it must be: of the many solutions that are equally good it takes one.
 */
public final class ActiveSet {

    /** A multiplier of the wrong sign that is smaller, against the gradient, is rounding. */
    private static final double SIGN = 1e-13;
    /** A variable that moves less than this share of the farthest does not move: it cannot block, nor be exchanged. */
    private static final double STILL = 1e-11;
    /** So many steps of no length, and it goes by the lowest number instead of by the steepest (Bland's rule). */
    private static final int STALLED = 40;
    /** What may be left of a limit before it is stood on as well. */
    private static final double OUTSIDE_MAX = 1e-12;

    private final double[][] h;
    private final Region region;
    private final Region loose;
    private final WorkingSet set;
    private long steps;
    private int stalled;
    private boolean begun;
    /** Where the point stands on the limits as they are: the set, or one more where limits are nearer to each other than they were widened. */
    private WorkingSet answer;

    /** @param h symmetric and not negative; read, not changed */
    public ActiveSet(double[][] h, Region region) {
        this.h = h;
        this.region = region;
        FeasiblePoint.requireBounds(region);
        Region widened = Loosening.of(region);
        double[] start = FeasiblePoint.in(widened);
        loose = Loosening.holding(widened, start);
        set = new WorkingSet(h, loose, start);
        answer = set;
    }

    /** @throws ArithmeticException when it does not end, which is a bug */
    public double[] solve(double[] linear) {
        if (begun) {
            set.standIn(loose);
        }
        begun = true;
        System.arraycopy(linear, 0, set.c, 0, set.n);
        set.computeGradient();
        if (!descend()) {
            throw new ArithmeticException("the active set did not settle in " + stepsMax() + " steps, a residual of "
                    + residual() + " remains");
        }
        set.standIn(region);
        answer = set.breach() > OUTSIDE_MAX ? set.within(region, OUTSIDE_MAX) : set;
        return point();
    }

    /** Whether limits are nearer to each other here than they were widened, so that the set does not hold between them. */
    boolean isBetweenSets() {
        return answer != set;
    }

    private boolean descend() {
        long last = steps + stepsMax();
        stalled = 0;
        while (step()) {
            if (++steps > last) {
                return false;
            }
        }
        return true;
    }

    private long stepsMax() {
        return 200 + 20L * (set.n + set.rows.length);
    }

    public double[] point() {
        return answer.x.clone();
    }

    public long steps() {
        return steps;
    }

    /** Whether the diagonal had to be raised, so that of several solutions one was taken. */
    public boolean wasRaised() {
        return set.face.ridge() > 0;
    }

    private boolean step() {
        double[] d = set.direction(false);
        double along = longest(d);
        if (along > 1e-14 * Math.max(1, longest(set.x)) && advance(d, along)) {
            return true;
        }
        return release();
    }

    /** Moves until something blocks it; false when nothing did, so that the point is the best on its face. */
    private boolean advance(double[] d, double along) {
        double[] x = set.x;
        double most = 1;
        int blockedBy = -1;
        int blockingRow = -1;
        for (int k = 0; k < set.face.count(); k++) {
            int i = set.face.variable(k);
            double room = d[i] < 0 ? set.region.lower()[i] - x[i] : set.region.upper()[i] - x[i];
            double share = Math.abs(d[i]) <= STILL * along ? Double.POSITIVE_INFINITY : Math.max(0, room / d[i]);
            if (share < most) {
                most = share;
                blockedBy = i;
            }
        }
        for (int r = 0; r < set.rows.length; r++) {
            if (set.rowSide[r] != FREE) {
                continue;
            }
            LinearRow row = set.rows[r];
            double slope = set.slope(row, d);
            double room = (slope < 0 ? row.lower() : row.upper()) - row.of(x);
            boolean still = Math.abs(slope) <= STILL * along * longest(row.coefficients());
            double share = still ? Double.POSITIVE_INFINITY : Math.max(0, room / slope);
            if (share < most) {
                most = share;
                blockedBy = -1;
                blockingRow = r;
            }
        }
        for (int k = 0; k < set.face.count(); k++) {
            int i = set.face.variable(k);
            x[i] = Math.clamp(
                    x[i] + most * d[i], set.region.lower()[i], set.region.upper()[i]);
        }
        set.addProduct(d, most, set.gradient);
        stalled = most * along < 1e-15 ? stalled + 1 : 0;
        if (blockedBy >= 0) {
            set.setFixed(blockedBy, d[blockedBy] < 0 ? AT_LOWER : AT_UPPER);
            return true;
        }
        if (blockingRow >= 0) {
            set.stand(blockingRow, set.slope(set.rows[blockingRow], d) < 0 ? AT_LOWER : AT_UPPER);
            return true;
        }
        return false;
    }

    /** Frees what its multiplier wants inside; false when nothing wants to, so that the point is the solution. */
    private boolean release() {
        double worst = SIGN * Math.max(longest(set.gradient), 1e-300);
        int variable = -1;
        int row = -1;
        boolean bland = stalled > STALLED;
        for (int i = 0; i < set.n && !(bland && variable >= 0); i++) {
            if (set.place[i] == FREE || !set.moves(i)) {
                continue;
            }
            double wrong = set.wrongSign(i, set.gradient, set.multipliers);
            if (wrong > worst) {
                worst = wrong;
                variable = i;
            }
        }
        for (int k = 0; k < set.workingCount && !(bland && variable >= 0); k++) {
            double wrong = set.wrongSign(k, set.multipliers);
            if (wrong > worst) {
                worst = wrong;
                row = k;
            }
        }
        if (row >= 0) {
            set.drop(row);
            return true;
        }
        if (variable >= 0) {
            set.setFree(variable);
            return true;
        }
        return false;
    }

    WorkingSet set() {
        return set;
    }

    Region loose() {
        return loose;
    }

    Region region() {
        return region;
    }

    /**
     * How far the point is from meeting the conditions of Karush, Kuhn and Tucker for the program as it was given, without what was added
     * to the diagonal: the largest breach of a limit, and of stationarity and signs of multipliers as a share of the largest gradient.
     */
    public double residual() {
        double[] g = new QuadraticGoal(h, answer.c).gradientAt(answer.x);
        double size = Math.max(longest(g), Math.max(longest(answer.c), 1e-300));
        double worst = 0;
        for (int i = 0; i < answer.n; i++) {
            if (answer.moves(i)) {
                double reduced = answer.reduced(i, g, answer.multipliers);
                double wrong =
                        answer.place[i] == FREE ? Math.abs(reduced) : answer.place[i] == AT_LOWER ? -reduced : reduced;
                worst = Math.max(worst, wrong / size);
            }
        }
        for (int k = 0; k < answer.workingCount; k++) {
            worst = Math.max(worst, answer.wrongSign(k, answer.multipliers) / size);
        }
        return Math.max(worst, region.breach(answer.x));
    }

    /** The rows that hold with their bound, by name; an equation always does. */
    public List<String> bindingRows() {
        return Arrays.stream(answer.working, 0, answer.workingCount)
                .filter(r -> !answer.rows[r].isEquation())
                .mapToObj(r -> answer.rows[r].name())
                .toList();
    }
}
