package io.sextant.portfolio.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole path of solutions of: minimise x'Hx / 2 - lambda m'x, from lambda 0 on (Markowitz's critical line, 1956; Best, An algorithm
 * for the solution of the parametric quadratic programming problem, 1996). Between two corners x moves along a line, so that the corners say all.
 */
public final class CriticalLine {

    private static final int CORNERS_MAX = 100_000;
    /** As a share of a corner's lambda: what is gone beyond it, so that the program there has its next set of free variables. */
    private static final double BEYOND = 1e-9;
    /** Each goes ten times as far beyond: after the last of them, thousands of times the corner. */
    private static final int PASSES_MAX = 12;

    private static final double BREACH_MAX = 1e-10;
    /** Corners that differ by less are one. */
    private static final double SAME = 1e-11;

    /** A piece of the path: x = start + (lambda - from) slope, for lambda in [from, to]; {@code to} may be infinite, the slope then is 0. */
    public record Piece(double from, double to, double[] start, double[] slope) {

        public double[] at(double lambda) {
            double[] x = start.clone();
            double along = lambda - from;
            for (int i = 0; i < x.length && along != 0; i++) {
                x[i] += along * slope[i];
            }
            return x;
        }
    }

    /** What is looked for on a piece: lambda of the point, or NaN where the piece does not hold it. */
    public interface Search {
        double find(Piece piece);
    }

    private final ActiveSet program;
    private final double[] m;
    private final double[] linear;
    private double lambda;
    /** Where the newest piece ends when limits are widened, which is where the next set of limits begins. */
    private double until;

    private boolean passed;
    private @Nullable Piece newest;

    public CriticalLine(double[][] h, Region region, double[] m) {
        program = new ActiveSet(h, region);
        this.m = m.clone();
        linear = new double[m.length];
        program.solve(linear);
    }

    public ActiveSet program() {
        return program;
    }

    /** The next piece from where the last one ended; null after the last. */
    public @Nullable Piece next() {
        Piece before = newest;
        if (before != null && (Double.isInfinite(before.to()) || !(passed || pass(Math.max(before.to(), until))))) {
            return null;
        }
        passed = false;
        double[] start = program.point();
        WorkingSet set = program.set();
        boolean noLength = program.isBetweenSets();
        set.standIn(program.loose());
        NextChange change = new NextChange(set, m);
        until = lambda + change.room();
        set.standIn(program.region());
        Piece piece = noLength
                ? new Piece(lambda, lambda, start, new double[m.length])
                : new Piece(lambda, lambda + change.room(), start, change.slope);
        newest = piece;
        return piece;
    }

    /** Goes beyond a corner, by as little as shows that limits have changed; false where they never do. */
    private boolean pass(double corner) {
        double beyond = BEYOND * Math.max(corner, 1e-9 * scaleOfLambda());
        for (int tries = 0; tries < PASSES_MAX; tries++) {
            long steps = program.steps();
            moveTo(corner + beyond);
            if (program.steps() > steps) {
                return true;
            }
            beyond *= 10;
        }
        return false;
    }

    private double scaleOfLambda() {
        double largest = 1e-300;
        for (double each : m) {
            largest = Math.max(largest, Math.abs(each));
        }
        return program.set().face.scale() / largest;
    }

    private void moveTo(double to) {
        lambda = to;
        for (int i = 0; i < m.length; i++) {
            linear[i] = to * m[i];
        }
        program.solve(linear);
    }

    /** Follows the path until a piece holds what is looked for, and solves there; null when none does. */
    public double @Nullable [] search(Search search) {
        for (int corner = 0; corner < CORNERS_MAX; corner++) {
            Piece piece = next();
            if (piece == null) {
                return null;
            }
            double found = search.find(piece);
            if (!Double.isNaN(found)) {
                moveTo(found);
                return program.point();
            }
        }
        throw new ArithmeticException("the path has more than " + CORNERS_MAX + " corners");
    }

    /** All corners, from the smallest risk to the largest return. */
    public List<double[]> corners() {
        List<double[]> corners = new ArrayList<>();
        for (int corner = 0; corner < CORNERS_MAX; corner++) {
            Piece piece = next();
            if (piece == null) {
                return corners;
            }
            if (corners.isEmpty()) {
                corners.add(piece.start());
            }
            if (!Double.isInfinite(piece.to())) {
                double[] end = end(piece);
                if (differ(corners.getLast(), end)) {
                    corners.add(end);
                }
            }
        }
        throw new ArithmeticException("the path has more than " + CORNERS_MAX + " corners");
    }

    /** Where the matrix has not full rank, rounding is as large as the way; then a program solved beyond the corner says more. */
    private double[] end(Piece piece) {
        double[] end = piece.at(piece.to());
        if ((program.wasRaised() || program.region().breach(end) > BREACH_MAX) && pass(Math.max(piece.to(), until))) {
            passed = true;
            return program.point();
        }
        return end;
    }

    private static boolean differ(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > SAME) {
                return true;
            }
        }
        return false;
    }
}
