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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
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
            }
        }
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
        return new LoopbackServer(new LoopbackServer.Desk() {

            @Override
            public LoopbackServer.Reply answer(HttpRequest request) {
                return LoopbackServer.Reply.whole(HttpAnswer.ok(answer));
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
