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
        if (before != null) {
            if (Double.isInfinite(before.to())) {
                return null;
            }
            moveTo(before.to() + BEYOND * Math.max(before.to(), 1e-9 * scaleOfLambda()));
        }
        double[] rowsMoved = new double[program.workingCount()];
        double[] slope = program.response(m, rowsMoved);
        double room = program.untilChange(m, slope, rowsMoved);
        Piece piece = new Piece(lambda, lambda + room, program.point(), slope);
        newest = piece;
        return piece;
    }

    private double scaleOfLambda() {
        double largest = 1e-300;
        for (double each : m) {
            largest = Math.max(largest, Math.abs(each));
        }
        return program.largestDiagonal() / largest;
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
                corners.add(piece.at(piece.to()));
            }
        }
        throw new ArithmeticException("the path has more than " + CORNERS_MAX + " corners");
    }
}
