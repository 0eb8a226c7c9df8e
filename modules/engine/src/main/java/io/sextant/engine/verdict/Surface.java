package io.sextant.engine.verdict;

import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ratio over the grid, and where it is high all around: a peak among low neighbours is the luck of one point.
 *
 * @param points in the order of the grid
 * @param peak the highest
 * @param plateau whose mean with its neighbours is the highest
 */
public record Surface(List<Point> points, Point peak, Point plateau) {

    public Surface {
        points = List.copyOf(points);
    }

    /**
     * A choice and what it earned.
     *
     * @param around the mean ratio of it and those beside it
     */
    public record Point(Choice choice, double sharpeAYear, double around, double exposure) {}

    static Surface of(TrialTable table, Grid grid) {
        double[] sharpes = Arrays.stream(table.sharpes()).map(table::aYear).toArray();
        List<Choice> choices = table.choices();
        List<Point> points = new ArrayList<>();
        for (int c = 0; c < sharpes.length; c++) {
            double sum = 0;
            int count = 0;
            for (int other = 0; other < sharpes.length; other++) {
                if (grid.neighbours(choices.get(c), choices.get(other))) {
                    sum += sharpes[other];
                    count++;
                }
            }
            points.add(new Point(choices.get(c), sharpes[c], sum / count, table.exposure(c)));
        }
        Point peak = points.getFirst();
        Point plateau = points.getFirst();
        for (Point each : points) {
            peak = each.sharpeAYear() > peak.sharpeAYear() ? each : peak;
            plateau = each.around() > plateau.around() ? each : plateau;
        }
        return new Surface(points, peak, plateau);
    }

    /** How many of the points earned something. */
    public double positiveShare() {
        return (double) points.stream().filter(each -> each.sharpeAYear() > 0).count() / points.size();
    }
}
