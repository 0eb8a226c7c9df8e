package io.sextant.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.GateState;
import io.sextant.domain.position.Position;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.ui.assistant.AssistantDesk.Sentence;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.DraftEnded;
import io.sextant.ui.assistant.AssistantNews.Drafted;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.i18n.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command of the list, from its words to what it does to a simulated desk on a real engine. */
class AssistantSessionTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private static String in(Language language, String english, String french) {
        return language == Language.ENGLISH ? english : french;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandDoesWhatItSaysAndNothingTradesWithoutItsYes(Language language) throws Exception {
        try (TalkedDesk desk = new TalkedDesk(folder, language)) {
            host(desk);
            showsAndTells(desk, language);
            tradesByItsOwnYes(desk, language);
            switchesByItsOwnYesAndKillsAtOnce(desk, language);
        }
    }

    private static void showsAndTells(TalkedDesk desk, Language language) throws Exception {
        assertThat(desk.say(in(language, "show me the risk", "montre le risque"), AssistantNews.ShowPanel.class)
                        .panel())
                .isEqualTo("risk-monitor");
        assertThat(desk.say(
                        in(
                                language,
                                "show the five minute chart of bitcoin",
                                "montre le graphique cinq minutes de bitcoin"),
                        AssistantNews.ShowChart.class))
                .isEqualTo(new AssistantNews.ShowChart(BTC, Optional.of(Timeframe.M5)));
        assertThat(desk.say(
                                in(language, "show one hour bars", "montre les bougies d'une heure"),
                                AssistantNews.ShowTimeframe.class)
                        .timeframe())
                .isEqualTo(Timeframe.H1);
        assertThat(desk.say(
                        in(
                                language,
                                "run the backtest of sma-cross on bitcoin",
                                "lance le backtest de sma-cross sur bitcoin"),
                        AssistantNews.RunBacktest.class))
                .isEqualTo(new AssistantNews.RunBacktest("sma-cross", Optional.of(BTC)));
        assertThat(desk.say(in(language, "rebalance", "rééquilibre"), AssistantNews.ShowPanel.class)
                        .panel())
                .isEqualTo("optimiser");
        assertThat(desk.answer(in(language, "what is the price of bitcoin", "quel est le prix du bitcoin"))
                        .parts())
                .anyMatch(part ->
                        part instanceof Part.Figure figure && figure.source().equals("market:BTC-USDT"));
        for (String question : List.of(
                in(language, "what is my risk", "quel est mon risque"),
                in(language, "what is my profit", "quel est mon résultat"),
                in(language, "what is my position in bitcoin", "quelle est ma position en bitcoin"),
                in(language, "why did you buy bitcoin", "pourquoi as-tu acheté du bitcoin"),
                in(language, "why is my risk up", "pourquoi mon risque a augmenté"),
                in(language, "what if the market falls 10 percent", "et si le marché baisse de 10 pour cent"),
                in(language, "what if bitcoin falls 10 percent", "et si bitcoin baisse de 10 pour cent"),
                in(language, "what changed since yesterday?", "qu'est-ce qui a changé depuis hier ?"),
                in(language, "help", "aide"),
                // Last, for what models say once they have learned is told whenever that is.
                in(language, "what is the forecast for it", "quelle est la prévision pour bitcoin"))) {
            Line answer = desk.answer(question);
            assertThat(answer.who()).as(question).isEqualTo(Who.ASSISTANT);
            assertThat(answer.text())
                    .as(question)
                    .isNotBlank()
                    .doesNotContain("did not understand", "pas compris", "no command");
        }
        assertThat(desk.state().workingOrders()).isEmpty();
    }

    private static void tradesByItsOwnYes(TalkedDesk desk, Language language) throws Exception {
        String yes = in(language, "yes", "oui");
        Drafted order = desk.say(in(language, "buy 0.4 btc", "achète 0,4 btc"), Drafted.class);
        assertThat(order.sends())
                .containsExactly(in(language, "Buy 0.4 BTC-USDT at the market.", "Acheter 0,4 BTC-USDT au marché."));
        assertThat(order.effects()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(order.lifeMillis()).isBetween(1L, 15_000L);
        assertThat(desk.state().positions()).isEmpty();
        desk.assistant.discard(order.id());
        desk.next(DraftEnded.class, ended -> ended.id() == order.id(), "discarded");
        desk.answer(yes);
        assertThat(orders(desk)).as("nothing of it was sent").isZero();

        Drafted again = desk.say(in(language, "buy 0.4 btc", "achète 0,4 btc"), Drafted.class);
        desk.assistant.confirm(again.id());
        desk.assistant.confirm(again.id());
        await("bought", () -> held(desk).isPresent());
        // The tables follow the journal a moment later.
        await("noted", () -> orders(desk) > 0);
        assertThat(orders(desk)).as("confirmed once").isEqualTo(1);

        confirmed(desk, in(language, "set a stop on it at 5 percent", "place un stop sur bitcoin à 5 pour cent"), yes);
        confirmed(desk, in(language, "cancel the bitcoin orders", "annule les ordres sur bitcoin"), yes);
        confirmed(desk, in(language, "reduce exposure by 50 percent", "réduis l'exposition de 50 pour cent"), yes);
        await(
                "half is left",
                () -> held(desk)
                        .filter(size -> new java.math.BigDecimal(size).compareTo(new java.math.BigDecimal("0.2")) == 0)
                        .isPresent());
        confirmed(desk, in(language, "close all positions", "ferme toutes les positions"), yes);
        await("all is closed", () -> held(desk).isEmpty());
    }

    private static void switchesByItsOwnYesAndKillsAtOnce(TalkedDesk desk, Language language) throws Exception {
        String yes = in(language, "yes", "oui");
        confirmed(desk, in(language, "pause trading", "mets le trading en pause"), yes);
        assertThat(gate(desk)).isEqualTo(GateState.REDUCING);
        confirmed(desk, in(language, "stop trading", "arrête le trading"), yes);
        assertThat(gate(desk)).isEqualTo(GateState.HALTED);
        confirmed(desk, in(language, "start trading", "démarre le trading"), yes);
        assertThat(gate(desk)).isEqualTo(GateState.ACTIVE);
        confirmed(desk, in(language, "switch to the defensive regime", "passe en régime défensif"), yes);
        assertThat(desk.engine().ask(new Query.Settings()).toCompletableFuture().join())
                .hasEntrySatisfying(
                        RegimeSettings.OVERRIDE, value -> assertThat(value).startsWith("DEFENSIVE"));
        confirmed(
                desk,
                in(language, "alert me when bitcoin goes above 1000000", "alerte-moi quand bitcoin dépasse 1000000"),
                yes);
        assertThat(AlertBook.of(desk.engine()
                                .ask(new Query.Settings())
                                .toCompletableFuture()
                                .join())
                        .alerts())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.plan().condition().text()).isEqualTo("price BTC-USDT above 1000000"));
        confirmed(desk, in(language, "start trend one", "démarre trend one"), yes);
        await("it runs", () -> stage(desk) == HostedStage.RUNNING);
        confirmed(desk, in(language, "pause trend one", "mets trend one en pause"), yes);
        await("it is paused", () -> stage(desk) == HostedStage.PAUSED);
        confirmed(desk, in(language, "stop trend one", "arrête trend one"), yes);
        await("it is stopped", () -> stage(desk) == HostedStage.STOPPED);

