package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.panel.blotter.BlotterController;
import io.sextant.ui.panel.chart.ChartController;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HotKeysTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, TicketController::new, language, 340, 980);
        panel.await("the market", () -> !panel.text("#ticket-message").isEmpty());
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void aKeyDraftsThePresetAtTheMarketAndOnlyTheYesSendsIt(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            editPreset(panel, 2, SizeMode.QUANTITY, english ? "0.25" : "0,25");
            panel.click("#ticket-exits").click("#ticket-reduce-only");
            panel.press(KeyCode.ALT, KeyCode.DIGIT2);
            panel.press(KeyCode.ALT, KeyCode.S);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .isEqualTo(english ? "Sell 0.25 BTC-USDT at the market." : "Vendre 0,25 BTC-USDT au marché.");
            assertThat(engine.submitted(PlaceOrder.class)).as("before the yes").isEmpty();
            panel.press(KeyCode.ENTER);
            panel.await("the order", () -> engine.submitted(PlaceOrder.class).size() == 1);
            assertThat(engine.submitted(PlaceOrder.class).getFirst().draft())
                    .isEqualTo(OrderDraft.market(
                            FakeInstruments.BTC, Side.SELL, Quantity.parse("0.25"), OrderOrigin.TICKET));
        }
    }

    @Test
    void presetsAreRememberedAndWhatCannotBeASizeIsNotKept(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#ticket-presets-edit");
            panel.await("the editor", () -> panel.isVisible("#ticket-preset-amount-1"));
            panel.type("#ticket-preset-amount-1", "120").press(KeyCode.ENTER);
            assertThat(panel.isVisible("#ticket-preset-amount-1"))
                    .as("120 % of the equity")
                    .isTrue();
            setMode(panel, 1, SizeMode.VALUE);
            panel.type("#ticket-preset-amount-1", "1000").press(KeyCode.ENTER);
            panel.await(
                    "it is gone",
                    () -> robot.lookup("#ticket-preset-amount-1").tryQuery().isEmpty());
            assertThat(panel.text("#ticket-preset-1")).isEqualTo("1K\u00a0USDT");
            panel.click("#ticket-preset-1");
            assertThat(panel.text("#ticket-size")).isEqualTo("1000");
            panel.run(() -> panel.desk().context().settings().flush());
            assertThat(engine.settings())
                    .containsEntry("ui.ticket.preset", "0")
                    .containsEntry(
                            "ui.ticket.presets",
                            "VALUE 1000;EQUITY_SHARE 2;EQUITY_SHARE 5;EQUITY_SHARE 10;EQUITY_SHARE 25");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void cancelsTheNewestOrderAfterAYesThatNamesIt(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        place(limit("60000"));
        place(limit("59000"));
        place(limit("58000").linkedTo(new OrderLink(77, OrderLeg.CHILD)));
        try (PanelTester panel = open(robot, language)) {
            panel.press(KeyCode.ALT, KeyCode.C);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .isEqualTo(
                            english
                                    ? "Cancel order #2, of which 0.1 is open: Buy 0.1 BTC-USDT at 59,000.0 USDT or lower,"
                                            + " until cancelled."
                                    : "Annuler l’ordre #2, dont 0,1 reste ouvert\u00a0: Acheter 0,1 BTC-USDT à 59\u202f000,0"
                                            + " USDT ou moins, jusqu’à annulation.");
            assertThat(engine.submitted(CancelOrder.class)).isEmpty();
            panel.press(KeyCode.ENTER);
            panel.await("the cancel", () -> engine.submitted(CancelOrder.class).size() == 1);
            assertThat(engine.submitted(CancelOrder.class)).containsExactly(new CancelOrder(new OrderId(2)));
            panel.await("the word", () -> panel.text("#ticket-message").contains("#2"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void cancelsAllOfTheInstrumentAndFlattensIt(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        place(limit("60000"));
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        try (PanelTester panel = open(robot, language)) {
            panel.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.C);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .startsWith(
                            english
                                    ? "Cancel all that works in BTC-USDT: 1 orders"
                                    : "Annuler tout ce qui est en cours");
            panel.press(KeyCode.ESCAPE);
            assertThat(engine.submitted(CancelAllOrders.class)).isEmpty();

            panel.press(KeyCode.ALT, KeyCode.DIGIT0);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-question"))
                    .startsWith(english ? "Flatten BTC-USDT: position 0.5" : "Solder BTC-USDT\u00a0: position 0,5");
            panel.press(KeyCode.ENTER);
            panel.await(
                    "the command",
                    () -> engine.submitted(FlattenPositions.class).size() == 1);
            assertThat(engine.submitted(FlattenPositions.class).getFirst().scope())
                    .isEqualTo(new CancelScope.OneInstrument(FakeInstruments.BTC));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void asksForNoFlatteningWhenTheRecordingIsOver(Language language, FxRobot robot) {
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        engine.endFeed();
        try (PanelTester panel = open(robot, language)) {
            panel.press(KeyCode.ALT, KeyCode.DIGIT0);
            panel.await(
                    "the reason",
                    () -> panel.desk().context().toasts().latestProperty().get() != null);
            assertThat(panel.desk().context().toasts().latestProperty().get().title())
                    .startsWith(
                            language == Language.ENGLISH ? "The recording is over" : "L’enregistrement est terminé");
            assertThat(panel.isVisible("#ticket-confirmation")).isFalse();
            assertThat(engine.submitted(FlattenPositions.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void aQuestionAboutTheDeskLapsesWhenTheDeskIsAnother(Language language, FxRobot robot) {
        place(limit("60000"));
        try (PanelTester panel = open(robot, language)) {
            panel.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.C);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            place(limit("59500"));
            panel.await("it lapsed", () -> !panel.isVisible("#ticket-confirmation"));
            assertThat(panel.text("#ticket-message"))
                    .startsWith(language == Language.ENGLISH ? "What you were asked about" : "Ce qui était demandé");
            panel.press(KeyCode.ENTER);
            assertThat(engine.submitted(CancelAllOrders.class)).isEmpty();
        }
    }

    @Test
    void theQuestionOfAKeyLapsesWithTheBandToo(FxRobot robot) {
        engine.setLast(FakeInstruments.BTC, "60000");
        place(limit("50000"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.press(KeyCode.ALT, KeyCode.C);
            panel.await("the question", () -> panel.isVisible("#ticket-confirmation"));
            engine.setLast(FakeInstruments.BTC, "61000");
            panel.await("it lapsed", () -> panel.text("#ticket-message").startsWith("The market went from"));
            assertThat(engine.submitted(CancelOrder.class)).isEmpty();
        }
    }

    @Test
    void saysThatThereIsNothingToCancel(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.press(KeyCode.ALT, KeyCode.C);
            panel.await(
                    "the word",
                    () -> panel.desk().context().toasts().latestProperty().get() != null);
            assertThat(panel.isVisible("#ticket-confirmation")).isFalse();
        }
    }

    @Test
    void everyKeyIsInThePaletteAndTheListOfShortcuts(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            assertThat(panel.panel().actions())
                    .filteredOn(action ->
                            action.id().startsWith("ticket.hot-") || action.id().startsWith("ticket.preset-"))
                    .hasSize(10)
                    .allMatch(action -> action.shortcut().isPresent()
                            && action.scope() == DeskAction.Scope.WINDOW
                            && !action.title().getValue().isBlank());
        }
    }

    @Test
    void noKeyIsOneOfTheChartOrTheBlotter(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            List<KeyCombination> others = panel.onFxThread(() -> Stream.of(
                            new ChartController(panel.desk().context()),
                            new BlotterController(panel.desk().context()))
                    .flatMap(other -> other.actions().stream())
                    .flatMap(action -> action.shortcut().stream())
                    .toList());
            assertThat(panel.panel().actions())
                    .flatExtracting(action -> action.shortcut().stream().toList())
                    .doesNotContainAnyElementsOf(others);
        }
    }

    private static void editPreset(PanelTester panel, int number, SizeMode mode, String amount) {
        panel.click("#ticket-presets-edit");
        panel.await("the editor", () -> panel.isVisible("#ticket-preset-amount-" + number));
        setMode(panel, number, mode);
        panel.type("#ticket-preset-amount-" + number, amount).press(KeyCode.ENTER);
        panel.await("the button", () -> panel.text("#ticket-preset-" + number).equals(amount));
    }

    @SuppressWarnings("unchecked")
    private static void setMode(PanelTester panel, int number, SizeMode mode) {
        panel.run(() ->
                panel.find("#ticket-preset-mode-" + number, ComboBox.class).setValue(mode));
    }

    private static OrderDraft limit(String price) {
        return OrderDraft.limit(
                FakeInstruments.BTC, Side.BUY, Quantity.parse("0.1"), Price.parse(price), OrderOrigin.TICKET);
    }

    private void place(OrderDraft draft) {
        engine.submit(new CommandKey("k"), new PlaceOrder(draft));
    }
}
