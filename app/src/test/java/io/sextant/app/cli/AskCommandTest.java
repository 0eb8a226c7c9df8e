package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.ui.panel.assistant.FactLinks;
import io.sextant.voice.assistant.Assistant;
import io.sextant.voice.assistant.Fact;
import io.sextant.voice.assistant.Piece;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Questions to a real desk over a simulated market. */
class AskCommandTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int PATIENCE_SECONDS = 60;

    private static final List<String> ENGLISH = List.of(
            "What is the price of bitcoin?",
            "What is your forecast for bitcoin?",
            "How good were your bitcoin forecasts this month?",
            "What regime is bitcoin in?",
            "What do I hold?",
            "How much did I make today?",
            "What is my balance?",
            "How much did I pay in fees?",
            "What orders are open?",
            "What is my risk?",
            "What are my three biggest risks?",
            "Why is my risk up?",
            "What would happen in a 2008?",
            "What if everything falls 20 percent",
            "What if bitcoin falls 10 percent",
            "How close am I to my limits?",
            "Why did you buy bitcoin?",
            "Why sell it now?",
            "Explain the last fill",
            "What changed since yesterday?",
            "Which strategies are running?",
            "Is everything okay?",
            "What can you do?");

    @TempDir
    Path folder;

    private static void buy(EngineClient engine) throws Exception {
        engine.submit(
                        new CommandKey("buy"),
                        new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET)))
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (engine.ask(new Query.Fills(1)).toCompletableFuture().join().isEmpty()) {
            assertThat(System.nanoTime()).as("filled in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void everySubjectIsAnsweredAndEveryFigureOfItIsAFactOfTheDesk() throws Exception {
        try (DeskSession session = DeskSession.open(DeskOptions.in(folder), what -> {})) {
            EngineClient engine = session.client();
            buy(engine);
            Assistant assistant = assistant(engine, Language.ENGLISH);
            for (String question : ENGLISH) {
                Said said = assistant.answer(question);
                assertThat(said.text()).as(question).isNotBlank().doesNotContain("did not understand");
                assertThat(said.facts())
                        .as("each figure leads to the panel that shows it")
                        .allMatch(fact -> FactLinks.findPanel(fact.source()).isPresent());
                for (Piece piece : said.pieces()) {
                    if (piece instanceof Piece.Words(String words)) {
                        assertThat(words)
                                .as(question)
                                .satisfiesAnyOf(
                                        plain -> assertThat(plain).doesNotContainPattern("\\d"),
                                        name -> assertThat(name).isIn(names(engine)));
                    }
                }
            }
            theTradeIsExplainedByItsPassport(engine);
            String held = assistant.answer("What is my position in bitcoin?").text();
            assertThat(held).contains("0.5 BTC-USDT");
            assertThat(assistant(engine, Language.FRENCH)
                            .answer("Combien de bitcoin ai-je ?")
                            .text())
                    .contains("0,5 BTC-USDT");
        }
    }

    /** Against the passport and the fills themselves. */
    private static void theTradeIsExplainedByItsPassport(EngineClient engine) {
        OrderId order = engine.ask(new Query.Fills(1))
                .toCompletableFuture()
                .join()
                .getFirst()
                .order();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        OrderChronicle chronicle = chronicle(engine, order);
        while (chronicle.passport().isEmpty()) {
            assertThat(System.nanoTime()).as("written down in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            chronicle = chronicle(engine, order);
        }
        OrderPassport passport = chronicle.passport().orElseThrow();
        Said said = assistant(engine, Language.ENGLISH).answer("Explain this trade");
        Said french = assistant(engine, Language.FRENCH).answer("Explique ce trade");
        Map<String, String> told =
                said.facts().stream().collect(Collectors.toMap(Fact::name, Fact::value, (one, other) -> one));
        assertThat(told).containsEntry("order.number", order.toString());
        assertThat(passport.controls()).isNotEmpty();
        for (ControlReading control : passport.controls()) {
            String name = "gate." + control.code().name();
            assertThat(told.get(name).replace(",", "")).isEqualTo(control.value());
            assertThat(told.get(name + ".limit").replace(",", "")).isEqualTo(control.limit());
        }
        assertThat(new BigDecimal(told.get("cost.expectedPrice").replace(",", "")))
                .isEqualByComparingTo(passport.cost().expected().orElseThrow().toString());
        assertThat(told).containsKeys("fill.price", "cost.realPrice", "cost.realSlippageBps", "cost.realFee");
        assertThat(said.facts().stream().map(Fact::source)).contains("order:" + order);
        assertThat(french.facts().stream().map(Fact::name))
                .isEqualTo(said.facts().stream().map(Fact::name).toList());
        assertThat(assistant(engine, Language.ENGLISH)
                        .answer("Explain order 999")
                        .text())
                .isEqualTo("No such trade is known.");
    }

    private static OrderChronicle chronicle(EngineClient engine, OrderId order) {
        return engine.ask(new Query.Chronicle(order))
                .toCompletableFuture()
                .join()
                .orElseThrow();
    }

    private static List<String> names(EngineClient engine) {
        List<String> names =
                new java.util.ArrayList<>(engine.ask(new Query.Instruments()).toCompletableFuture().join().stream()
                        .map(one -> one.id().symbol())
                        .toList());
        names.add(Timeframe.H1.label());
        return names;
    }

    private static Assistant assistant(EngineClient engine, Language language) {
        return new Assistant(
                engine,
                language,
                Vocabulary.of(
                        language,
                        SpokenInstruments.of(engine.ask(new Query.Instruments())
                                .toCompletableFuture()
                                .join())),
                Timeframe.H1,
                ZoneOffset.UTC);
    }

    @Test
    void anOrderInWordsIsADraftAndNothingIsDone() {
        String data = folder.toString();
        CliRun run = CliRun.of("--data", data, "ask", "vends la moitié du bitcoin", "--lang", "fr", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode answer = run.json();
        assertThat(answer.path("draft").path("intent").asString()).isEqualTo("sell");
        assertThat(answer.path("draft").path("slots").path("share").asString()).isEqualTo("50%");
        CliRun orders = CliRun.of("--data", data, "ask", "What orders are open?", "--json");
        assertThat(orders.json().path("answer").asString()).isEqualTo("No order is working.");
        assertThat(orders.json().path("facts").size()).isZero();
        assertThat(orders.json().has("draft")).isFalse();
        assertThat(CliRun.of("--data", data, "ask", "hello", "--lang", "de").code())
                .isEqualTo(ExitCode.USAGE);
    }
}