        desk.say(in(language, "kill switch", "arrêt d'urgence"), Line.class);
        await("the kill switch acts", () -> desk.state().killSwitchEngaged());
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "FRENCH")
    void whatIsMissingHasItsSentenceAndTypingGoesOn(Language language) throws Exception {
        Path broken = Files.createDirectories(folder.resolve("models/voice/" + language.tag()));
        try (TalkedDesk desk = new TalkedDesk(folder, language)) {
            Standing standing = desk.next(Standing.class, known -> true, "what there is");
            assertThat(standing.state()).isEqualTo(ModelState.BROKEN);
            assertThat(standing.suggestions()).hasSizeGreaterThan(3);
            Files.delete(broken);
            desk.assistant.lookAgain();
            assertThat(desk.next(Standing.class, known -> true, "without a model")
                            .state())
                    .isEqualTo(ModelState.NONE);
            desk.assistant.installModel(folder.resolve("nothing.zip"));
            assertThat(desk.next(Line.class, line -> line.who() == Who.TROUBLE, "no such file")
                            .text())
                    .contains("nothing.zip");
            desk.assistant.listen();
            assertThat(desk.next(Line.class, line -> line.who() == Who.TROUBLE, "nothing to listen with")
                            .text())
                    .isNotBlank();
            assertThat(desk.answer(in(language, "what is my balance", "quel est mon solde"))
                            .who())
                    .isEqualTo(Who.ASSISTANT);
            assertThat(desk.assistant.read(in(language, "buy 0.1 btc", "achète 0,1 btc")))
                    .isEqualTo(Sentence.DRAFTS);
            assertThat(desk.assistant.read(in(language, "what is my risk", "quel est mon risque")))
                    .isEqualTo(Sentence.TELLS);
            assertThat(desk.assistant.read(in(language, "yes", "oui"))).isEqualTo(Sentence.NOTHING);
            assertThat(desk.assistant.complete(in(language, "buy 0.1 bt", "achète 0.1 bt"), 3))
                    .isNotEmpty();
        }
    }

    private static void confirmed(TalkedDesk desk, String sentence, String yes) throws Exception {
        desk.standStill(true);
        Drafted draft = desk.say(sentence, Drafted.class);
        assertThat(draft.effects()).as(sentence).isNotEmpty();
        desk.news.clear();
        desk.assistant.say(yes);
        desk.next(Line.class, line -> List.of("Sent.", "Envoyé.").contains(line.text()), sentence + " " + draft);
        desk.standStill(false);
    }

    private static void host(TalkedDesk desk) throws Exception {
        HostingTerms terms = new HostingTerms(
                "trend-one",
                "sma-cross",
                Map.of(),
                List.of(BTC),
                Timeframe.M5,
                Money.parse("10000", Currency.USDT),
                new HostingLimits(Money.parse("12000", Currency.USDT), Money.parse("500", Currency.USDT), 20, 100),
                new BacktestSetup.Costs(5, 1, 1));
        assertThat(desk.engine()
                        .submit(new CommandKey("host"), new HostStrategy(terms))
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(Answer.Done.class);
        await(
                "its name is known",
                () -> desk.assistant.read("start trend one") == Sentence.DRAFTS
                        || desk.assistant.read("démarre trend one") == Sentence.DRAFTS);
    }

    private static HostedStage stage(TalkedDesk desk) {
        return desk.engine()
                .ask(new Query.HostedStrategies())
                .toCompletableFuture()
                .join()
                .strategies()
                .getFirst()
                .stage();
    }

    private static GateState gate(TalkedDesk desk) {
        return desk.engine().ask(new Query.Gate()).toCompletableFuture().join().state();
    }

    private static int orders(TalkedDesk desk) {
        return desk.engine()
                .ask(new Query.OrderHistory(10))
                .toCompletableFuture()
                .join()
                .size();
    }

    private static Optional<String> held(TalkedDesk desk) {
        return desk.state().positions().stream()
                .filter(each -> !each.isFlat())
                .map(Position::signedText)
                .findFirst();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
