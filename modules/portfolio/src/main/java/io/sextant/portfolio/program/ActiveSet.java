package io.sextant.portfolio.program;

import java.util.Arrays;
import java.util.List;

/**
 * Minimises x'Hx / 2 - c'x within a region by the primal active-set method (Nocedal and Wright, Numerical Optimization, 16.5), on the
 * variables that stand between their bounds: a long-only portfolio of 500 assets has some dozens, and a step costs no more than their square.
 * It starts where it ended, so that a path of programs that differ little costs little each. A matrix without full rank has its diagonal raised by 1e-11 of its largest element, when and only when the free variables show
 * that it must be: of the many solutions that are equally good it takes one.
 */
public final class ActiveSet {

    private static final int FREE = 0;
    private static final int AT_LOWER = -1;
    private static final int AT_UPPER = 1;

    /** A multiplier of the wrong sign that is smaller, against the gradient, is rounding. */
    private static final double SIGN = 1e-12;
    /** So many steps of no length, and it goes by the lowest number instead of by the steepest (Bland's rule), which cannot circle. */
    private static final int STALLED = 40;

    private final double[][] h;
    private final Region region;
    private final LinearRow[] rows;
    private final int n;

    private final double[] x;
    private final double[] c;
    private final double[] gradient;
    private final int[] place;
    private final int[] rowSide;
    private final int[] working;
    private int workingCount;
    private final FreeFace face;
    private double[] multipliers = new double[0];
    private long steps;
    private int stalled;

    /** @param h symmetric and not negative; read, not changed */
    public ActiveSet(double[][] h, Region region) {
        this.h = h;
        this.region = region;
        n = h.length;
        rows = region.rows().toArray(new LinearRow[0]);
        x = FeasiblePoint.in(region);
        c = new double[n];
        gradient = new double[n];
        place = new int[n];
        rowSide = new int[rows.length];
        working = new int[rows.length];
        face = new FreeFace(h);
        begin();
    }

    /** Variables between their bounds are free, and as many others as the equations need to be independent of each other. */
    private void begin() {
        boolean[] chosen = new boolean[n];
        for (int i = 0; i < n; i++) {
            double low = region.lower()[i];
            double high = region.upper()[i];
            chosen[i] = x[i] > low && x[i] < high;
            place[i] = x[i] <= low ? AT_LOWER : AT_UPPER;
        }
        for (int equation : IndependentRows.of(rows, region, chosen)) {
            working[workingCount++] = equation;
            rowSide[equation] = AT_UPPER;
        }
        for (int i = 0; i < n; i++) {
            if (chosen[i]) {
                setFree(i);
            }
        }
    }

    /** @throws ArithmeticException when it does not end, which is a bug */
    public double[] solve(double[] linear) {
        System.arraycopy(linear, 0, c, 0, n);
        computeGradient();
        stalled = 0;
        long stepsMax = steps + 200 + 20L * (n + rows.length);
        while (step()) {
            if (++steps > stepsMax) {
                throw new ArithmeticException("the active set did not settle in " + (200 + 20L * (n + rows.length))
                        + " steps, a residual of " + residual() + " remains");
            }
        }
        polish();
        return x.clone();
    }

    public double[] point() {
        return x.clone();
    }

    public long steps() {
        return steps;
    }

    /** Whether the diagonal had to be raised, so that of several solutions one was taken. */
    public boolean wasRaised() {
        return face.ridge() > 0;
    }

    private boolean step() {
        double[] d = direction(true);
        double along = longest(d);
        if (along > 1e-14 * Math.max(1, longest(x)) && advance(d)) {
            return true;
        }
        return release();
    }

