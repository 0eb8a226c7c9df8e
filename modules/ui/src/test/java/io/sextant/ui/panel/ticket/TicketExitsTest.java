package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ExitStop;
import io.sextant.ui.exits.Measure;
import io.sextant.ui.exits.StopKind;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeBrackets;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TicketExitsTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, TicketController::new, language, 340, 980);
        panel.type("#ticket-price", "60000").type("#ticket-size", "1");
        panel.click("#ticket-exits");
        panel.await("the fields", () -> panel.isVisible("#ticket-target"));
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void sendsTheBracketThatTheQuestionTells(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-target", "61000").type("#ticket-stop", "59500");
            panel.awaitText(
                    "#ticket-exits-at-target",
                    english ? "+1,000.00\u00a0USDT · 2.00 R" : "+1\u202f000,00\u00a0USDT · 2,00 R");
            assertThat(panel.text("#ticket-exits-at-stop"))
                    .isEqualTo(english ? "about \u2212500.00\u00a0USDT" : "environ \u2212500,00\u00a0USDT");
            assertThat(panel.text("#ticket-exits-note")).contains(english ? "60,000.0" : "60\u202f000,0");
            assertThat(panel.text("#ticket-exits-waits")).contains("Sextant");

            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .startsWith(
                            english
                                    ? "Buy 1 BTC-USDT at 60,000.0 USDT or lower, until cancelled. Target at"
                                            + " 61,000.0\u00a0USDT. Stop at 59,500.0\u00a0USDT."
                                    : "Acheter 1 BTC-USDT à 60\u202f000,0 USDT ou moins, jusqu’à annulation. Objectif à"
                                            + " 61\u202f000,0\u00a0USDT. Stop à 59\u202f500,0\u00a0USDT.")
                    .endsWith(panel.text("#ticket-exits-waits"));
            assertThat(engine.submitted(PlaceBracket.class))
                    .as("before the yes")
                    .isEmpty();
            panel.press(KeyCode.ENTER);
            panel.await(
                    "the bracket", () -> engine.submitted(PlaceBracket.class).size() == 1);
            assertThat(engine.submitted(PlaceBracket.class))
                    .containsExactly(new PlaceBracket(new BracketTerms(
                            new BracketTerms.Opening.ByOrder(OrderDraft.limit(
                                    FakeInstruments.BTC,
                                    Side.BUY,
                                    Quantity.parse("1"),
                                    Price.parse("60000"),
                                    OrderOrigin.TICKET)),
                            BracketExits.of(Price.parse("61000"), Price.parse("59500")))));
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
            panel.await("the number", () -> panel.text("#ticket-message").contains(FakeBrackets.NUMBER.toString()));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void measuresExitsInMoneyAndPercentFromTheEntry(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.click("#ticket-side-sell");
            choose(panel, "#ticket-target-measure", Measure.PERCENT);
            choose(panel, "#ticket-stop-measure", Measure.DISTANCE);
            panel.type("#ticket-target", english ? "1.5" : "1,5").type("#ticket-stop", english ? "250.5" : "250,5");
            choose(panel, "#ticket-break-even-measure", Measure.PERCENT);
            panel.type("#ticket-break-even", "1").type("#ticket-exit-minutes", "30");
            confirm(panel);
            assertThat(sent())
                    .isEqualTo(new BracketExits(
                            Price.parse("59100"),
                            new ExitStop.Fixed(Price.parse("60250.5")),
                            1_800_000_000_000L,
                            Price.parse("600")));
        }
    }

    @Test
    void aTrailingStopStaysBehindByAShareOrMoney(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            choose(panel, "#ticket-stop-kind", StopKind.TRAILING);
            panel.await("the distance", () -> panel.isVisible("#ticket-trail"));
            assertThat(panel.isVisible("#ticket-stop")).isFalse();
            assertThat(panel.isVisible("#ticket-break-even"))
                    .as("the market alone moves it")
                    .isFalse();
            panel.type("#ticket-trail", "2");
            panel.awaitText("#ticket-exits-at-stop", "about \u22121,200.00\u00a0USDT");
            confirm(panel);
            assertThat(sent().stop()).isEqualTo(new ExitStop.Trailing(new Trail.ByShare(200)));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void stopsByAverageRangesSayWhereTheyWouldStandOrThatTooLittleIsKnown(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            choose(panel, "#ticket-stop-kind", StopKind.ATR);
            panel.await("the ranges", () -> panel.isVisible("#ticket-multiple"));
            choose(panel, "#ticket-timeframe", Timeframe.M5);
            panel.type("#ticket-multiple", "2").type("#ticket-length", "50");
            panel.await("the refusal", () -> panel.text("#ticket-message").contains("50"));
            assertThat(panel.isDisabled("#ticket-review")).isTrue();
            panel.type("#ticket-length", "20");
            panel.awaitText(
                    "#ticket-exits-at-stop", english ? "about \u221220.00\u00a0USDT" : "environ \u221220,00\u00a0USDT");
            confirm(panel);
            assertThat(sent().stop()).isEqualTo(new ExitStop.Atr(Timeframe.M5, 20, 2));
            choose(panel, "#ticket-stop-kind", StopKind.CHANDELIER);
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .contains(
                            english
                                    ? "Stop 2 average true ranges (20 bars of 5m) below the highest price since the entry."
                                    : "Stop à 2 amplitudes vraies moyennes (20 barres de 5m) sous le plus haut depuis"
                                            + " l’entrée.");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhatStandsInTheWayBeforeAnythingIsSent(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.await(
                    "what is missing",
                    () -> panel.text("#ticket-message")
                            .startsWith(english ? "Enter where the stop stands" : "Indiquez où se tient le stop"));
            panel.type("#ticket-stop", "60100");
            panel.await("the wrong side", () -> panel.text("#ticket-message").contains("60100"));
            assertThat(panel.isDisabled("#ticket-review")).isTrue();
            panel.type("#ticket-stop", english ? "59000.05" : "59000,05");
            panel.await("off the tick", () -> panel.text("#ticket-message").contains(english ? "59,000.05" : "000,05"));
            panel.type("#ticket-stop", "59000");
            panel.await("the way is free", () -> !panel.isDisabled("#ticket-review"));
            panel.click("#ticket-reduce-only");
            panel.await(
                    "no entry",
                    () -> panel.text("#ticket-message")
                            .startsWith(english ? "An entry opens a position" : "Une entrée ouvre une position"));
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(panel.isVisible("#ticket-confirmation")).isFalse();
        }
    }

    @Test
    void anEditOfTheExitsTakesTheQuestionBack(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-stop", "59000");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            panel.type("#ticket-stop", "58000");
            panel.await("it is gone", () -> !panel.isVisible("#ticket-confirmation"));
            panel.click("#ticket-exits");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            panel.press(KeyCode.ENTER);
            panel.await(
                    "a plain order", () -> !engine.submitted(PlaceOrder.class).isEmpty());
            assertThat(engine.submitted(PlaceBracket.class)).isEmpty();
        }
    }

    private void confirm(PanelTester panel) {
        panel.await("the way is free", () -> !panel.isDisabled("#ticket-review"));
        panel.press(KeyCode.CONTROL, KeyCode.ENTER);
        panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
        panel.press(KeyCode.ENTER);
        panel.await("the bracket", () -> !engine.submitted(PlaceBracket.class).isEmpty());
    }

    private BracketExits sent() {
        return engine.submitted(PlaceBracket.class).getLast().terms().exits();
    }

    @SuppressWarnings("unchecked")
    private static <E> void choose(PanelTester panel, String id, E choice) {
        panel.run(() -> panel.find(id, ComboBox.class).setValue(choice));
    }
}
