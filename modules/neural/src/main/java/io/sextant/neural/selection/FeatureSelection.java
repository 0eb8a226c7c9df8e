package io.sextant.neural.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best columns of each training window, and how steady that choice is. {@code chosen} are those of all windows together: by the
 * number of windows that chose them, then by their mean share of importance.
 */
public record FeatureSelection(List<Fold> folds, List<Chosen> chosen, double jaccard, double kuncheva, int candidates) {

    /** Of one window: columns in falling importance. */
    public record Fold(TrainingWindows.Window window, int[] columns, double[] importance) {}

    /** A column, in how many windows it was chosen, and its mean share of all importance. */
    public record Chosen(int column, int windows, double share) {}

    /**
     * Ranks inside each training window only, the windows beside each other.
     *
     * @param top how many to choose; fewer where fewer matter at all
     */
    public static FeatureSelection of(
            double[][] columns, double[] target, TrainingWindows windows, int top, FeatureRanking ranking) {
        if (top < 1) {
            throw new IllegalArgumentException("at least 1 feature is chosen, not " + top);
        }
        List<Fold> folds = SideBySide.each(windows.windows(), window -> fold(columns, target, window, top, ranking));
        return new FeatureSelection(
                folds,
                together(folds, columns.length, top),
                pairwise(folds, FeatureSelection::jaccard),
                pairwise(folds, (a, b) -> kuncheva(a, b, columns.length)),
                columns.length);
    }

    private static Fold fold(
            double[][] columns, double[] target, TrainingWindows.Window window, int top, FeatureRanking ranking) {
        double[] importance = ranking.importance(columns, target, 0, window.trainEnd());
        int[] order = IntStream.range(0, importance.length)
                .filter(j -> importance[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> importance[j]).reversed())
                .limit(top)
                .mapToInt(Integer::intValue)
                .toArray();
        return new Fold(window, order, importance);
    }

    private static List<Chosen> together(List<Fold> folds, int columns, int top) {
        int[] times = new int[columns];
        double[] shares = new double[columns];
        for (Fold fold : folds) {
            double total = Arrays.stream(fold.importance()).sum();
            for (int j = 0; j < columns; j++) {
                shares[j] += total > 0 ? fold.importance()[j] / total / folds.size() : 0;
            }
            for (int j : fold.columns()) {
                times[j]++;
            }
        }
        return IntStream.range(0, columns)
                .filter(j -> times[j] > 0)
                .mapToObj(j -> new Chosen(j, times[j], shares[j]))
                .sorted(Comparator.comparingInt(Chosen::windows)
                        .thenComparingDouble(Chosen::share)
                        .reversed())
                .limit(top)
                .toList();
    }

    private interface Likeness {
        double of(int[] a, int[] b);
    }

    /** The mean over the pairs of windows that can be compared; NaN where none can. */
    private static double pairwise(List<Fold> folds, Likeness likeness) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < folds.size(); i++) {
            for (int j = 0; j < i; j++) {
                double one = likeness.of(folds.get(i).columns(), folds.get(j).columns());
                if (Double.isFinite(one)) {
                    sum += one;
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    /** What two choices share of what either has; NaN where neither has any. */
    static double jaccard(int[] a, int[] b) {
        int both = both(a, b);
        return (double) both / (a.length + b.length - both);
    }

    /**
     * The same beyond chance: 1 for equal choices, 0 for what two blind ones would share (Kuncheva 2007; for choices of unlike size the
     * expected overlap is that of both sizes, and the best that of the smaller). NaN where there was nothing to choose.
     */
    static double kuncheva(int[] a, int[] b, int candidates) {
        double expected = (double) a.length * b.length / candidates;
        double best = Math.min(a.length, b.length);
        return best > expected ? (both(a, b) - expected) / (best - expected) : Double.NaN;
    }

    private static int both(int[] a, int[] b) {
        int[] sorted = b.clone();
        Arrays.sort(sorted);
        return (int) Arrays.stream(a)
                .filter(j -> Arrays.binarySearch(sorted, j) >= 0)
                .count();
    }
}
