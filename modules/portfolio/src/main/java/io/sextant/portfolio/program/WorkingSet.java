package io.sextant.portfolio.program;

import java.util.Arrays;

/**
 * Which limits a point stands on, and the point that is best on them: x'Hx / 2 - c'x, variables at bounds fixed, rows that hold with their
 * bound as equations. The limits can be exchanged for others with the same rows, and the point follows.
 */
final class WorkingSet {

    static final int FREE = 0;
    static final int AT_LOWER = -1;
    static final int AT_UPPER = 1;

    final double[][] h;
    final int n;
    final double[] x;
    final double[] c;
    final double[] gradient;
    final int[] place;
    final int[] rowSide;
    final int[] working;
    final FreeFace face;

    Region region;
    LinearRow[] rows;
    int workingCount;
    double[] multipliers = new double[0];

    WorkingSet(double[][] h, Region region, double[] start) {
        this.h = h;
        this.region = region;
        n = h.length;
        rows = region.rows().toArray(new LinearRow[0]);
        x = start.clone();
        c = new double[n];
        gradient = new double[n];
        place = new int[n];
        rowSide = new int[rows.length];
        working = new int[rows.length];
        face = new FreeFace(h);
        begin();
    }

    private WorkingSet(WorkingSet other) {
        h = other.h;
        region = other.region;
        n = other.n;
        rows = other.rows;
        x = other.x.clone();
        c = other.c.clone();
        gradient = other.gradient.clone();
        place = other.place.clone();
        rowSide = other.rowSide.clone();
        working = other.working.clone();
        workingCount = other.workingCount;
        face = new FreeFace(h);
        for (int k = 0; k < other.face.count(); k++) {
            face.add(other.face.variable(k));
        }
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

    /** The best point on the same limits of another region: moved there, and solved for. */
    void standIn(Region other) {
        region = other;
        rows = other.rows().toArray(new LinearRow[0]);
        for (int i = 0; i < n; i++) {
            if (place[i] != FREE) {
                x[i] = place[i] == AT_LOWER ? other.lower()[i] : other.upper()[i];
            }
        }
        settle();
    }

    /** Newton's step on the face, twice, from a gradient without the rounding of the way here. */
    void settle() {
        for (int round = 0; round < 2; round++) {
            computeGradient();
            double[] d = direction(true);
            for (int k = 0; k < face.count(); k++) {
                x[face.variable(k)] += d[face.variable(k)];
            }
        }
        computeGradient();
        direction(true);
    }

    double breach() {
        return region.breach(x);
    }

    /** Another that stands on the same limits of a region, and on those that it lies outside of as well. */
    WorkingSet within(Region other, double outsideMax) {
        WorkingSet copy = new WorkingSet(this);
        copy.standIn(other);
        for (int round = 0; round < n + rows.length && copy.standOnBreached(outsideMax); round++) {
            copy.settle();
        }
        for (int i = 0; i < n; i++) {
            copy.x[i] = Math.clamp(copy.x[i], other.lower()[i], other.upper()[i]);
        }
        return copy;
    }

    private boolean standOnBreached(double outsideMax) {
        int worst = -1;
        double most = outsideMax;
        for (int k = 0; k < face.count(); k++) {
            int i = face.variable(k);
            double outside = Math.max(region.lower()[i] - x[i], x[i] - region.upper()[i]);
            if (outside > most) {
                most = outside;
                worst = i;
            }
        }
        if (worst >= 0) {
            setFixed(worst, x[worst] < region.lower()[worst] ? AT_LOWER : AT_UPPER);
            return true;
        }
        for (int r = 0; r < rows.length; r++) {
            double value = rows[r].of(x);
            if (rowSide[r] == FREE && Math.max(rows[r].lower() - value, value - rows[r].upper()) > outsideMax) {
                stand(r, value < rows[r].lower() ? AT_LOWER : AT_UPPER);
                return true;
            }
        }
        return false;
    }

    boolean moves(int i) {
        return region.lower()[i] < region.upper()[i];
    }

    double slope(LinearRow row, double[] d) {
        double sum = 0;
        for (int k = 0; k < face.count(); k++) {
            sum += row.coefficients()[face.variable(k)] * d[face.variable(k)];
        }
        return sum;
    }

    double reduced(int i, double[] ofGradient, double[] ofRows) {
        double sum = ofGradient[i];
        for (int k = 0; k < workingCount; k++) {
            sum += rows[working[k]].coefficients()[i] * ofRows[k];
        }
        return sum;
    }

    /** By how much the multiplier of a working row has the wrong sign; negative or 0 where it has the right one. */
    double wrongSign(int k, double[] ofRows) {
        int r = working[k];
        return rows[r].isEquation() ? 0 : rowSide[r] == AT_UPPER ? -ofRows[k] : ofRows[k];
    }

    double wrongSign(int i, double[] ofGradient, double[] ofRows) {
        double reduced = reduced(i, ofGradient, ofRows);
        return place[i] == AT_LOWER ? -reduced : reduced;
    }

    /**
     * Where the free variables go: to the best point on the face. H d + A'v = -g and A d = what is left of the rows, through
     * the Schur complement of the factor; v become the rows' multipliers. Without drift it moves within the rows and leaves what rounding left.
     */
    double[] direction(boolean withDrift) {
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

    /** How the solution moves when c moves by {@code linear}, while nothing blocks it; {@code rowsOut} becomes how multipliers do. */
    double[] response(double[] linear, double[] rowsOut) {
        double[] right = new double[face.count()];
        for (int k = 0; k < face.count(); k++) {
            right[k] = linear[face.variable(k)];
        }
        return solveFace(right, new double[workingCount], rowsOut);
    }

    void setFree(int i) {
        if (face.add(i)) {
            computeGradient();
        }
        place[i] = FREE;
    }

    void setFixed(int i, int side) {
        face.remove(i);
        place[i] = side;
        x[i] = side == AT_LOWER ? region.lower()[i] : region.upper()[i];
    }

    void stand(int row, int side) {
        rowSide[row] = side;
        working[workingCount++] = row;
    }

    void drop(int k) {
        rowSide[working[k]] = FREE;
        System.arraycopy(working, k + 1, working, k, workingCount - k - 1);
        workingCount--;
    }

    void computeGradient() {
        for (int i = 0; i < n; i++) {
            gradient[i] = -c[i];
        }
        addProduct(x, 1, gradient);
    }

    /** g += share H d. */
    void addProduct(double[] d, double share, double[] g) {
        for (int j = 0; j < n; j++) {
            double times = share * d[j];
            if (times != 0) {
                double[] row = h[j];
                for (int i = 0; i < n; i++) {
                    g[i] += times * row[i];
                }
                g[j] += times * face.ridge();
            }
        }
    }

    static double longest(double[] v) {
        double largest = 0;
        for (double each : v) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
