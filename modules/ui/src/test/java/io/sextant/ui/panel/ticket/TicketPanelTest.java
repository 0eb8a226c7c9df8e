package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.signal.OrderProposed;
import io.sextant.ui.signal.PriceChosen;
import io.sextant.ui.signal.WorkWith;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TicketPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, TicketController::new, language, 320, 680);
    }

    @ParameterizedTest
    @LanguageInTurn
    void typesAnOrderSeesItsEstimateAndConfirmsItByKeyboard(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-price", english ? "60000.5" : "60000,5");
            panel.type("#ticket-size", english ? "0.25" : "0,25");
            panel.awaitText("#ticket-estimate-value", english ? "15,000.13\u00a0USDT" : "15\u202f000,13\u00a0USDT");
            panel.awaitText("#ticket-estimate-fee", english ? "7.50\u00a0USDT" : "7,50\u00a0USDT");
            panel.awaitText("#ticket-estimate-position", english ? "0 \u2192 +0.25" : "0 \u2192 +0,25");

            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .isEqualTo(
                            english
                                    ? "Buy 0.25 BTC-USDT at 60,000.5 USDT or lower, until cancelled."
                                    : "Acheter 0,25 BTC-USDT à 60\u202f000,5 USDT ou moins, jusqu’à annulation.");
            assertThat(engine.submitted(PlaceOrder.class)).as("before the yes").isEmpty();

            panel.press(KeyCode.ENTER);
            panel.await("the order", () -> !engine.submitted(PlaceOrder.class).isEmpty());
            assertThat(engine.submitted(PlaceOrder.class))
                    .containsExactly(new PlaceOrder(new OrderDraft(
                            FakeInstruments.BTC,
                            Side.BUY,
                            OrderType.limit(Price.parse("60000.5")),
                            Quantity.parse("0.25"),
                            TimeInForce.GOOD_TILL_CANCELLED,
                            OrderOrigin.TICKET,
                            "")));
            panel.await(
                    "its state",
                    () -> panel.text("#ticket-message")
                            .startsWith(
                                    english
                                            ? "Order #1: working, 0 of 0.25"
                                            : "Ordre #1\u00a0: en carnet, 0 sur 0,25"));
        }
    }

    @Test
    void takesAnOrderThatIsProposedForItsInstrumentAndSendsNothing(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            propose(panel, new OrderProposed(FakeInstruments.HALO, Side.BUY, Quantity.parse("7")));
            assertThat(panel.find("#ticket-size", TextField.class).getText())
                    .as("of another instrument")
                    .isEqualTo("1");
            propose(panel, new OrderProposed(FakeInstruments.BTC, Side.SELL, Quantity.parse("0.25")));
            panel.await(
                    "the size",
                    () -> panel.find("#ticket-size", TextField.class).getText().equals("0.25"));
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question")).startsWith("Sell 0.25 BTC-USDT");
            assertThat(engine.submitted(PlaceOrder.class)).as("before the yes").isEmpty();
        }
    }

    private static void propose(PanelTester panel, OrderProposed proposed) {
        panel.onFxThread(() -> {
            panel.desk().context().signals().send(proposed);
            return true;
        });
    }

    @ParameterizedTest
    @LanguageInTurn
    void asksForAMomentAndSaysAllThatIsSpecialBeforeTheYes(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            assertThat(panel.isVisible("#ticket-ends")).isFalse();
            panel.focus(panel.find("#ticket-stays", ComboBox.class))
                    .press(KeyCode.DOWN)
                    .press(KeyCode.DOWN);
            panel.await("the moment's field", () -> panel.isVisible("#ticket-ends"));
            panel.type("#ticket-ends", "2030-01-02 03:04");
            panel.click("#ticket-post-only").click("#ticket-reduce-only");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .endsWith(
                            english
                                    ? "until a moment. It ends at 2030-01-02 03:04. It may only rest. It may only reduce the"
                                            + " position."
                                    : "jusqu’à un moment. Il prend fin le 2030-01-02 03:04. Il ne peut qu’attendre dans le"
                                            + " carnet. Il ne peut que réduire la position.");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void placesAStopThatSaysWhereItWaits(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.click("#ticket-side-sell").click("#ticket-kind-stop");
            panel.await("the trigger's field", () -> panel.isVisible("#ticket-trigger"));
            assertThat(panel.text("#ticket-waits-here")).contains("Sextant");
            panel.type("#ticket-trigger", "60000").type("#ticket-size", "1");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .isEqualTo(
                            english
                                    ? "Once BTC-USDT trades at 60,000.0 USDT or below, sell 1 at the market, until cancelled."
                                    : "Dès que BTC-USDT traite à 60\u202f000,0 USDT ou moins, vendre 1 au marché, jusqu’à"
                                            + " annulation.");
            panel.press(KeyCode.ENTER);
            panel.await("the order", () -> !engine.submitted(PlaceOrder.class).isEmpty());
            assertThat(engine.submitted(PlaceOrder.class))
                    .extracting(order -> order.draft().type())
                    .containsExactly(new OrderType.Stop(Price.parse("60000")));
        }
    }

    @Test
    void sellsAtTheMarketByMouse(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#ticket-side-sell").click("#ticket-kind-market").type("#ticket-size", "0.1");
            panel.await("a reviewable order", () -> !panel.isDisabled("#ticket-review"));
            panel.click("#ticket-review");
            assertThat(panel.text("#ticket-question")).isEqualTo("Sell 0.1 BTC-USDT at the market.");
            panel.click("#ticket-send");
            panel.await("the order", () -> !engine.submitted(PlaceOrder.class).isEmpty());
            assertThat(engine.submitted(PlaceOrder.class).getFirst().draft())
                    .isEqualTo(OrderDraft.market(
                            FakeInstruments.BTC, Side.SELL, Quantity.parse("0.1"), OrderOrigin.TICKET));
            panel.await("the fill", () -> panel.text("#ticket-message").contains("filled, 0.1 of 0.1 at"));
            panel.await("the position", () -> panel.text("#ticket-held").equals("Position \u22120.1"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void isDisabledWithTheGatesSentenceAndRefusesTheKeys(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "100");
            String sentence = language == Language.ENGLISH
                    ? "The value 6,000,000.00\u00a0USDT is above the limit of 500,000.00\u00a0USDT an order."
                    : "La valeur 6\u202f000\u202f000,00\u00a0USDT dépasse la limite de 500\u202f000,00\u00a0USDT par ordre.";
            panel.awaitText("#ticket-message", sentence);
            assertThat(panel.isDisabled("#ticket-review")).isTrue();
            panel.press(KeyCode.CONTROL, KeyCode.ENTER).press(KeyCode.ENTER);
            assertThat(panel.isVisible("#ticket-confirmation")).isFalse();
            panel.type("#ticket-size", "1");
            panel.await("the way is free", () -> !panel.isDisabled("#ticket-review"));
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
        }
    }

    @Test
    void theKillSwitchStopsTheTicketWhileItIsOpen(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.await("the way is free", () -> !panel.isDisabled("#ticket-review"));
            engine.submit(new CommandKey("kill"), new EngageKillSwitch("fat fingers"));
            panel.awaitText("#ticket-message", "The kill switch is on: fat fingers");
            assertThat(panel.isDisabled("#ticket-review")).isTrue();
        }
    }

    @Test
    void theQuestionLapsesWhenThePriceChanges(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            panel.run(() -> panel.desk()
                    .context()
                    .signals()
                    .send(new PriceChosen(FakeInstruments.BTC, Price.parse("59999.9"), Optional.of(Side.SELL))));
            panel.await("the question is gone", () -> !panel.isVisible("#ticket-confirmation"));
            panel.press(KeyCode.ENTER);
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
            assertThat(panel.text("#ticket-price")).isEqualTo("59999.9");
        }
    }

    @Test
    void escapeTakesTheQuestionBack(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER).press(KeyCode.ESCAPE);
            panel.await("the question is gone", () -> !panel.isVisible("#ticket-confirmation"));
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
        }
    }

    @Test
    void tellsTheRefusalThatComesAsAnAnswer(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.FRENCH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            engine.refuseNext(Refusal.of(RefusalCode.EMPTY_BOOK, FakeInstruments.BTC));
            panel.press(KeyCode.CONTROL, KeyCode.ENTER).press(KeyCode.ENTER);
            panel.await("the refusal", () -> panel.text("#ticket-message").contains("BTC-USDT"));
        }
    }

    @Test
    void aLostAnswerIsSentAgainAndSaysThatThisIsSafe(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").type("#ticket-size", "1");
            panel.press(KeyCode.CONTROL, KeyCode.ENTER);
            engine.breakConnection("the line is down");
            panel.press(KeyCode.ENTER);
            panel.await("the bad news", () -> panel.text("#ticket-message").contains("the line is down"));
            assertThat(panel.text("#ticket-send")).isEqualTo("Send again");
            engine.healConnection();
            panel.click("#ticket-send");
            panel.await("the order", () -> engine.submitted(PlaceOrder.class).size() == 1);
        }
    }

    @Test
    void arrowsAndButtonsStepByTickAndLot(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "60000").press(KeyCode.UP).press(KeyCode.SHIFT, KeyCode.UP);
            assertThat(panel.text("#ticket-price")).isEqualTo("60001.1");
            panel.click("#ticket-price-down");
            assertThat(panel.text("#ticket-price")).isEqualTo("60001");
            panel.type("#ticket-size", "0.00001").press(KeyCode.UP);
            assertThat(panel.text("#ticket-size")).isEqualTo("0.00002");
        }
    }

    @Test
    void aShareOfTheEquityBecomesAQuantity(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#ticket-price", "50000").click("#ticket-preset-4");
            panel.awaitText("#ticket-estimate-quantity", "2\u00a0BTC");
        }
    }

    @Test
    void saysHowLongAnOrderStaysInTheLanguageOfTheMoment(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("English", () -> stays(panel).equals("Until cancelled"));
            panel.switchTo(Language.FRENCH);
            panel.await("French", () -> stays(panel).equals("Jusqu’à annulation"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void handsWhatStandsOnItToAnAlgorithmAndSendsNothing(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        List<WorkWith> wishes = new ArrayList<>();
        try (PanelTester panel = open(robot, language)) {
            panel.run(() -> panel.desk().context().signals().on(WorkWith.class, wishes::add));
            panel.click("#ticket-side-sell").type("#ticket-price", "60000").type("#ticket-size", "2");
            panel.run(() -> panel.find("#ticket-work-with", MenuButton.class).show());
            robot.clickOn(english ? "Limit chaser" : "Limite suiveuse");
            assertThat(wishes)
                    .containsExactly(new WorkWith(
                            ParentKind.CHASER,
                            FakeInstruments.BTC,
                            Side.SELL,
                            Optional.of(Quantity.parse("2")),
                            Optional.of(Price.parse("60000"))));
            assertThat(engine.submitted(PlaceOrder.class)).isEmpty();
        }
    }

    private static String stays(PanelTester panel) {
        return panel.find("#ticket-stays", ComboBox.class).getButtonCell().getText();
    }
}
