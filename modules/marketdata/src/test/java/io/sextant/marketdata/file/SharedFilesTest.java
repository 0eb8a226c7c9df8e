package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of many origins, none of which was looked at by a person before it is read. */
class SharedFilesTest {

    private static final Path DATA = Path.of("../../../shared/data");

    /** What each holds according to the collection's own index. */
    private static final Map<String, Long> ROWS = Map.ofEntries(
            Map.entry("binance_btcusdt_1h_2021_2022.csv.gz", 8_749L),
            Map.entry("bitfinex_btcusd_1m_2016.csv.gz", 293_230L),
            Map.entry("coinbase_btcusd_4h_2016_2025.csv.gz", 20_695L),
            Map.entry("daily_six_coins_2017_2021.csv.gz", 9_408L),
            Map.entry("freqtrade_xrpeth_trades.csv.gz", 12_477L),
            Map.entry("freqtrade_orderflow_public_trades_simple.csv", 7L),
            Map.entry("arch_sp500.csv.gz", 5_031L),
            Map.entry("skender_sp500_1950_2012.csv.gz", 15_821L),
            Map.entry("sp500_weekly_1950_2026.csv.gz", 3_977L),
            Map.entry("lean_es_1m_quote.csv.gz", 11_818L),
            Map.entry("lean_es_daily_openinterest.csv", 47L),
            Map.entry("nautilus_fxcm_gbpusd_1m_ask_2012.csv.gz", 30_117L));

    private static void assumeShared() {
        assumeThat(DATA).as("the shared data is not on this machine").isDirectory();
    }

    @Test
    void everyFileIsUnderstoodAndNoRowIsLost() throws IOException {
        assumeShared();
        int files = 0;
        for (String kind : List.of("crypto", "equities", "futures", "fx")) {
            try (Stream<Path> all = Files.list(DATA.resolve(kind))) {
                for (Path file : all.sorted().toList()) {
                    FileSeries read = FileSeries.read(file, Texts.PLAIN);
                    String name = file.getFileName().toString();
                    assertThat(read.quarantined()).as(name).isEmpty();
                    assertThat(read.symbols()).as(name).isNotEmpty();
                    assertThat(read.rows()).as(name).isEqualTo(ROWS.getOrDefault(name, read.rows()));
                    files++;
                }
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(30);
    }

    @Test
    void lengthsAndSymbolsAreTold() {
        assumeShared();

        assertThat(read("crypto/bitfinex_btcusd_1m_2016.csv.gz").symbols()).containsExactly("BITFINEX-BTCUSD");
        assertThat(read("crypto/coinbase_btcusd_4h_2016_2025.csv.gz").length()).contains(BarLength.parse("4h"));
        assertThat(read("equities/sp500_weekly_1950_2026.csv.gz").length()).contains(BarLength.parse("1w"));
        assertThat(read("equities/ppo_stock_prices_20.csv.gz").symbols())
                .hasSize(20)
                .contains("T.CLOSE");
        assertThat(read("futures/lean_es_1m_trade.csv.gz").symbols())
                .containsExactlyInAnyOrder("ES-201312", "ES-201403", "ES-201406", "ES-201409");
        BarSeries sp500 = read("equities/skender_sp500_1950_2012.csv.gz").getSeries("SKENDER-SP500");
        assertThat(sp500.firstTimeNanos()).isEqualTo(Texts.nanos("1950-01-03T00:00:00Z"));
        assertThat(sp500.lastTimeNanos()).isEqualTo(Texts.nanos("2012-11-15T00:00:00Z"));
    }

    @Test
    void aYearOfMinutesMakesTheBarsOfAnotherProgram() {
        assumeShared();
        BarSeries minutes = read("crypto/bitfinex_btcusd_1m_2016.csv.gz").getSeries("BITFINEX-BTCUSD");

        for (Timeframe timeframe : List.of(Timeframe.H1, Timeframe.D1)) {
            String name = "computed/resample_btcusd_2016_" + timeframe.label() + ".csv.gz";
            FileSeries other = read(name);
            BarSeries expected = other.getSeries(other.symbols().getFirst());
            BarSeries bars = Resampler.resample(minutes, timeframe);
            assertThat(Arrays.copyOf(bars.openTimeNanos(), bars.size())).isEqualTo(expected.openTimeNanos());
            assertThat(Arrays.copyOf(bars.close(), bars.size())).isEqualTo(expected.close());
            for (int i = 0; i < bars.size(); i++) {
                assertThat(bars.get(i).volume() / expected.get(i).volume()).isBetween(1 - 1e-11, 1 + 1e-11);
            }
        }
    }

    private static FileSeries read(String file) {
        return FileSeries.read(DATA.resolve(file), Texts.PLAIN);
    }
}