    /** Moves until something blocks it; false when nothing did, so that the point is the best on its face. */
    private boolean advance(double[] d) {
        double most = 1;
        int blockedBy = -1;
        int blockingRow = -1;
        for (int k = 0; k < face.count(); k++) {
            int i = face.variable(k);
            double room = d[i] < 0 ? region.lower()[i] - x[i] : d[i] > 0 ? region.upper()[i] - x[i] : 1;
            double share = d[i] == 0 ? Double.POSITIVE_INFINITY : Math.max(0, room / d[i]);
            if (share < most && Math.abs(d[i]) > 1e-16) {
                most = share;
                blockedBy = i;
            }
        }
        for (int r = 0; r < rows.length; r++) {
            if (rowSide[r] != FREE) {
                continue;
            }
            double slope = slope(rows[r], d);
            double value = rows[r].of(x);
            double room = slope < 0 ? rows[r].lower() - value : rows[r].upper() - value;
            double share = Math.abs(slope) <= 1e-14 ? Double.POSITIVE_INFINITY : Math.max(0, room / slope);
            if (share < most) {
                most = share;
                blockedBy = -1;
                blockingRow = r;
            }
        }
        for (int k = 0; k < face.count(); k++) {
            int i = face.variable(k);
            x[i] = Math.clamp(x[i] + most * d[i], region.lower()[i], region.upper()[i]);
        }
        addProduct(d, most);
        stalled = most * longest(d) < 1e-15 ? stalled + 1 : 0;
        if (blockedBy >= 0) {
            setFixed(blockedBy, d[blockedBy] < 0 ? AT_LOWER : AT_UPPER);
            return true;
        }
        if (blockingRow >= 0) {
            rowSide[blockingRow] = slope(rows[blockingRow], d) < 0 ? AT_LOWER : AT_UPPER;
            working[workingCount++] = blockingRow;
            return true;
        }
        return false;
    }

    private double slope(LinearRow row, double[] d) {
        double sum = 0;
        for (int k = 0; k < face.count(); k++) {
            sum += row.coefficients()[face.variable(k)] * d[face.variable(k)];
        }
        return sum;
    }

    /** Frees what its multiplier wants inside; false when nothing wants to, so that the point is the solution. */
    private boolean release() {
        double worst = SIGN * Math.max(longest(gradient), 1e-300);
        int variable = -1;
        int row = -1;
        boolean bland = stalled > STALLED;
        for (int i = 0; i < n && !(bland && variable >= 0); i++) {
            if (place[i] == FREE || !(region.lower()[i] < region.upper()[i])) {
                continue;
            }
            double reduced = reduced(i, gradient, multipliers);
            double wrong = place[i] == AT_LOWER ? -reduced : reduced;
            if (wrong > worst) {
                worst = wrong;
                variable = i;
            }
        }
        for (int k = 0; k < workingCount && !(bland && variable >= 0); k++) {
            int r = working[k];
            double wrong = rows[r].isEquation() ? 0 : rowSide[r] == AT_UPPER ? -multipliers[k] : multipliers[k];
            if (wrong > worst) {
                worst = wrong;
                row = k;
            }
        }
        if (row >= 0) {
            drop(row);
            return true;
        }
        if (variable >= 0) {
            setFree(variable);
            return true;
        }
        return false;
    }

    private double reduced(int i, double[] ofGradient, double[] ofRows) {
        double sum = ofGradient[i];
        for (int k = 0; k < workingCount; k++) {
            sum += rows[working[k]].coefficients()[i] * ofRows[k];
        }
        return sum;
    }

    /**
     * Where the free variables go: to the best point on the face. H d + A'v = -g and A d = what rounding has left of the rows, through
     * the Schur complement of the factor; v become the rows' multipliers.
     */
    private double[] direction(boolean withDrift) {
        double[] right = new double[face.count()];
        for (int k = 0; k < face.count(); k++) {
            right[k] = -gradient[face.variable(k)];
        }
        double[] drift = new double[workingCount];
        for (int w = 0; withDrift && w < workingCount; w++) {
            LinearRow row = rows[working[w]];
            drift[w] = (rowSide[working[w]] == AT_UPPER ? row.upper() : row.lower()) - row.of(x);
        }
        multipliers = new double[workingCount];
        return solveFace(right, drift, multipliers);
    }

    private double[] solveFace(double[] right, double[] drift, double[] rowsOut) {
        double[][] coefficients = new double[workingCount][];
        Arrays.setAll(coefficients, w -> rows[working[w]].coefficients());
        return face.solve(right, coefficients, drift, rowsOut);
    }

    private void setFree(int i) {
        if (face.add(i)) {
            computeGradient();
        }
        place[i] = FREE;
    }

    private void setFixed(int i, int side) {
        face.remove(i);
        place[i] = side;
        x[i] = side == AT_LOWER ? region.lower()[i] : region.upper()[i];
    }

    private void drop(int k) {
        rowSide[working[k]] = FREE;
        System.arraycopy(working, k + 1, working, k, workingCount - k - 1);
        workingCount--;
    }

    private void computeGradient() {
        for (int i = 0; i < n; i++) {
            gradient[i] = -c[i];
        }
        addProduct(x, 1);
    }

    /** g += share H d. */
    private void addProduct(double[] d, double share) {
        for (int j = 0; j < n; j++) {
            double times = share * d[j];
            if (times != 0) {
                double[] row = h[j];
                for (int i = 0; i < n; i++) {
                    gradient[i] += times * row[i];
                }
                gradient[j] += times * face.ridge();
            }
        }
    }

