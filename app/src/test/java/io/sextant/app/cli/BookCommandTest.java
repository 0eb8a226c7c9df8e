package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.marketdata.file.NumberTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BookCommandTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "data", "orderbook");

    @TempDir
    Path folder;

    private static Path shared(String name) {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "no reference data beside the checkout");
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "es_h4_mbo_20231224.csv.gz, expected_es_h4_20231224_book.csv",
        "es_h4_mbo_20231225_first30000.csv.gz, expected_es_h4_20231225_first30000_book.csv"
    })
    void futuresBooksAreTheReferenceAfterEveryThousandRecords(String messages, String book) {
        NumberTable expected = NumberTable.read(shared(book));
        CliRun run = CliRun.of("book", "--messages", shared(messages).toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();

        JsonNode json = run.json();
        assertThat(json.get("unknownOrders").asLong()).isZero();
        double[] after = expected.numbers("after_record");
        int compared = 0;
        for (int i = 0; i < expected.rows(); i++) {
            JsonNode state = state(json, (long) after[i]);
            assertThat(state.get("orders").asInt()).isEqualTo((int) expected.numbers("n_orders")[i]);
            assertThat(state.get("tradeVolume").asDouble()).isEqualTo(expected.numbers("cum_trade_volume")[i]);
            assertThat(state.get("buyVolume").asDouble()).isEqualTo(expected.numbers("cum_buy_aggr")[i]);
            assertThat(state.get("sellVolume").asDouble()).isEqualTo(expected.numbers("cum_sell_aggr")[i]);
            for (int level = 1; level <= 5; level++) {
                compared += compare(
                        state.get("bids"),
                        level,
                        expected.numbers("bid" + level)[i],
                        expected.numbers("bidsz" + level)[i]);
                compared += compare(
                        state.get("asks"),
                        level,
                        expected.numbers("ask" + level)[i],
                        expected.numbers("asksz" + level)[i]);
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    private static JsonNode state(JsonNode json, long after) {
        for (JsonNode each : json.get("every")) {
            if (each.get("afterRecord").asLong() == after) {
                return each;
            }
        }
        assertThat(json.get("end").get("afterRecord").asLong()).isEqualTo(after);
        return json.get("end");
    }

    private static int compare(JsonNode side, int level, double price, double size) {
        if (Double.isNaN(price)) {
            assertThat(side.size()).isLessThan(level);
            return 0;
        }
        assertThat(side.get(level - 1).get("price").asDouble()).isEqualTo(price);
        assertThat(side.get(level - 1).get("size").asDouble()).isEqualTo(size);
        return 1;
    }

    @Test
    void lobstersMetricsAreTheReference() throws IOException {
        JsonNode expected =
                JsonMapper.shared().readTree(Files.readString(shared("expected_lobster_AAPL_summary.json")));
        CliRun run = CliRun.of(
                "book",
                "--messages",
                shared("lobster_AAPL_message_10.csv").toString(),
                "--states",
                shared("lobster_AAPL_orderbook_10.csv.gz").toString(),
                "--every",
                "1",
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        JsonNode metrics = json.get("metrics");

        String[][] names = {
            {"tradeVolume", "trade_volume"},
            {"buyVolume", "buy_volume(trade sign = -direction)"},
            {"sellVolume", "sell_volume"},
            {"vwap", "vwap_all_trades"},
            {"meanSpread", "mean_spread"},
            {"meanMid", "mean_mid"},
            {"sumOfi", "sum_ofi"},
            {"impactSlope", "ols_dmid_on_ofi_slope"},
            {"impactIntercept", "ols_intercept"},
            {"impactCorrelation", "corr_dmid_ofi"},
            {"realizedVariance", "realized_variance_mid_log"},
            {"effectiveSpread", "effective_spread_mean_visible"}
        };
        for (String[] pair : names) {
            double value = expected.get(pair[1]).asDouble();
            assertThat(metrics.get(pair[0]).asDouble())
                    .as(pair[0])
                    .isCloseTo(value, within(1e-9 * Math.max(1e-3, Math.abs(value))));
        }
        assertThat(json.get("submissions").asInt())
                .isEqualTo(expected.get("submissions(type1)").asInt());
        assertThat(json.get("deletions").asInt())
                .isEqualTo(expected.get("deletions(type3)").asInt());
        assertThat(json.get("executions").asInt())
                .isEqualTo(expected.get("trades_visible(type4)").asInt());
        assertThat(json.get("hiddenExecutions").asInt())
                .isEqualTo(expected.get("trades_hidden(type5)").asInt());
        NumberTable states = NumberTable.read(shared("expected_lobster_AAPL_metrics.csv.gz"));
        for (int i = 0; i < states.rows(); i++) {
            JsonNode state = json.get("every").get(i);
            assertThat(state.get("mid").asDouble()).isCloseTo(states.numbers("mid")[i], within(1e-9));
            assertThat(state.get("spread").asDouble()).isCloseTo(states.numbers("spread")[i], within(1e-9));
            assertThat(state.get("microprice").asDouble()).isCloseTo(states.numbers("microprice")[i], within(1e-9));
            assertThat(state.get("imbalance5").asDouble()).isCloseTo(states.numbers("imbalance_l5")[i], within(1e-9));
            assertThat(state.get("imbalance10").asDouble()).isCloseTo(states.numbers("imbalance_l10")[i], within(1e-9));
            assertThat(state.get("bidDepth").asDouble()).isEqualTo(states.numbers("bid_depth_l5")[i]);
            assertThat(state.get("askDepth").asDouble()).isEqualTo(states.numbers("ask_depth_l5")[i]);
        }
    }

    /** From the first state and the messages alone, until a sweep reaches levels that the first state did not tell. */
    @Test
    void theBookRebuiltFromMessagesIsLobstersOwn() {
        BookReplay replay =
                BookReplay.of(shared("lobster_AAPL_message_10.csv"), shared("lobster_AAPL_orderbook_10.csv.gz"), null);
        while (replay.records() < 155 && replay.next()) {
            Depth file = replay.depth();
            for (BookSide side : BookSide.values()) {
                for (int level = 0; level < 3; level++) {
                    assertThat(replay.book.price(side, level))
                            .as("record %d, level %d of %s", replay.records(), level, side)
                            .isEqualTo(file.price(side, level));
                    assertThat(replay.book.size(side, level)).isEqualTo(file.size(side, level));
                }
            }
        }
    }

    @Test
    void refusesWhatHoldsNoMessages() throws IOException {
        Path csv = folder.resolve("prices.csv");
        Files.writeString(csv, "date,close\n2020-01-01,5\n");
        CliRun run = CliRun.of("book", "--messages", csv.toString());

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("holds no messages");
    }

    @Test
    void levelsThatChangeMakeTheBookThatAPlainMapMakes() throws IOException {
        Path csv = folder.resolve("levels.csv");
        Files.writeString(csv, """
                side,update_type,first_update_id,last_update_id,pu,price,qty
                b,snap,10,10,-1,99.5,2
                b,snap,10,10,-1,99,1.5
                a,snap,10,10,-1,100,3
                a,set,9,10,8,100,7
                a,set,11,12,10,100,0
                a,set,11,12,10,100.5,4
                b,set,11,12,10,99.75,0.25
                b,set,15,16,14,99,0
                """);
        CliRun run = CliRun.of("book", "--messages", csv.toString(), "--every", "0", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("format").asString()).isEqualTo("levels");
        assertThat(json.get("snapshotRows").asInt()).isEqualTo(3);
        assertThat(json.get("oldRows").asInt())
                .as("all of it was in the snapshot")
                .isEqualTo(1);
        assertThat(json.get("gaps").asInt()).as("13 and 14 are missing").isEqualTo(1);
        assertThat(json.get("crossedBooks").asInt()).isZero();
        JsonNode end = json.get("end");
        assertThat(end.has("orders")).isFalse();
        assertThat(end.get("bids").toString())
                .isEqualTo("[{\"price\":99.75,\"size\":0.25},{\"price\":99.5,\"size\":2.0}]");
        assertThat(end.get("asks").toString()).isEqualTo("[{\"price\":100.5,\"size\":4.0}]");
        assertThat(json.get("metrics").get("sumOfi").asDouble())
                .as("a better bid of 0.25, an ask of 3 that retreats")
                .isEqualTo(3.25);
    }

    @Test
    void aSnapshotAndItsDifferencesAreReadFromTwoFiles() {
        Path updates = shared("nautilus_btcusdt_depth_update.csv");
        Path snapshot = shared("nautilus_btcusdt_depth_snap.csv");
        CliRun run = CliRun.of(
                "book",
                "--messages",
                updates.toString(),
                "--snapshot",
                snapshot.toString(),
                "--levels",
                "100",
                "--json");
        assertThat(run.code()).as(run.err()).isZero();

        TreeMap<Double, Double> bids = new TreeMap<>(Comparator.reverseOrder());
        TreeMap<Double, Double> asks = new TreeMap<>();
        for (Path file : new Path[] {snapshot, updates}) {
            NumberTable table = NumberTable.read(file);
            for (int i = 0; i < table.rows(); i++) {
                TreeMap<Double, Double> side = table.texts("side")[i].equals("b") ? bids : asks;
                double quantity = table.numbers("qty")[i];
                if (quantity == 0) {
                    side.remove(table.numbers("price")[i]);
                } else {
                    side.put(table.numbers("price")[i], quantity);
                }
            }
        }
        JsonNode end = run.json().get("end");
        compareAll(end.get("bids"), bids);
        compareAll(end.get("asks"), asks);
        assertThat(run.json().get("gaps").asInt())
                .as("the two were taken minutes apart")
                .isEqualTo(1);
    }

    private static void compareAll(JsonNode levels, SortedMap<Double, Double> expected) {
        assertThat(levels.size()).isEqualTo(Math.min(100, expected.size()));
        int i = 0;
        for (var entry : expected.entrySet()) {
            if (i == levels.size()) {
                break;
            }
            assertThat(levels.get(i).get("price").asDouble()).isEqualTo(entry.getKey());
            assertThat(levels.get(i).get("size").asDouble()).isEqualTo(entry.getValue());
            i++;
        }
    }

    @Test
    void wholeBooksByRowAreTakenAsTheyStand() {
        Path file = shared("nautilus_binance_futures_book_snapshot_25_BTCUSDT.csv");
        CliRun run = CliRun.of("book", "--messages", file.toString(), "--levels", "25", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        NumberTable table = NumberTable.read(file);
        int last = table.rows() - 1;
        assertThat(json.get("format").asString()).isEqualTo("snapshots");
        assertThat(json.get("unorderedLevels").asInt()).isZero();
        for (int level = 0; level < 25; level++) {
            JsonNode bid = json.get("end").get("bids").get(level);
            assertThat(bid.get("price").asDouble()).isEqualTo(table.numbers("bids[" + level + "].price")[last]);
            assertThat(bid.get("size").asDouble()).isEqualTo(table.numbers("bids[" + level + "].amount")[last]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action,side,order_id,price,size/A,B,1,100,5/A,B,2,10 | Record 2 has no size",
                "action,side,order_id,price,size/A,B,1,100,5/Q,B,1,1,5 | Record 2 has the action \"Q\"",
                "action,side,order_id,price,size/A,B,1,100,5/A,B,1x,1,5 | Record 2 has the order number \"1x\"",
                "34200.1,1,5,10,1000000,1/34200.2,1,6 | Record 2 has no price",
                "34200.1,1,5,10,1000000,1/34200.2,9,6,1,5,1 | Record 2 is of type 9",
                "side,price,qty/b,5,1/b,6 | Record 2 has no quantity",
                "side,price,qty/b,5,1/?,6,2 | Record 2 has the side \"?\"",
                "side,price,qty/b,5,1/b,6,-2 | Record 2 has a negative quantity"
            })
    void tornFilesAreRefusedByTheRecord(String lines, String sentence) throws IOException {
        Path csv = folder.resolve("torn.csv");
        Files.writeString(csv, lines.replace('/', '\n') + "\n");
        CliRun run = CliRun.of("book", "--messages", csv.toString(), "--json");

        assertThat(run.code()).isEqualTo(ExitCode.FILE);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anArchiveThatEndsTooSoonIsAFileProblem() throws IOException {
        byte[] whole = Files.readAllBytes(shared("es_h4_mbo_20231224.csv.gz"));
        Path torn = folder.resolve("torn.csv.gz");
        Files.write(torn, Arrays.copyOf(whole, whole.length / 2));
        CliRun run = CliRun.of("book", "--messages", torn.toString(), "--json");

        assertThat(run.code()).isEqualTo(ExitCode.FILE);
        assertThat(run.err()).isNotBlank();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void listsWhatIsMeasured() {
        CliRun run = CliRun.of("book", "--measures", "--json");

        assertThat(run.code()).isZero();
        JsonNode measures = run.json().get("measures");
        assertThat(measures.size()).isGreaterThan(20);
        assertThat(measures.get(0).get("meaning").asString()).isNotBlank();
        assertThat(CliRun.of("book").code()).isEqualTo(ExitCode.REFUSED);
    }
}
