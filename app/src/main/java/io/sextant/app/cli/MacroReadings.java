package io.sextant.app.cli;

import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.StandingReadings;
import io.sextant.domain.source.Observation;
import io.sextant.marketdata.macro.MacroSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Stored series that features speak of, by the names that FRED gives them; of several for one thing the first that is stored. */
final class MacroReadings {

    /** A series of prices: features speak of how much they rose in a year. */
    private static final List<String> PRICES = List.of("CPIAUCSL", "CPIAUCNS");

    private static final Map<FeatureReading, List<String>> NAMES = Map.of(
            FeatureReading.POLICY_RATE, List.of("DFF", "FEDFUNDS"),
            FeatureReading.YIELD_2Y, List.of("DGS2", "GS2"),
            FeatureReading.YIELD_10Y, List.of("DGS10", "GS10"),
            FeatureReading.INFLATION, PRICES,
            FeatureReading.UNEMPLOYMENT, List.of("UNRATE"),
            FeatureReading.CURRENCY_INDEX, List.of("DTWEXBGS", "DTWEXM"),
            FeatureReading.CREDIT_SPREAD, List.of("BAA10Y", "BAMLC0A0CM"));

    private MacroReadings() {}

    /** @param find a stored series by its name */
    static Optional<StandingReadings> of(Function<String, Optional<MacroSeries>> find) {
        StandingReadings readings = new StandingReadings();
        boolean any = false;
        for (Map.Entry<FeatureReading, List<String>> wanted : NAMES.entrySet()) {
            Optional<MacroSeries> stored = wanted.getValue().stream()
                    .flatMap(name -> find.apply(name).stream())
                    .findFirst();
            if (stored.isPresent()) {
                put(readings, wanted.getKey(), stored.get());
                any = true;
            }
        }
        return any ? Optional.of(readings) : Optional.empty();
    }

    private static void put(StandingReadings readings, FeatureReading reading, MacroSeries series) {
        long[] known =
                series.published().stream().mapToLong(Observation::knownNanos).toArray();
        double[] values = PRICES.contains(series.id()) ? risesOfAYear(series, known) : series.column(known);
        readings.put(reading, known, values, Long.MAX_VALUE);
    }

    /** In percent, both figures as they stood when the newer one came out. */
    private static double[] risesOfAYear(MacroSeries series, long[] known) {
        double[] rises = new double[known.length];
        TreeMap<LocalDate, Double> standing = new TreeMap<>();
        List<Observation> published = series.published();
        for (int i = 0; i < rises.length; i++) {
            standing.put(published.get(i).period(), published.get(i).value());
            Map.Entry<LocalDate, Double> newest = standing.lastEntry();
            Double before = standing.get(newest.getKey().minusYears(1));
            rises[i] = before == null ? Double.NaN : 100 * (newest.getValue() / before - 1);
        }
        return rises;
    }
}
