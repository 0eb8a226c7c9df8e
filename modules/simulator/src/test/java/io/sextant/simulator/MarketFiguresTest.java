package io.sextant.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.simulator.process.Regime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the figures of docs/methods/simulated-market.md, from as many days and years as the properties ask for. */
@Tag("figures")
class MarketFiguresTest {

    private static final Path PAGE = Path.of("target", "market-figures.txt");

    private final List<String> lines = new ArrayList<>();

    @Test
    void writesWhatTheMethodsPageTells() throws IOException {
        for (int place = 0; place < MarketSamples.NAMES.size(); place++) {
            write(
                    "%s: %d days of the agents | %d days of older bars",
                    MarketSamples.NAMES.get(place),
                    MarketSamples.DAYS,
                    MarketSamples.historyDays(place).size());
            days(place, "daily volatility, percent", s -> 100 * s.volatility() * Math.sqrt(MarketSamples.DAY_MINUTES));
            days(place, "excess kurtosis of a day", BarStatistics::excessKurtosis);
            days(place, "tail ratio of a day", BarStatistics::tailRatio);
            days(place, "autocorrelation, lag 1", s -> s.autocorrelation(1));
            for (int lag : new int[] {1, 15, 60}) {
                days(place, "autocorrelation of sizes, lag " + lag, s -> s.sizeAutocorrelation(lag));
            }
            days(place, "range over size", BarStatistics::rangeRatio);
            days(place, "volume a minute", BarStatistics::meanVolume);
            days(place, "correlation of volume and size", BarStatistics::volumeMoveCorrelation);
            years(place);
            regimes(place);
            distances(place);
        }
        correlations("agents", MarketSamples.agentDays());
        correlations("older bars", MarketSamples.historyYears());
        Files.createDirectories(PAGE.toAbsolutePath().getParent());
        Files.write(PAGE, lines);

        assertThat(lines).noneMatch(line -> line.contains("NaN"));
    }

    private void write(String format, Object... arguments) {
        lines.add(String.format(Locale.ENGLISH, format, arguments));
    }

    private void days(int place, String name, ToDoubleFunction<BarStatistics> figure) {
        write(
                "  %-34s %s | %s",
                name, spread(MarketSamples.agentDays(place), figure), spread(MarketSamples.historyDays(place), figure));
    }

    private static String spread(List<MinuteMarket> days, ToDoubleFunction<BarStatistics> figure) {
        double[] values = days.stream()
                .map(MinuteMarket::statistics)
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return String.format(
                Locale.ENGLISH,
                "median %.3f, %.3f to %.3f",
                values[values.length / 2],
                values[0],
                values[values.length - 1]);
    }

    private void years(int place) {
        for (MinuteMarket year : MarketSamples.historyYears(place)) {
            BarStatistics of = year.statistics();
            write(
                    "  a year: excess kurtosis %.1f, tail ratio %.1f, autocorrelation %.4f (lag 1, error %.4f), %.4f (lag 2)"
                            + ", of sizes %.3f, %.3f, %.3f, %.3f (lags 1, 15, 60, 240)",
                    of.excessKurtosis(),
                    of.tailRatio(),
                    of.autocorrelation(1),
                    of.autocorrelationError(1),
                    of.autocorrelation(2),
                    of.sizeAutocorrelation(1),
                    of.sizeAutocorrelation(15),
                    of.sizeAutocorrelation(60),
                    of.sizeAutocorrelation(240));
        }
    }

    private void regimes(int place) {
        for (Regime regime : Regime.values()) {
            double[] agents = returnsIn(regime, MarketSamples.agentDays(place));
            double[] older = returnsIn(regime, MarketSamples.historyYears(place));
            write(
                    "  %-10s basis points a minute: %.2f (%d minutes) | %.2f (%d minutes)",
                    regime, basisPoints(agents), agents.length, basisPoints(older), older.length);
        }
    }

    private static double[] returnsIn(Regime regime, List<MinuteMarket> markets) {
        return markets.stream()
                .flatMapToDouble(market -> Arrays.stream(market.returnsIn(regime)))
                .toArray();
    }

    private static double basisPoints(double[] returns) {
        return 10_000
                * Math.sqrt(Arrays.stream(returns).map(r -> r * r).average().orElse(0));
    }

    private void distances(int place) {
        double[] older = standardised(MarketSamples.historyYears(place));
        List<MinuteMarket> days = MarketSamples.historyDays(place);
        List<Double> pools = new ArrayList<>();
        for (int from = 0; from + MarketSamples.DAYS <= days.size(); from += MarketSamples.DAYS) {
            pools.add(SampleDistance.of(standardised(days.subList(from, from + MarketSamples.DAYS)), older));
        }
        pools.sort(null);
        write(
                "  Kolmogorov-Smirnov distance: agents %.4f | pools of as many older days: median %.4f, largest %.4f",
                SampleDistance.of(standardised(MarketSamples.agentDays(place)), older),
                pools.get(pools.size() / 2),
                pools.getLast());
    }

    private static double[] standardised(List<MinuteMarket> markets) {
        return markets.stream()
                .flatMapToDouble(market -> Arrays.stream(market.standardised()))
                .sorted()
                .toArray();
    }

    private void correlations(String name, List<List<MinuteMarket>> samples) {
        for (int other = 1; other < MarketSamples.NAMES.size(); other++) {
            int place = other;
            double[] sorted = samples.stream()
                    .mapToDouble(sample -> BarStatistics.correlation(
                            sample.get(0).returns(), sample.get(place).returns()))
                    .sorted()
                    .toArray();
            write(
                    "correlation of BTC-USDT with %s, %s: median %.3f, %.3f to %.3f",
                    MarketSamples.NAMES.get(place),
                    name,
                    sorted[sorted.length / 2],
                    sorted[0],
                    sorted[sorted.length - 1]);
        }
    }
}
