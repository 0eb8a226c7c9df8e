package io.sextant.analytics.survey;

import io.sextant.analytics.feature.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a set of features is worth together.
 *
 * @param known how many of them the past tells
 * @param meanCoefficient mean size of their information coefficients
 * @param strongest the feature with the largest one
 * @param redundancy mean size of the rank correlation of two of them, a missing number counted as the middle; NaN for one alone
 * @param together the coefficient of their mean rank, each turned by the sign that it had in the first 60 % of the past, over the rest:
 *     what a person could have known then, and what came of it
 */
public record SetFigures(
        int known,
        double meanCoefficient,
        Optional<Feature> strongest,
        double strongestCoefficient,
        double redundancy,
        InformationCoefficient together) {

    private static final double FIRST = 0.6;

    public static SetFigures of(FeatureMatrix matrix, List<Feature> set, int horizonBars, SurveyWatch watch) {
        double[] returns =
                ForwardReturns.of(matrix.bars().close(), matrix.bars().size(), horizonBars);
        List<Feature> known =
                set.stream().filter(one -> matrix.find(one).isPresent()).toList();
        int rows = returns.length;
        int split = (int) (FIRST * rows);
        // The returns of the first part's last bars end in the second.
        int learned = Math.max(0, split - horizonBars);
        double[] together = new double[rows];
        Arrays.fill(together, split, rows, 0);
        Arrays.fill(together, 0, split, Double.NaN);
        List<double[]> ranks = new ArrayList<>();
        double sum = 0;
        int counted = 0;
        Optional<Feature> strongest = Optional.empty();
        double most = Double.NaN;
        for (Feature feature : known) {
            watch.check((double) ranks.size() / known.size());
            double[] column = matrix.find(feature).orElseThrow();
            double whole =
                    InformationCoefficient.of(column, returns, horizonBars).value();
            if (!Double.isNaN(whole)) {
                sum += Math.abs(whole);
                counted++;
                if (!(Math.abs(whole) <= Math.abs(most))) {
                    most = whole;
                    strongest = Optional.of(feature);
                }
            }
            double sign = Math.signum(InformationCoefficient.of(column, returns, horizonBars, 0, learned)
                    .value());
            add(together, column, split, Double.isNaN(sign) ? 0 : sign);
            ranks.add(filled(column, 0, rows));
        }
        return new SetFigures(
                known.size(),
                counted == 0 ? Double.NaN : sum / counted,
                strongest,
                most,
                redundancy(ranks),
                InformationCoefficient.of(together, returns, horizonBars, split, rows));
    }

    private static void add(double[] together, double[] column, int split, double sign) {
        double[] ranks = filled(column, split, column.length);
        for (int i = split; i < column.length; i++) {
            together[i] += sign * ranks[i - split];
        }
    }

    /** Standardised ranks of the rows that have a number, 0 for the others. */
    private static double[] filled(double[] column, int from, int to) {
        double[] ranks = Ranks.standardised(
                Arrays.stream(column, from, to).filter(Double::isFinite).toArray());
        double[] filled = new double[to - from];
        int next = 0;
        for (int i = from; i < to; i++) {
            filled[i - from] = Double.isFinite(column[i]) ? ranks[next++] : 0;
        }
        return filled;
    }

    private static double redundancy(List<double[]> ranks) {
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < ranks.size(); a++) {
            for (int b = 0; b < a; b++) {
                double correlation = correlation(ranks.get(a), ranks.get(b));
                if (!Double.isNaN(correlation)) {
                    sum += Math.abs(correlation);
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private static double correlation(double[] a, double[] b) {
        double products = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < a.length; i++) {
            products += a[i] * b[i];
            own += a[i] * a[i];
            others += b[i] * b[i];
        }
        return own > 0 && others > 0 ? products / Math.sqrt(own * others) : Double.NaN;
    }
}
