package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    Path data;

    private int keys;

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    @Test
    void tellsOrdersFromTheDraftToTheLedgerAsTheDeskItselfBookedThem() throws Exception {
        OrderId cancelled = trade();

        JsonNode state = sextant("state", "--json").json();
        JsonNode sold = sextant("journal", "show", "--order", "3", "--json").json();
        JsonNode last = sold.get("chapters").get(sold.get("chapters").size() - 1);
        List<String> told = sold.get("chapters")
                .valueStream()
                .map(chapter -> chapter.get("what").asString())
                .toList();

        assertThat(told).startsWith("ASKED", "PASSED_THE_GATE", "MOVED").contains("FILLED");
        JsonNode lastFill = sold.get("chapters")
                .valueStream()
                .filter(chapter -> chapter.get("what").asString().equals("FILLED"))
                .reduce((first, second) -> second)
                .orElseThrow();
        JsonNode position = state.get("positions").get(0);
        assertThat(lastFill.get("positionAfter").asString())
                .isEqualTo(position.get("quantity").asString());
        assertThat(lastFill.get("realisedAfter").asString())
                .isEqualTo(position.get("realised").asString());
        assertThat(lastFill.get("cashAfter").asString())
                .isEqualTo(state.get("cash").get("USDT").asString());
        assertThat(sold.get("state").asString()).isEqualTo("FILLED");
        assertThat(last.get("record").asLong()).isPositive();
        JsonNode passport = sold.get("passport");
        assertThat(passport.get("controls")
                        .valueStream()
                        .map(one -> one.get("rule").asString()))
                .contains("QUANTITY_LIMIT", "NOTIONAL_LIMIT", "DAILY_LOSS");
        assertThat(passport.get("expectedPrice").asDouble()).isPositive();

        Result text = sextant("journal", "show", "--order", "#" + cancelled.value());
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("Asked for by ticket: buy 0.01 BTC-USDT at ", "The risk gate checked it", "cancelled")
                .contains("It never traded; the ledger was not touched.");
        assertThat(sextant("journal", "show", "--order", "1").out())
                .contains(
                        "Filled ",
                        ", fee ",
                        "the venue’s trade ",
                        "Booked: the position in BTC-USDT is ",
                        "In all 0.05",
                        "Size of the order: 0.05 of ",
                        "Expected ",
                        "Real ");

        Result none = sextant("journal", "show", "--order", "999");
        assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(none.err()).contains("No order #999");
        assertThat(sextant("journal", "show", "--order", "x").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void provesAJournalAndNamesTheFirstBadRecord() throws Exception {
        trade();

        Result whole = sextant("journal", "verify", "--json");
        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.json().get("verdict").asString()).isEqualTo("WHOLE");
        long records = whole.json().get("records").asLong();
        assertThat(whole.json().get("anchoredTo").asLong()).isEqualTo(records);
        String writtenDown = records + ":" + whole.json().get("link").asString();
        assertThat(sextant("journal", "verify", "--expect", writtenDown).out()).contains("is whole", writtenDown);

        try (DeskSession desk = open()) {
            assertThat(desk.folder()).exists();
            assertThat(sextant("journal", "verify", "--expect", writtenDown).code())
                    .isZero();
        }

        Path segment = segment();
        byte[] content = Files.readAllBytes(segment);
        content[content.length / 2] ^= 4;
        Files.write(segment, content);
        Result changed = sextant("journal", "verify", "--json");
        assertThat(changed.code()).isEqualTo(ExitCode.NOT_AS_WRITTEN);
        assertThat(changed.json().get("firstBadRecord").get("change").asString())
                .isEqualTo("CHANGED");
        assertThat(changed.json().get("firstBadRecord").get("offset").asLong()).isLessThanOrEqualTo(content.length / 2);
        assertThat(sextant("journal", "verify").out())
                .contains("NOT AS IT WAS WRITTEN", "First bad record", "journal-0000000000000000001.seg");

        content[content.length / 2] ^= 4;
        Files.write(segment, content);
        Files.delete(data.resolve("simulated/journal/journal.chain"));
        Result unproven = sextant("journal", "verify");
        assertThat(unproven.code()).isEqualTo(ExitCode.NOT_PROVEN);
        assertThat(unproven.out()).contains("NOT PROVEN");
        assertThat(sextant("journal", "verify", "--expect", "nonsense").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysThatThereIsNoDesk() {
        assertThat(sextant("journal", "verify").code()).isEqualTo(ExitCode.DATA);
        assertThat(sextant("journal", "show", "--order", "1").code()).isEqualTo(ExitCode.DATA);
        assertThat(sextant("journal").code()).isEqualTo(ExitCode.USAGE);
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("simulated/journal"))) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private DeskSession open() {
        DeskOptions options = new DeskOptions(
                Optional.of(data),
                Optional.of(7L),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ChangeMarketPace.UNLIMITED),
                DeskMending.NOTHING);
        return DeskSession.open(options, said -> {});
    }

    /** Buys twice, sells once, and cancels a fourth order, which is returned. */
    private OrderId trade() throws Exception {
        try (DeskSession desk = open()) {
            EngineClient client = desk.client();
            MarketState market = ask(client, new Query.Market(BTC));
            while (market.depth().asks().isEmpty() || market.depth().bids().isEmpty()) {
                market = ask(client, new Query.Market(BTC));
            }
            place(client, OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.05"), OrderOrigin.TICKET));
            place(client, OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.03"), OrderOrigin.TICKET));
            untilFilled(client, "0.08");
            place(client, OrderDraft.market(BTC, Side.SELL, Quantity.parse("0.02"), OrderOrigin.TICKET));
            untilFilled(client, "0.1");
            submit(client, new ChangeMarketPace(1, false));
            double bid = ask(client, new Query.Market(BTC))
                    .depth()
                    .bids()
                    .getFirst()
                    .price()
                    .toDouble();
            Price far = Price.of((long) (bid * 0.998), 0);
            OrderId order =
                    place(client, OrderDraft.limit(BTC, Side.BUY, Quantity.parse("0.01"), far, OrderOrigin.TICKET));
            submit(client, new CancelOrder(order));
            while (ask(client, new Query.Desk()).workingOrders().size() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
            return order;
        }
    }

    private static void untilFilled(EngineClient client, String wanted) throws Exception {
        Quantity filled = Quantity.ZERO;
        while (filled.compareTo(Quantity.parse(wanted)) < 0) {
            filled = Quantity.ZERO;
            for (Fill fill : ask(client, new Query.Fills(100))) {
                filled = filled.plus(fill.quantity());
            }
        }
    }

    private OrderId place(EngineClient client, OrderDraft draft) throws Exception {
        Answer answer = submit(client, new PlaceOrder(draft));
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).order().orElseThrow();
    }

    private Answer submit(EngineClient client, Command command) throws Exception {
        return client.submit(new CommandKey("test-" + ++keys), command)
                .toCompletableFuture()
                .get();
    }

    private static <R> R ask(EngineClient client, Query<R> query) throws Exception {
        return client.ask(query).toCompletableFuture().get();
    }

    private Result sextant(String... arguments) {
        String[] all = Stream.concat(Stream.of("--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SextantCommand.execute(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
