package io.sextant.portfolio.program;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits widened by less than can be seen, each by an amount of its own (Charnes, Optimality and degeneracy in linear programming, 1952).
 * Where more limits meet in a point than it has dimensions, such as caps that exactly fill the budget, there are several sets of limits to
 * stand on and a search may go round among them; of widened limits no more than needed meet. They decide only which set comes next: what is
 * answered is computed with the limits as they were given.
 */
final class Loosening {

    private static final double SIZE = 1e-10;
    private static final long SEED = 1952;

    private Loosening() {}

    static Region of(Region region) {
        SeededRandom chance = new SeededRandom(SEED);
        int n = region.size();
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            double down = SIZE * (1 + chance.nextDouble());
            double up = SIZE * (1 + chance.nextDouble());
            boolean moves = region.lower()[i] < region.upper()[i];
            lower[i] = region.lower()[i] - (moves ? down : 0);
            upper[i] = region.upper()[i] + (moves ? up : 0);
        }
        List<LinearRow> rows = new ArrayList<>();
        for (LinearRow row : region.rows()) {
            double down = SIZE * (1 + chance.nextDouble());
            double up = SIZE * (1 + chance.nextDouble());
            rows.add(
                    row.isEquation()
                            ? row
                            : new LinearRow(row.name(), row.coefficients(), row.lower() - down, row.upper() + up));
        }
        return new Region(lower, upper, rows);
    }

    /** As wide as holds a point too that a linear program found, which meets rows to some twelve digits. */
    static Region holding(Region region, double[] start) {
        List<LinearRow> rows = new ArrayList<>();
        for (LinearRow row : region.rows()) {
            double value = row.of(start);
            rows.add(new LinearRow(
                    row.name(),
                    row.coefficients(),
                    row.isEquation() ? value : value < row.lower() ? value - SIZE : row.lower(),
                    row.isEquation() ? value : value > row.upper() ? value + SIZE : row.upper()));
        }
        return new Region(region.lower(), region.upper(), rows);
    }
}
