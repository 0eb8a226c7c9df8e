package io.sextant.ui.panel.blotter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class BlotterPanelTest {

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(
                robot,
                stage,
                engine,
                context -> new BlotterController(context, (window, name) -> Optional.of(folder.resolve(name))),
                language,
                1_180,
                360);
    }

    @ParameterizedTest
    @LanguageInTurn
    void listsWorkingOrdersInTheReadersWords(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        place(limit("60000.5"));
        try (PanelTester panel = open(robot, language)) {
            panel.await("the order", () -> panel.rows("#blotter-working") == 1);
            panel.await("its cells", () -> !cell(panel, "side").isEmpty());
            assertThat(cell(panel, "side")).isEqualTo(english ? "Buy" : "Achat");
            assertThat(cell(panel, "limit")).isEqualTo(english ? "60,000.5" : "60\u202f000,5");
            assertThat(cell(panel, "quantity")).isEqualTo(english ? "0.10000" : "0,10000");
            assertThat(cell(panel, "state")).isEqualTo(english ? "working" : "en carnet");
            assertThat(panel.text("#blotter-tab-working")).isEqualTo(english ? "Working 1" : "En cours 1");

            panel.switchTo(english ? Language.FRENCH : Language.ENGLISH);
            panel.await("the other language", () -> cell(panel, "side").equals(english ? "Achat" : "Buy"));
        }
    }

    @Test
    void deleteCancelsTheSelectedOrder(FxRobot robot) {
        place(limit("60000"));
        place(limit("61000"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the orders", () -> panel.rows("#blotter-working") == 2);
            panel.focus(panel.find("#blotter-working", TableView.class)).press(KeyCode.DOWN);
            panel.run(() -> panel.find("#blotter-working", TableView.class)
                    .getSelectionModel()
                    .select(1));
            panel.press(KeyCode.DELETE);
            assertThat(engine.submitted(CancelOrder.class)).containsExactly(new CancelOrder(new OrderId(1)));
            panel.await("one is left", () -> panel.rows("#blotter-working") == 1);
        }
    }

    @Test
    void cancelAllSparesNone(FxRobot robot) {
        place(limit("60000"));
        place(limit("61000"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the orders", () -> panel.rows("#blotter-working") == 2);
            panel.click("#blotter-cancel-all");
            assertThat(engine.submitted(CancelAllOrders.class))
                    .containsExactly(new CancelAllOrders(CancelScope.EVERYTHING));
            panel.await("none is left", () -> panel.rows("#blotter-working") == 0);
            assertThat(panel.isDisabled("#blotter-cancel-all")).isTrue();
        }
    }

    @Test
    void amendsOnTheSpotAndTellsARefusalThere(FxRobot robot) {
        place(limit("60000"));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the order", () -> panel.rows("#blotter-working") == 1);
            panel.run(() -> panel.find("#blotter-working", TableView.class)
                    .getSelectionModel()
                    .select(0));
            panel.focus(panel.find("#blotter-working", TableView.class)).press(KeyCode.F2);
            panel.await("the fields", () -> panel.isVisible("#amend-limit"));
            panel.type("#amend-limit", "59000").type("#amend-quantity", "0.2");
            engine.refuseNext(Refusal.of(RefusalCode.CHANGE_PENDING, new OrderId(1)));
            panel.press(KeyCode.ENTER);
            panel.await("the refusal", () -> panel.text("#amend-problem").contains("#1"));
            panel.click("#amend-apply");
            assertThat(engine.submitted(AmendOrder.class))
                    .containsOnly(new AmendOrder(new OrderId(1), Quantity.parse("0.2"), Price.parse("59000")))
                    .hasSize(2);
            panel.await("the new limit", () -> cell(panel, "limit").equals("59,000.0"));
        }
    }

    @Test
    void tellsTheLifeOfAnOrderWithItsReasons(FxRobot robot) {
        place(limit("60000"));
        try (PanelTester panel = open(robot, Language.FRENCH)) {
            panel.click("#blotter-tab-history");
            panel.await("the order", () -> panel.rows("#blotter-history") == 1);
            panel.run(() -> panel.find("#blotter-history", TableView.class)
                    .getSelectionModel()
                    .select(0));
            panel.await("its changes", () -> panel.rows("#blotter-changes") == 2);
            panel.await(
                    "the reason",
                    () -> panel.cell("#blotter-changes", 1, "blotter.column.reason")
                            .equals("Accepté par la place"));
            engine.submit(new CommandKey("c"), new CancelOrder(new OrderId(1)));
            panel.await("the cancellation", () -> panel.rows("#blotter-changes") == 3);
        }
    }

    @Test
    void exportsTheShownListExactly(FxRobot robot) throws Exception {
        place(OrderDraft.market(FakeInstruments.HALO, Side.BUY, Quantity.parse("100"), OrderOrigin.TICKET));
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        Path file = folder.resolve("sextant-fills.csv");
        try (PanelTester panel = open(robot, Language.FRENCH)) {
            panel.click("#blotter-tab-fills");
            panel.await("the fills", () -> panel.rows("#blotter-fills") == 2);
            panel.type("#blotter-filter", "halo").press(KeyCode.CONTROL, KeyCode.E);
            panel.await(
                    "the word that it is done",
                    () -> panel.desk().context().toasts().latestProperty().get() != null);
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(2);
            assertThat(lines.get(1)).contains(",HALO,BUY,100,").contains(",USD,0.50000000,USD,TAKER");
        }
    }

    @Test
    void saysThatThereIsNothingYet(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            assertThat(panel.rows("#blotter-working")).isZero();
            assertThat(panel.isDisabled("#blotter-cancel")).isTrue();
            panel.click("#blotter-tab-fills");
            assertThat(panel.isVisible("#blotter-cancel")).isFalse();
        }
    }

    private static String cell(PanelTester panel, String column) {
        return panel.cell("#blotter-working", 0, "blotter.column." + column);
    }

    private static OrderDraft limit(String price) {
        return OrderDraft.limit(
                FakeInstruments.BTC, Side.BUY, Quantity.parse("0.1"), Price.parse(price), OrderOrigin.TICKET);
    }

    private void place(OrderDraft draft) {
        engine.submit(new CommandKey("k"), new PlaceOrder(draft));
    }
}
