package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sextant history} from end to end, against servers on loopback. */
class HistoryCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SECOND = 1_000_000_000L;

    /** 2026-09-21, a Monday, at 15:00 UTC. */
    private static final long START = 1_790_002_800L * SECOND;

    /** The second day has a high below its low. */
    private static final String YAHOO =
            "{\"chart\":{\"result\":[{\"meta\":{\"gmtoffset\":-18000},\"events\":{\"dividends\":"
                    + "{\"1578321000\":{\"amount\":0.35,\"date\":1578321000}}},\"timestamp\":[1577975400,1578061800,1578321000],"
                    + "\"indicators\":{\"quote\":[{\"open\":[1.5,2,3],\"high\":[2,1,4],\"low\":[1,2,2.5],\"close\":[1.75,2,3.5],"
                    + "\"volume\":[100,200,300]}]}}],\"error\":null}}";

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    @Test
    void storesDaysRawAndAdjustedAndSetsAsideWhatCannotBeTrue() {
        try (LoopbackServer server = server(YAHOO)) {
            Result look = history("yahoo", "^GSPC", "2020-01-01", server, "--dry-run");
            assertThat(look.code()).as(look.err()).isZero();
            assertThat(look.json().get("added").asInt()).isEqualTo(4);

            Result first = history("yahoo", "^GSPC", "2020-01-01", server);
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.json().get("added").asInt())
                    .as("two days, raw and adjusted")
                    .isEqualTo(4);
            assertThat(first.json().get("quarantinedRows").asInt()).isEqualTo(2);

            Result again = history("yahoo", "^GSPC", "2020-01-01", server);
            assertThat(again.json().get("added").asInt()).isZero();
            assertThat(again.json().get("changed").asInt()).isZero();
        }
        Path out = folder.resolve("out.csv");
        Result exported = sextant("export", "--symbol", "GSPC.ADJ", "--out", out.toString(), "--json");
        assertThat(exported.code()).as(exported.err()).isZero();
        // 1.75 before a dividend of 0.35 after a last close of 2: 1 - 0.35 / 2 of it.
        assertThat(out)
                .content()
                .contains("2020-01-02 00:00:00,")
                .contains(",1.44")
                .contains("2.5,3.5,300");
    }

    @Test
    void storesAVenuesBarsUnderTheVenuesName() {
        AtomicLong now = new AtomicLong(START);
        try (SystemScheduler scheduler = new SystemScheduler("stand-in")) {
            StandInExchange exchange = new StandInExchange(
                    new BinanceShape(), List.of(ListedPair.BTC_USDT), 4, now::get, scheduler, FaultPlan.none());
            while (now.get() < START + 3_600 * SECOND) {
                exchange.move(0);
                now.addAndGet(5 * SECOND);
            }
            try (LoopbackServer server = new LoopbackServer(exchange)) {
                Result result = history("binance", "BTC-USDT", "2026-09-21", server, "--interval", "1m");
                assertThat(result.code()).as(result.err()).isZero();
                int wanted = exchange.all().getFirst().bars(60 * SECOND).size();
                assertThat(result.json().get("added").asInt()).isEqualTo(wanted);
                assertThat(result.out()).contains("BTC-USDT.BINANCE");
                assertThat(result.json().get("warnings").toString())
                        .as("asked for midnight, and the venue begins at three in the afternoon")
                        .contains("begins at 2026-09-21T15:00:00Z, later than asked");
                Result all = history("binance", "BTC-USDT", "2026-09-21", server, "--interval", "1d");
                assertThat(all.json().get("warnings")).isEmpty();
            }
        }
    }

    /** A dividend of ten of a hundred on the sixth of January, and one more on the twenty-second. */
    @Test
    void adjustsWhatIsStoredAnewWhenADividendComesLater() {
        try (LoopbackServer server = server(request -> days(request, 1))) {
            assertThat(history("yahoo", "AAPL", "2020-01-01", server, "--until", "2020-01-12")
                            .code())
                    .isZero();
            assertThat(adjustedCloses()).startsWith(90.0).endsWith(100.0).hasSize(11);

            Result later = history("yahoo", "AAPL", "2020-01-15", server, "--until", "2020-01-31");
            assertThat(later.code()).as(later.err()).isZero();
            assertThat(adjustedCloses())
                    .as("one basis from the first day to the last")
                    .startsWith(81.0)
                    .endsWith(100.0)
                    .hasSize(30)
                    .containsOnly(81.0, 90.0, 100.0);
        }
        try (LoopbackServer server = server(request -> days(request, 3))) {
            Result shorter = history("yahoo", "AAPL", "2020-01-20", server, "--until", "2020-01-31");
            assertThat(shorter.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(shorter.err())
                    .contains("AAPL.ADJ is stored with a bar of 2020-01-01T00:00:00Z")
                    .contains("does not give that one any more");
        }
    }

    private List<Double> adjustedCloses() {
        Path out = folder.resolve("adjusted.csv");
        Result exported = sextant("export", "--symbol", "AAPL.ADJ", "--out", out.toString(), "--json");
        assertThat(exported.code()).as(exported.err()).isZero();
        try {
            return Files.readAllLines(out).stream()
                    .skip(1)
                    .map(line -> Math.round(1e6 * Double.parseDouble(line.split(",")[4])) / 1e6)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** January 2020 from a day on, as far as it was asked for. */
    private static String days(HttpRequest request, int firstDay) {
        List<String> times = new ArrayList<>();
        List<String> dividends = new ArrayList<>();
        for (int day = firstDay; day <= 31; day++) {
            long opens = LocalDate.of(2020, 1, day).toEpochDay() * 86_400 + 52_200;
            if (opens >= request.number("period1", 0) && opens < request.number("period2", 0)) {
                times.add(Long.toString(opens));
                if (day == 6 || day == 22) {
                    dividends.add("\"" + opens + "\":{\"amount\":10,\"date\":" + opens + "}");
                }
            }
        }
        String hundreds = times.stream().map(time -> "100").collect(Collectors.joining(",", "[", "]"));
        return "{\"chart\":{\"result\":[{\"meta\":{\"gmtoffset\":-18000,\"exchangeTimezoneName\":\"America/New_York\"},"
                + "\"events\":{\"dividends\":{" + String.join(",", dividends) + "}},\"timestamp\":["
                + String.join(",", times)
                + "],\"indicators\":{\"quote\":[{\"open\":" + hundreds + ",\"high\":" + hundreds + ",\"low\":"
                + hundreds
                + ",\"close\":" + hundreds + ",\"volume\":" + hundreds + "}]}}],\"error\":null}}";
    }

    @Test
    void saysInOneSentenceWhatItCannotDo() {
        try (LoopbackServer server =
                server("{\"chart\":{\"result\":null,\"error\":{\"description\":\"No data found\"}}}")) {
            Result unknown = history("yahoo", "NONE", "2020-01-01", server);
            assertThat(unknown.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(unknown.err()).contains("Nothing was stored").contains("No data found");
            assertThat(unknown.err().lines()).hasSize(1);

            Result minutes = history("yahoo", "AAPL", "2020-01-01", server, "--interval", "1m");
            assertThat(minutes.err()).contains("no bars but those of a day");

            assertThat(history("nasdaq", "AAPL", "2020-01-01", server).code()).isEqualTo(ExitCode.USAGE);
        }
    }

    private Result history(String from, String symbol, String since, LoopbackServer server, String... more) {
        String[] fixed = {
            "history",
            "--from",
            from,
            "--symbols",
            symbol,
            "--since",
            since,
            "--requests-at",
            "http://127.0.0.1:" + server.port(),
            "--json"
        };
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return sextant(all);
    }

    private Result sextant(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[words.length + 2];
        all[0] = "--data";
        all[1] = folder.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        int code = SextantCommand.execute(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static LoopbackServer server(String answer) {
        return server(request -> answer);
    }

    private static LoopbackServer server(Function<HttpRequest, String> answer) {
        return new LoopbackServer(new LoopbackServer.Desk() {

            @Override
            public LoopbackServer.Reply answer(HttpRequest request) {
                return LoopbackServer.Reply.whole(HttpAnswer.ok(answer.apply(request)));
            }

            @Override
            public Function<String, Boolean> connected(HttpRequest request, Wire wire) {
                return message -> false;
            }

            @Override
            public void disconnected(Wire wire) {}
        });
    }
}
