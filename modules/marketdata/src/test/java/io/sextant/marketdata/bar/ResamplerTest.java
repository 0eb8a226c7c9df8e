package io.sextant.marketdata.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {

    private static final long MINUTE = Timeframe.M1.nominalNanos();

    @ParameterizedTest
    @EnumSource(
            value = Timeframe.class,
            names = {"M1", "M5", "M15", "M30", "H1", "H4", "D1", "W1", "MONTH"})
    void equalsABruteForceOverAllMinutes(Timeframe coarser) {
        BarSeries minutes = randomMinutes(coarser.nominalNanos() / MINUTE > 1_000 ? 60_000 : 5_000);
        BarSeries resampled = Resampler.resample(minutes, coarser);

        int bar = 0;
        int i = 0;
        while (i < minutes.size()) {
            long start = coarser.startOf(minutes.openTimeNanos()[i]);
            int from = i;
            BigDecimal volume = BigDecimal.ZERO;
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            while (i < minutes.size() && coarser.startOf(minutes.openTimeNanos()[i]) == start) {
                volume = volume.add(new BigDecimal(minutes.volume()[i]));
                high = Math.max(high, minutes.high()[i]);
                low = Math.min(low, minutes.low()[i]);
                i++;
            }
            Bar expected =
                    new Bar(start, minutes.open()[from], high, low, minutes.close()[i - 1], volume.doubleValue());
            assertThat(resampled.get(bar)).isEqualTo(expected);
            bar++;
        }
        assertThat(resampled.size()).isEqualTo(bar);
    }

    @Test
    void hasNothingToSayAboutNothing() {
        assertThat(Resampler.resample(BarSeries.EMPTY, Timeframe.D1).isEmpty()).isTrue();
    }

    @Test
    void agreesWithAnotherProgramOnAYearOfMinutes() throws IOException {
        Path data = Path.of("../../../shared/data");
        assumeThat(data.resolve("computed"))
                .as("the shared data is not on this machine")
                .isDirectory();
        BarSeries minutes = read(data.resolve("crypto/bitfinex_btcusd_1m_2016.csv.gz"), true);
        for (Timeframe timeframe : List.of(Timeframe.H1, Timeframe.D1)) {
            BarSeries expected =
                    read(data.resolve("computed/resample_btcusd_2016_" + timeframe.label() + ".csv.gz"), false);
            BarSeries resampled = Resampler.resample(minutes, timeframe);
            assertThat(resampled.size()).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                Bar bar = resampled.get(i);
                Bar other = expected.get(i);
                Bar sameVolume =
                        new Bar(bar.openTimeNanos(), bar.open(), bar.high(), bar.low(), bar.close(), other.volume());
                double distance = Math.abs(bar.volume() - other.volume());
                if (!sameVolume.equals(other) || distance > halfOfLastPrintedDigit(other.volume())) {
                    fail(bar + " should be " + other);
                }
            }
        }
        assertThat(Resampler.resample(minutes, Timeframe.M5).size()).isEqualTo(81_610);
        assertThat(Resampler.resample(minutes, Timeframe.H4).size()).isEqualTo(1_785);
        BarSeries weeks = Resampler.resample(minutes, Timeframe.W1);
        assertThat(weeks.size()).isEqualTo(45);
        assertThat(Instant.ofEpochSecond(0, weeks.firstTimeNanos())).isEqualTo("2015-12-28T00:00:00Z");
        assertThat(Arrays.stream(weeks.volume(), 0, 45).sum()).isCloseTo(5370609.258586881, within(1e-8));
        assertThat(Arrays.stream(weeks.close(), 0, 45).sum()).isCloseTo(26737.48, within(1e-9));
    }

    /** The other program printed twelve digits of its volumes, and a little for what lies between two doubles. */
    private static double halfOfLastPrintedDigit(double volume) {
        return 0.501 * Math.pow(10, Math.floor(Math.log10(volume)) - 11);
    }

    private static BarSeries read(Path file, boolean millis) throws IOException {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                long time = millis
                        ? Long.parseLong(cells[0]) * 1_000_000
                        : LocalDateTime.parse(cells[0].replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000;
                bars.add(
                        time,
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]));
            }
        }
        return bars.build();
    }

    private static BarSeries randomMinutes(int count) {
        SeededRandom random = new SeededRandom(count);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        long time = 1_767_225_600_000_000_000L;
        for (int i = 0; i < count; i++) {
            time += MINUTE * (random.nextInt(20) == 0 ? 1 + random.nextInt(300) : 1);
            double open = 100 + random.nextDouble();
            double close = 100 + random.nextDouble();
            double volume = random.nextInt(50) == 0 ? 1e12 * random.nextDouble() : random.nextDouble();
            bars.add(time, open, Math.max(open, close) + 1, Math.min(open, close) - 1, close, volume);
        }
        return bars.build();
    }
}
