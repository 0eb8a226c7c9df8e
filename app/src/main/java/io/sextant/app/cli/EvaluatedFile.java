package io.sextant.app.cli;

import io.sextant.analytics.analogue.Situations;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.market.BarSeries;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.LeakDetector;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file as models see it: in time order, on their scale, with features where the file holds whole bars.
 *
 * @param timed whether the times are the file's own; otherwise rows count
 * @param dropped rows without a number
 * @param labels one for each observation, empty where none were asked for
 */
record EvaluatedFile(Observations observations, Scale scale, boolean timed, int dropped, String[] labels) {

    /**
     * @param log whether logarithms are taken; null: where all numbers are above zero
     * @param labelColumn null where no labels are asked for
     */
    static EvaluatedFile read(Path csv, String column, @Nullable Boolean log, @Nullable String labelColumn) {
        NumberTable table = NumberTable.read(csv);
        double[] all = table.numbers(column.strip());
        int[] rows = new int[all.length];
        int kept = 0;
        for (int row = 0; row < all.length; row++) {
            if (Double.isFinite(all[row])) {
                rows[kept++] = row;
            }
        }
        Optional<long[]> times = table.findTimesNanos();
        rows = RowOrder.inTime(Arrays.copyOf(rows, kept), times)
                .orElseThrow(() -> new RefusedByRule(
                        "The times of the file neither rise nor fall from row to row, so there is no order in"
                                + " which to forecast; sort it, or give it to sextant import first."));
        double[] numbers = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        boolean positive = Arrays.stream(numbers).allMatch(number -> number > 0);
        if (log != null && log && !positive) {
            throw new RefusedByRule("Not every number of " + column
                    + " is above zero, and what is not has no logarithm; leave out --log or say --no-log.");
        }
        Scale scale = positive && (log == null || log) ? Scale.LOGARITHM : Scale.AS_GIVEN;
        double[] values = Arrays.stream(numbers).map(scale::toModel).toArray();
        int[] chosen = rows;
        String[] texts = labelColumn == null ? new String[0] : table.texts(labelColumn.strip());
        String[] labels = Arrays.stream(labelColumn == null ? new int[0] : chosen)
                .mapToObj(row -> texts[row].strip())
                .toArray(String[]::new);
        boolean timed = times.isPresent() && RowOrder.rises(chosen, times.orElseThrow(), 1);
        long[] stamps = new long[values.length];
        Arrays.setAll(stamps, i -> timed ? times.orElseThrow()[chosen[i]] : i);
        BarSeries bars = timed ? bars(csv, stamps, numbers) : null;
        Observations observations = bars == null
                ? Observations.of(stamps, values, List.of(), new double[0][])
                : withFeatures(stamps, values, bars);
        return new EvaluatedFile(observations, scale, timed, all.length - kept, labels);
    }

    /** Null unless the file holds one bar for each number, and that number is its close. */
    private static @Nullable BarSeries bars(Path csv, long[] times, double[] numbers) {
        BarSeries bars;
        try {
            bars = FileBars.of(csv, new FileOptions());
        } catch (FileProblem | RefusedByRule noBars) {
            return null;
        }
        boolean same = Arrays.equals(bars.close(), 0, bars.size(), numbers, 0, numbers.length)
                && !Arrays.equals(bars.high(), 0, bars.size(), bars.low(), 0, bars.size());
        return same && bars.size() == times.length ? bars : null;
    }

    private static Observations withFeatures(long[] times, double[] values, BarSeries bars) {
        List<Feature> features = Situations.FEATURES_USUAL.stream()
                .map(name -> FeatureCatalog.find(name).orElseThrow())
                .toList();
        double[][] columns = FeatureColumns.of(bars, features).all();
        requireBlindToTheFuture(times, values, bars, features, columns);
        return Observations.of(
                times, values, features.stream().map(Feature::name).toList(), columns);
    }

    /** Half of the bars alone must make the same features: a column that knew the other half would be a forecast of nothing. */
    private static void requireBlindToTheFuture(
            long[] times, double[] values, BarSeries bars, List<Feature> features, double[][] columns) {
        int known = values.length / 2;
        List<String> names = features.stream().map(Feature::name).toList();
        double[][] ofHalf =
                FeatureColumns.of(bars.copyOfRange(0, known), features).all();
        Observations half = Observations.of(Arrays.copyOf(times, known), Arrays.copyOf(values, known), names, ofHalf);
        LeakDetector.inFeatures(Observations.of(times, values, names, columns), half, known)
                .ifPresent(leak -> {
                    throw new IllegalStateException("a feature knew the future: " + leak.sentence());
                });
    }

    int size() {
        return observations.size();
    }
}
