package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.recording.RecordedFeed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sextant record --feed} against a stand-in on loopback, and what was recorded traded on paper. */
class LiveRecordTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    @Test
    void recordsWhatAVenueTellsAndTradesItOnPaperLater() throws IOException {
        Path file = folder.resolve("binance.rec");
        List<Long> lots = new ArrayList<>();
        try (SystemScheduler scheduler = new SystemScheduler("stand-in")) {
            StandInExchange exchange = new StandInExchange(
                    new BinanceShape(),
                    List.of(ListedPair.BTC_USDT),
                    3,
                    new SystemClock(),
                    scheduler,
                    FaultPlan.none());
            scheduler.every(20_000_000L, () -> exchange.move(0));
            try (LoopbackServer server = new LoopbackServer(exchange)) {
                Result recorded = sextant(
                        "record",
                        "--feed",
                        "binance",
                        "--feed-requests-at",
                        "http://127.0.0.1:" + server.port(),
                        "--feed-streams-at",
                        "ws://127.0.0.1:" + server.port(),
                        "--for",
                        "4s",
                        "--out",
                        file.toString(),
                        "--json");
                assertThat(recorded.code()).as(recorded.err()).isZero();
                assertThat(recorded.json().get("events").asLong()).isPositive();
                assertThat(recorded.json().get("simulated").asBoolean()).isFalse();
                assertThat(recorded.json().get("feedTransport").asString()).isEqualTo("STREAM");
            }
            exchange.all().getFirst().deals().stream().map(Deal::lots).forEach(lots::add);
        }
        List<Long> told = trades(file);
        assertThat(told).isNotEmpty();
        assertThat(lots).as("all trades of the venue, in their order").containsSequence(told);

        Result traded = sextant("run", "--paper", file.toString(), "--speed", "max", "--for", "3s", "--json");
        assertThat(traded.code()).as(traded.err()).isZero();
        assertThat(traded.json().get("mode").asString()).isEqualTo("PAPER");
        assertThat(traded.json().get("eventsHandled").asLong()).isPositive();
    }

    @Test
    void wantsEitherASeedOrAVenue() {
        assertThat(sextant(
                                "record",
                                "--for",
                                "1s",
                                "--out",
                                folder.resolve("x.rec").toString())
                        .err())
                .contains("either --seed of a simulated market or --feed of a live one");
    }

    private static List<Long> trades(Path file) throws IOException {
        List<Long> lots = new ArrayList<>();
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            while (feed.nextNanos() != Feed.NOTHING_DUE) {
                feed.step(new Trades(lots));
            }
        }
        return lots;
    }

    private record Trades(List<Long> lots) implements MarketSink {

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long traded, Side aggressor) {
            lots.add(traded);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bid, long bidLots, long ask, long askLots) {}

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long resting) {}

        @Override
        public void onHeadline(Headline headline) {}

        @Override
        public void onStatus(FeedStatus status, String detail) {}
    }

    private Result sextant(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[words.length + 2];
        all[0] = "--data";
        all[1] = folder.resolve("data").toString();
        System.arraycopy(words, 0, all, 2, words.length);
        int code = SextantCommand.execute(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
