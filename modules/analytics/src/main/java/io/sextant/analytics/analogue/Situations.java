package io.sextant.analytics.analogue;

import io.sextant.analytics.preparation.Scaler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The bars of one instrument as points, one coordinate a feature, and what followed each over {@code horizon} bars. Two situations are as far
 * apart as the root of the mean squared difference of their coordinates, each coordinate in quartile distances of what was known at the time
 * of asking, and cut off {@value #CUT} of them from the median, so that no outlier decides alone. Nothing after that time is read: not for the
 * scale, not for the neighbours, and an analogue's own outcome had ended before it.
 */
public final class Situations {

    /** Fewer bars whose outcome is known make no quartiles worth a name. */
    public static final int KNOWN_MIN = 50;

    public static final int MEMORY_USUAL = 20_000;

    /** Names of features that tell where a price stands, how it came there, how wildly and on what volume; none has a unit of price. */
    public static final List<String> FEATURES_USUAL = List.of(
            "ret_z_20",
            "reward_20",
            "reward_60",
            "range_place_20",
            "range_place_120",
            "efficiency_20",
            "rsi_14",
            "vol_ratio_5_20",
            "vol_ratio_20_120",
            "vol_rank_20_250",
            "volume_5_over_20",
            "close_place_mean_5");

    private static final double CUT = 6;

    private final double[][] columns;
    private final double[] close;
    private final double[] high;
    private final double[] low;
    private final int horizon;
    private final int memoryBars;

    /**
     * @param columns one a feature, as long as the prices; NaN where a feature is not known
     * @param memoryBars how far back analogues are looked for
     */
    public Situations(double[][] columns, double[] close, double[] high, double[] low, int horizon, int memoryBars) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("a situation is told by at least one feature");
        }
        if (horizon < 1 || memoryBars < KNOWN_MIN) {
            throw new IllegalArgumentException(
                    "the horizon is at least 1 bar, the memory at least " + KNOWN_MIN + " bars");
        }
        this.columns = columns;
        this.close = close;
        this.high = high;
        this.low = low;
        this.horizon = horizon;
        this.memoryBars = memoryBars;
    }

    public int horizon() {
        return horizon;
    }

    /** ln of the close {@code horizon} bars later over the close of the bar. */
    double followed(int bar) {
        return Math.log(close[bar + horizon] / close[bar]);
    }

    /**
     * The nearest analogues of a bar among those whose outcome had ended before it, nearest first. Of bars that share their outcome only the
     * nearest counts.
     *
     * @throws IllegalArgumentException with a sentence, when the bar is not told or the past is too short
     */
    public Recall recall(int bar, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 analogue is looked for, not " + count);
        }
        int[] told = told(bar);
        if (2 * told.length <= columns.length) {
            throw new IllegalArgumentException(
                    "only " + told.length + " of " + columns.length + " features are known at bar " + (bar + 1));
        }
        return find(bar, count, told)
                .orElseThrow(() -> new IllegalArgumentException("before bar " + (bar + 1) + " fewer than " + KNOWN_MIN
                        + " bars are known with what followed them"));
    }

    /** The same, empty where it cannot be. */
    Optional<Recall> findRecall(int bar, int count) {
        int[] told = told(bar);
        return 2 * told.length <= columns.length ? Optional.empty() : find(bar, count, told);
    }

    private int[] told(int bar) {
        return IntStream.range(0, columns.length)
                .filter(j -> Double.isFinite(columns[j][bar]))
                .toArray();
    }

    private Optional<Recall> find(int bar, int count, int[] told) {
        int from = Math.max(0, bar - memoryBars);
        double[] distances = distances(bar, from, Math.max(from, bar - horizon), told);
        Integer[] order = IntStream.range(0, distances.length)
                .filter(i -> Double.isFinite(distances[i]) && Double.isFinite(followed(from + i)))
                .boxed()
                .toArray(Integer[]::new);
        if (order.length < KNOWN_MIN) {
            return Optional.empty();
        }
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> distances[i]));
        double[] usual = new double[order.length];
        Arrays.setAll(usual, i -> followed(from + order[i]));
        List<Analogue> analogues = new ArrayList<>();
        for (int rank = 0; rank < order.length && analogues.size() < count; rank++) {
            int at = from + order[rank];
            if (analogues.stream().allMatch(other -> Math.abs(other.bar() - at) >= horizon)) {
                analogues.add(analogue(at, distances[order[rank]], (rank + 1.0) / order.length));
            }
        }
        return Optional.of(new Recall(bar, horizon, List.copyOf(analogues), usual));
    }

    private double[] distances(int bar, int from, int to, int[] told) {
        double[] sums = new double[to - from];
        for (int j : told) {
            double[] column = columns[j];
            Scaler scaler = Scaler.fit(Scaler.Kind.ROBUST, column, from, bar + 1);
            double here = cut(scaler.scale(column[bar]));
            for (int i = 0; i < sums.length; i++) {
                double gap = cut(scaler.scale(column[from + i])) - here;
                sums[i] += gap * gap;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.sqrt(sums[i] / told.length);
        }
        return sums;
    }

    private static double cut(double scaled) {
        return Math.max(-CUT, Math.min(CUT, scaled));
    }

    private Analogue analogue(int bar, double distance, double percentile) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = bar + 1; i <= bar + horizon; i++) {
            lowest = Math.min(lowest, low[i]);
            highest = Math.max(highest, high[i]);
        }
        return new Analogue(
                bar,
                distance,
                percentile,
                followed(bar),
                Math.log(lowest / close[bar]),
                Math.log(highest / close[bar]));
    }
}
