package io.sextant.ui.panel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.source.SourceResult;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Toasts;
import io.sextant.ui.shell.Toasts.Toast;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class JournalPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, JournalController::new, language, 900, 360);
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsWhatWasAndWhatHappensNewestFirst(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.await(
                    "the start", () -> first(panel).startsWith(english ? "The engine started" : "Le moteur a démarré"));
            engine.submit(new CommandKey("k"), new EngageKillSwitch("fat fingers"));
            panel.await(
                    "the kill switch",
                    () -> first(panel)
                            .equals(
                                    english
                                            ? "The kill switch is on. All orders are stopped: fat fingers"
                                            : "L’arrêt d’urgence est enclenché. Tous les ordres sont bloqués\u00a0: fat fingers"));
            panel.switchTo(english ? Language.FRENCH : Language.ENGLISH);
            panel.await("the other language", () -> first(panel).startsWith(english ? "L’arrêt" : "The kill switch"));
        }
    }

    @Test
    void kindsAndWordsLetThrough(FxRobot robot) {
        HeadlinePublished news = SampleEvents.headline("unknown.1");
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            engine.push(new HeadlinePublished(engine.nextPosition(), news.timeNanos(), news.headline()));
            panel.await("two entries", () -> size(panel) == 2);
            panel.click("#journal-kind-news");
            assertThat(size(panel)).isEqualTo(1);
            panel.click("#journal-kind-news").click("#journal-kind-system");
            assertThat(first(panel)).contains("Halo Optics");
            panel.type("#journal-filter", "nothing like it");
            assertThat(size(panel)).isZero();
        }
    }

    @Test
    void showsTheToneOfAHeadlineWithWhatItIsWorth(FxRobot robot) {
        Headline news = new Headline(
                engine.nowNanos(), List.of(), "", List.of(), "Halo Optics upgraded, shares surge", "Plover Wire");
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            engine.push(new HeadlinePublished(engine.nextPosition(), news.timeNanos(), news));
            panel.await("the tone", () -> tone(panel).equals("+ positive"));
            assertThat(firstCell(panel).orElseThrow().getAccessibleText())
                    .contains("Halo Optics", "+ positive", "accuracy 0.775, macro-F1 0.695", "2,500 English");
            panel.switchTo(Language.FRENCH);
            panel.await("the other language", () -> tone(panel).equals("+ positif"));
            assertThat(firstCell(panel).orElseThrow().getTooltip().getText()).contains("exactitude 0,775");
        }
    }

    @Test
    void tellsWhenANewsSourceIsGoneAndBack(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            SourceResult gone = new SourceResult(
                    SourceResult.Kind.NEWS, "Wire", SourceResult.Outcome.FAILED, 1, "wire.example cannot be reached");
            engine.submit(new CommandKey("s"), gone.toSetting());
            panel.await("gone", () -> first(panel).startsWith("The news source Wire cannot be read: wire.example"));
            panel.click("#journal-kind-news");
            assertThat(size(panel)).isEqualTo(1);
        }
    }

    @Test
    void holdsStillDuringAPauseAndCounts(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the start", () -> size(panel) == 1);
            panel.click("#journal-pause");
            engine.submit(new CommandKey("k"), new EngageKillSwitch("test"));
            panel.awaitText("#journal-pause", "1 new");
            assertThat(size(panel)).isEqualTo(1);
            panel.click("#journal-pause");
            assertThat(size(panel)).isEqualTo(2);
        }
    }

    @Test
    void raisesWhatMustNotBeOverlookedEvenWhenHidden(FxRobot robot) {
        engine.push(new EngineStarted(
                engine.nextPosition(), engine.nowNanos(), TradingMode.SIMULATED, 7, 90, 17, "torn record"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            List<Toast> raised = new ArrayList<>();
            panel.run(() -> panel.desk()
                    .context()
                    .toasts()
                    .latestProperty()
                    .addListener((property, before, now) -> raised.add(now)));
            panel.run(panel.panel()::onHide);
            panel.run(panel.panel()::onOpen);
            engine.submit(
                    new CommandKey("o"),
                    new PlaceOrder(OrderDraft.market(
                            FakeInstruments.BTC, Side.BUY, Quantity.parse("900"), OrderOrigin.TICKET)));
            engine.push(new FeedChanged(
                    engine.nextPosition(), engine.nowNanos(), "simulated", FeedStatus.STALE, "no trade"));
            engine.submit(new CommandKey("k"), new EngageKillSwitch("enough"));
            AlertFiring fired = new AlertFiring(
                    1,
                    "btc-low",
                    AlertPriority.URGENT,
                    "price BTC-USDT below 50000",
                    "49990.5",
                    engine.nowNanos(),
                    engine.nowNanos(),
                    0,
                    engine.nowNanos(),
                    List.of());
            engine.submit(new CommandKey("a"), fired.toSetting());
            panel.await("five alerts", () -> raised.size() == 5);
            assertThat(raised)
                    .extracting(Toast::title)
                    .containsExactly(
                            "Journal repaired at start",
                            "Order refused",
                            "Trouble with market data",
                            "Kill switch on",
                            "btc-low");
            assertThat(raised.getLast().kind()).isEqualTo(Toasts.Kind.FAILURE);
            assertThat(raised.getLast().text()).contains("BTC-USDT", "49,990.5");
            panel.run(panel.panel()::onClose);
        }
    }

    private static int size(PanelTester panel) {
        ListView<?> list = panel.find("#journal-list", ListView.class);
        return panel.onFxThread(() -> list.getItems().size());
    }

    private static String first(PanelTester panel) {
        return firstCell(panel).map(cell -> panel.onFxThread(cell::getText)).orElse("");
    }

    private static String tone(PanelTester panel) {
        return firstCell(panel)
                .map(cell -> panel.onFxThread(() -> (Label) cell.lookup(".tone")))
                .map(Label::getText)
                .orElse("");
    }

    private static Optional<ListCell<?>> firstCell(PanelTester panel) {
        ListView<?> list = panel.find("#journal-list", ListView.class);
        return panel.onFxThread(() -> list.lookupAll(".journal-cell").stream()
                .<ListCell<?>>map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == 0)
                .findFirst());
    }
}
