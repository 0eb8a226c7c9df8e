package io.sextant.engine.verdict;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.forecasting.evaluation.Fold;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A walk forward: in each fold the choice that was best in the part before is led through the part after it, where nobody chose. What is
 * held at a border is taken over at no cost.
 *
 * @param chosen the mean ratio a year of the chosen ones where they were chosen
 * @param after the ratio a year of all the parts after, one behind the other
 * @param afterReturn what those earned
 * @param returns of those, bar by bar
 */
public record Walked(List<Step> steps, double chosen, double after, double afterReturn, double[] returns) {

    public Walked {
        steps = List.copyOf(steps);
    }

    /** One fold. */
    public record Step(Fold fold, Choice choice, double chosen, double after, double afterReturn) {}

    static Walked through(TrialTable table, List<Fold> folds) {
        List<Step> steps = new ArrayList<>();
        int total = folds.stream().mapToInt(Fold::tested).sum();
        double[] joined = new double[total];
        int at = 0;
        double sum = 0;
        for (Fold fold : folds) {
            int best = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < table.returns().length; c++) {
                double own = SharpeEvidence.sharpe(
                        Arrays.copyOfRange(table.returns()[c], fold.trainFrom(), fold.trainEnd()));
                if (own > highest) {
                    highest = own;
                    best = c;
                }
            }
            double[] after = Arrays.copyOfRange(table.returns()[best], fold.testFrom(), fold.testEnd());
            System.arraycopy(after, 0, joined, at, after.length);
            at += after.length;
            sum += highest;
            steps.add(new Step(
                    fold,
                    table.choices().get(best),
                    table.aYear(highest),
                    table.aYear(SharpeEvidence.sharpe(after)),
                    earned(after)));
        }
        return new Walked(
                steps,
                table.aYear(sum / folds.size()),
                table.aYear(SharpeEvidence.sharpe(joined)),
                earned(joined),
                joined);
    }

    static double earned(double[] returns) {
        double growth = 1;
        for (double each : returns) {
            growth *= 1 + each;
        }
        return growth - 1;
    }

    /** What was left of the ratio where nobody chose; NaN where there was none. */
    public double efficiency() {
        return chosen > 0 ? after / chosen : Double.NaN;
    }
}