    /** Newton's step on the face once more, from a gradient without the rounding of the way here. */
    private void polish() {
        for (int round = 0; round < 2; round++) {
            computeGradient();
            double[] d = direction(true);
            for (int k = 0; k < face.count(); k++) {
                int i = face.variable(k);
                x[i] = Math.clamp(x[i] + d[i], region.lower()[i], region.upper()[i]);
            }
        }
        computeGradient();
        direction(true);
    }

    /** How the solution moves when c moves by {@code linear}, while nothing blocks it; {@code rowsOut} becomes how multipliers do. */
    double[] response(double[] linear, double[] rowsOut) {
        double[] right = new double[face.count()];
        for (int k = 0; k < face.count(); k++) {
            right[k] = linear[face.variable(k)];
        }
        return solveFace(right, new double[workingCount], rowsOut);
    }

    double largestDiagonal() {
        return face.scale();
    }

    int workingCount() {
        return workingCount;
    }

    /** How much of c can be added along {@code linear} until something blocks or wants to be free; infinite where nothing ever does. */
    double untilChange(double[] linear, double[] d, double[] rowsMoved) {
        double[] slopes = new double[n];
        for (int j = 0; j < n; j++) {
            if (d[j] != 0) {
                for (int i = 0; i < n; i++) {
                    slopes[i] += h[j][i] * d[j];
                }
                slopes[j] += face.ridge() * d[j];
            }
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            slopes[i] -= linear[i];
            if (place[i] == FREE) {
                double room =
                        d[i] < -1e-15 ? region.lower()[i] - x[i] : d[i] > 1e-15 ? region.upper()[i] - x[i] : Double.NaN;
                nearest = nearer(nearest, room / d[i]);
            } else if (region.lower()[i] < region.upper()[i]) {
                double now = reduced(i, gradient, multipliers);
                double moves = reduced(i, slopes, rowsMoved);
                boolean towardsZero = place[i] == AT_LOWER ? moves < 0 : moves > 0;
                nearest = nearer(nearest, towardsZero ? -now / moves : Double.NaN);
            }
        }
        for (int k = 0; k < workingCount; k++) {
            int r = working[k];
            boolean towardsZero = rowSide[r] == AT_UPPER ? rowsMoved[k] < 0 : rowsMoved[k] > 0;
            nearest =
                    nearer(nearest, towardsZero && !rows[r].isEquation() ? -multipliers[k] / rowsMoved[k] : Double.NaN);
        }
        for (int r = 0; r < rows.length; r++) {
            if (rowSide[r] == FREE) {
                double slope = slope(rows[r], d);
                double room = slope < 0 ? rows[r].lower() - rows[r].of(x) : rows[r].upper() - rows[r].of(x);
                nearest = nearer(nearest, Math.abs(slope) > 1e-14 ? room / slope : Double.NaN);
            }
        }
        return nearest;
    }

    private static double nearer(double nearest, double other) {
        return other < nearest ? Math.max(0, other) : nearest;
    }

    /**
     * How far the point is from meeting the conditions of Karush, Kuhn and Tucker for the program as it was given, without what was added
     * to the diagonal: the largest breach of a limit, and of stationarity and signs of multipliers as a share of the largest gradient.
     */
    public double residual() {
        double[] g = new QuadraticGoal(h, c).gradientAt(x);
        double size = Math.max(longest(g), Math.max(longest(c), 1e-300));
        double worst = 0;
        for (int i = 0; i < n; i++) {
            if (region.lower()[i] < region.upper()[i]) {
                double reduced = reduced(i, g, multipliers);
                double wrong = place[i] == FREE ? Math.abs(reduced) : place[i] == AT_LOWER ? -reduced : reduced;
                worst = Math.max(worst, wrong / size);
            }
        }
        for (int k = 0; k < workingCount; k++) {
            int r = working[k];
            double wrong = rows[r].isEquation() ? 0 : rowSide[r] == AT_UPPER ? -multipliers[k] : multipliers[k];
            worst = Math.max(worst, wrong / size);
        }
        return Math.max(worst, region.breach(x));
    }

    /** The rows that hold with their bound, by name; an equation always does. */
    public List<String> bindingRows() {
        return Arrays.stream(working, 0, workingCount)
                .filter(r -> !rows[r].isEquation())
                .mapToObj(r -> rows[r].name())
                .toList();
    }

    private static double longest(double[] v) {
        double largest = 0;
        for (double each : v) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
