package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same five bars in many layouts are the same five bars. */
class LayoutsTest {

    private static final List<Bar> BARS = List.of(
            bar("2023-01-02T10:00:00Z", 100.5, 101.25, 100.25, 101, 12.5),
            bar("2023-01-02T10:01:00Z", 101, 103.5, 100.75, 103.25, 8),
            bar("2023-01-02T10:02:00Z", 103.25, 104, 102.5, 102.75, 1250.25),
            bar("2023-01-02T10:04:00Z", 102.5, 102.75, 99.5, 99.75, 3),
            bar("2023-01-02T10:05:00Z", 99.75, 100.25, 99.25, 100, 0));

    @TempDir
    Path folder;

    private static Bar bar(String time, double open, double high, double low, double close, double volume) {
        return new Bar(Texts.nanos(time), open, high, low, close, volume);
    }

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("headings", "time,open,high,low,close,volume\n", rows("%Z,%o,%h,%l,%c,%v")),
                Arguments.of("other order", "Volume;Close;Low;High;Open;Date\n", rows("%v;%c;%l;%h;%o;%S")),
                Arguments.of(
                        "quoted",
                        "\"Time\",\"Open\",\"High\",\"Low\",\"Close\",\"Vol\"\n",
                        rows("\"%S\",\"%o\",\"%h\",\"%l\",\"%c\",\"%v\"")),
                Arguments.of(
                        "decimal comma", "Zeit;time;Open;High;Low;Close;Volume\n", commas(rows("x;%G;%o;%h;%l;%c;%v"))),
                Arguments.of(
                        "quoted decimal comma",
                        "time,open,high,low,close,volume\n",
                        commas(rows("%S|\"%o\"|\"%h\"|\"%l\"|\"%c\"|\"%v\"")).replace('|', ',')),
                Arguments.of("no headings", "", rows("%s,%o,%h,%l,%c,%v")),
                Arguments.of("no headings, close before high", "", rows("%m,%o,%c,%h,%l,%v")),
                Arguments.of(
                        "milliseconds",
                        "unix,open,high,low,close,Volume BTC,Volume USD\n",
                        rows("%m,%o,%h,%l,%c,%v,1")),
                Arguments.of("nanoseconds", "ts;o;h;l;c;v\n", rows("%n;%o;%h;%l;%c;%v")),
                Arguments.of("tabs", "Gmt time\tOpen\tHigh\tLow\tClose\tVolume\n", rows("%G\t%o\t%h\t%l\t%c\t%v")),
                Arguments.of(
                        "date and time apart",
                        "<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<TICKVOL>,<VOL>\n",
                        rows("%D,%T,%o,%h,%l,%c,7,%v")),
                Arguments.of(
                        "title above",
                        "Downloaded from nowhere\ntime,open,high,low,close,volume\n",
                        rows("%Z,%o,%h,%l,%c,%v")),
                Arguments.of("kline", "", rows("%m,%o,%h,%l,%c,%v,%e,1234.5,17,3.25,99.5,0")),
                Arguments.of("only the end", "close_time,open,high,low,close,volume\n", rows("%e,%o,%h,%l,%c,%v")),
                Arguments.of(
                        "carriage returns",
                        "time,open,high,low,close,volume\r\n",
                        rows("%Z,%o,%h,%l,%c,%v").replace("\n", "\r\n")),
                Arguments.of(
                        "blank lines and padding",
                        "\n time , open , high , low , close , volume \n",
                        rows(" %S , %o , %h , %l , %c , %v \n")),
                Arguments.of("json arrays", "[", json("[%m,\"%o\",\"%h\",\"%l\",\"%c\",\"%v\"]") + "]"),
                Arguments.of(
                        "json objects",
                        "{\"status\":\"ok\",\"data\":{\"candles\":[",
                        json("{\"t\":%s,\"o\":%o,\"h\":%h,\"l\":%l,\"c\":%c,\"v\":%v,\"more\":{\"x\":[1,2]}}") + "]}}"),
                Arguments.of(
                        "json lines",
                        "",
                        rows("{\"time\":\"%Z\",\"open\":%o,\"high\":%h,\"low\":%l,\"close\":%c,\"volume\":%v}")));
    }

    private static String rows(String pattern) {
        StringBuilder text = new StringBuilder();
        BARS.forEach(bar -> text.append(filled(pattern, bar)).append('\n'));
        return text.toString();
    }

    private static String json(String pattern) {
        return String.join(",", BARS.stream().map(bar -> filled(pattern, bar)).toList());
    }

    private static String commas(String rows) {
        return rows.replace('.', ',').replace("#", ".");
    }

    private static String filled(String pattern, Bar bar) {
        long seconds = bar.openTimeNanos() / 1_000_000_000L;
        String clock = Instant.ofEpochSecond(seconds).toString().substring(11, 19);
        return pattern.replace("%Z", "2023-01-02T" + clock + "Z")
                .replace("%S", "2023-01-02 " + clock)
                .replace("%G", "02#01#2023 " + clock)
                .replace("%D", "2023.01.02")
                .replace("%T", clock)
                .replace("%s", Long.toString(seconds))
                .replace("%m", seconds + "000")
                .replace("%n", seconds + "000000000")
                .replace("%e", (seconds + 59) + "999")
                .replace("%o", Double.toString(bar.open()))
                .replace("%h", Double.toString(bar.high()))
                .replace("%l", Double.toString(bar.low()))
                .replace("%c", Double.toString(bar.close()))
                .replace("%v", Double.toString(bar.volume()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void theSameBarsComeOutOfEveryLayout(String name, String heading, String rows) {
        String text = (heading + rows).replace('#', '.');
        FileSeries read = FileSeries.read(Texts.file(folder, "btcusd.csv", text), Texts.PLAIN);

        assertThat(bars(read.getSeries("BTCUSD"))).as(read.layout()).isEqualTo(BARS);
        assertThat(read.length()).contains(BarLength.parse("1m"));
        assertThat(read.quarantinedRows()).isZero();
        assertThat(read.rows()).isEqualTo(5);
    }

    @Test
    void newestFirstIsTurnedRound() {
        List<String> lines = new ArrayList<>(rows("%S,%o,%h,%l,%c,%v").lines().toList());
        String text = "time,open,high,low,close,volume\n" + String.join("\n", lines.reversed());

        FileSeries read = FileSeries.read(Texts.file(folder, "btcusd.csv", text), Texts.PLAIN);

        assertThat(bars(read.getSeries("BTCUSD"))).isEqualTo(BARS);
        assertThat(read.layout()).contains("newest row first");
    }

    @Test
    void compressionIsToldByContent() throws IOException {
        String text = "time,open,high,low,close,volume\n" + rows("%Z,%o,%h,%l,%c,%v");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            for (String entry : List.of("in/ethusd.csv", "in/ltcusd.csv")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        FileSeries gz = FileSeries.read(Texts.file(folder, "btcusd.dat", Texts.gzip(text)), Texts.PLAIN);
        FileSeries zip = FileSeries.read(Texts.file(folder, "all.dat", zipped.toByteArray()), Texts.PLAIN);

        assertThat(bars(gz.getSeries(gz.symbols().getFirst()))).isEqualTo(BARS);
        assertThat(zip.symbols()).containsExactly("ETHUSD", "LTCUSD");
        assertThat(bars(zip.getSeries("LTCUSD"))).isEqualTo(BARS);
    }

    @Test
    void wallClocksOfAZoneBecomeUtc() {
        String text = """
                time,open,high,low,close
                2024-01-02 09:30:00,1,2,1,2
                2024-01-02 09:31:00,2,2,1,1
                2024-07-02 09:30:00,1,2,1,2
                2024-07-02 09:31:00,2,2,1,1
                """;

        BarSeries bars = FileSeries.read(Texts.file(folder, "spy.csv", text), Texts.in(ZoneId.of("America/New_York")))
                .getSeries("SPY");

        assertThat(bars.firstTimeNanos()).isEqualTo(Texts.nanos("2024-01-02T14:30:00Z"));
        assertThat(bars.lastTimeNanos()).isEqualTo(Texts.nanos("2024-07-02T13:31:00Z"));
    }

    @Test
    void aTableOfClosesIsASeriesAColumnAndBlanksAreNoBars() {
        String text = "date,AAPL,T,C\n2024-01-02,1.5,,3\n2024-01-03,1.6,2,3\n2024-01-04,1.7,2,3\n";

        FileSeries read = FileSeries.read(Texts.file(folder, "prices.csv", text), Texts.PLAIN);

        assertThat(read.symbols()).containsExactlyInAnyOrder("AAPL.CLOSE", "T.CLOSE", "C.CLOSE");
        assertThat(read.getSeries("T.CLOSE").size()).isEqualTo(2);
        assertThat(read.quarantinedRows()).isZero();
        assertThat(read.hasVolume()).isFalse();
    }

    @Test
    void tradesBecomeBarsAndANumberedRepetitionCountsOnce() {
        String text = """
                timestamp,id,side,price,amount
                1700000000100,1,buy,10,1
                1700000000100,2,sell,12,2
                1700000000100,2,sell,12,2
                1700000001000,3,buy,11,4
                """;

        FileSeries read = FileSeries.read(Texts.file(folder, "x.csv", text), Texts.PLAIN);

        assertThat(bars(read.getSeries("X")))
                .containsExactly(
                        new Bar(1_700_000_000_000_000_000L, 10, 12, 10, 12, 3),
                        new Bar(1_700_000_001_000_000_000L, 11, 11, 11, 11, 4));
        assertThat(read.quarantined())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(4));
    }

    @Test
    void tradesWithoutHeadingsAreToldByTheirNumbers() {
        String text = """
                1206419187,1666.8,26.062,43440.1416,1675329600138,True
                1206419188,1666.79,0.152,253.35,1675329600214,False
                1206419189,1666.8,0.226,376.69,1675329601228,True
                """;

        FileSeries read = FileSeries.read(Texts.file(folder, "ethusdt.csv", text), Texts.PLAIN);

        assertThat(read.isOfTrades()).isTrue();
        assertThat(read.getSeries("ETHUSDT").get(0))
                .isEqualTo(new Bar(1_675_329_600_000_000_000L, 1666.8, 1666.8, 1666.79, 1666.79, 26.062 + 0.152));
    }

    @Test
    void whatIsNoTableOfPricesIsSaidInASentence() {
        for (String text :
                List.of("", "hello world\n", "a,b\nx,y\n", "{\"error\":\"none\"}", "name,age\nbob,3\nann,4\n")) {
            Path file = Texts.file(folder, "odd.csv", text);
            assertThatThrownBy(() -> FileSeries.read(file, Texts.PLAIN))
                    .as(text)
                    .isInstanceOf(FileProblem.class)
                    .hasMessageContaining("odd.csv");
        }
        assertThatThrownBy(() -> FileSeries.read(folder.resolve("none.csv"), Texts.PLAIN))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void lengthsAreToldByTheUsualDistance() {
        assertThat(length("2024-01-05", "2024-01-08", "2024-01-09", "2024-01-10", "2024-01-11"))
                .contains(BarLength.parse("1d"));
        assertThat(length("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"))
                .contains(BarLength.parse("1M"));
        assertThat(length("2024-01-01", "2024-01-08", "2024-01-15", "2024-01-29"))
                .contains(BarLength.parse("1w"));
        assertThat(length("2024-01-01 00:00", "2024-01-01 02:00", "2024-01-01 04:00"))
                .contains(BarLength.parse("2h"));
    }

    private Optional<BarLength> length(String... times) {
        String text = "time,open,high,low,close\n" + String.join(",1,1,1,1\n", times) + ",1,1,1,1\n";
        return FileSeries.read(Texts.file(folder, "l.csv", text), Texts.PLAIN).length();
    }

    private static List<Bar> bars(BarSeries series) {
        return IntStream.range(0, series.size()).mapToObj(series::get).toList();
    }
}
