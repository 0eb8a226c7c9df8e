package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.time.SteppedClock;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.panel.StandardPanels;
import io.sextant.ui.panel.blotter.BlotterController;
import io.sextant.ui.testing.FakeAssistant;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.FakeLink;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.testing.TestWindow;
import io.sextant.ui.theme.Themes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the reader's role at a server forbids is said where it is chosen, before anything is done. */
@ExtendWith(ApplicationExtension.class)
class SeatActionsTest {

    private static final String WHY = "This needs the role trade at London; ada has the role view.";

    private final FakeEngine engine = new FakeEngine();
    private final FakeLink link = new FakeLink(SeatRole.VIEW);
    private Stage stage;
    private SextantWindow window;

    @Start
    void open(Stage primary) {
        stage = primary;
        List<PanelFactory> panels = new ArrayList<>(SamplePanel.all());
        panels.set(5, BlotterController::new);
        window = TestWindow.openFar(stage, engine, link, panels, Language.ENGLISH, new DeskMenu(List.of(), desk -> {}));
        window.context().desk().showPanel(PanelIds.BLOTTER);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    private static ListCell<?> row(FxRobot robot, String id) {
        return robot.lookup("#palette-hits .list-cell").<ListCell<?>>queryAll().stream()
                .filter(cell -> cell.getItem() instanceof DeskAction action
                        && action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isForbidden(Node row) {
        return row.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("forbidden"));
    }

    private Toasts.Toast said() {
        return window.context().toasts().latestProperty().get();
    }

    @Test
    void thePaletteGreysItWithTheReasonAndSaysItAgainInsteadOfActing(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("cancel all");
        WaitForAsyncUtils.waitForFxEvents();
        ListCell<?> row = row(robot, "blotter.cancel-all");
        Pictures.take(stage, "far-palette");
        assertThat(isForbidden(row)).isTrue();
        assertThat(row.lookupAll(".label").stream().map(node -> ((Label) node).getText()))
                .contains("needs the role trade");
        assertThat(row.lookup(".palette-title").getOpacity()).isLessThan(0.5);
        assertThat(row.getAccessibleText()).endsWith(WHY);

        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(said().title()).isEqualTo("Not with your role");
        assertThat(said().text()).isEqualTo(WHY);
        assertThat(engine.submitted(CancelAllOrders.class)).isEmpty();
    }

    @Test
    void whatEverybodyMayIsAsAlwaysAndSoIsAllOnceTheServerGivesMore(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("layout");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isForbidden(row(robot, ShellActions.RESET_LAYOUT))).isFalse();
        robot.type(KeyCode.ESCAPE);

        robot.interact(() -> window.context().desk().run("blotter.cancel-all"));
        assertThat(engine.submitted(CancelAllOrders.class)).isEmpty();
        link.sits(SeatRole.TRADE);
        robot.interact(() -> link.becomes(LinkState.UP, "", 0));
        robot.interact(() -> window.context().desk().run("blotter.cancel-all"));
        assertThat(engine.submitted(CancelAllOrders.class)).hasSize(1);
    }

    @Test
    void theMenuOfAnOrderGreysWhatChangesItAndSaysWhyBelow(FxRobot robot) {
        engine.submit(
                new CommandKey("one"),
                new PlaceOrder(OrderDraft.limit(
                        FakeInstruments.BTC,
                        Side.BUY,
                        Quantity.parse("0.5"),
                        Price.parse("60000"),
                        OrderOrigin.TICKET)));
        WaitForAsyncUtils.waitForFxEvents();
        TableView<?> working = robot.lookup("#blotter-working").queryTableView();
        robot.interact(() -> working.getSelectionModel().select(0));
        ContextMenu menu = working.getContextMenu();

        show(robot, menu, working);
        assertThat(disabled(menu))
                .containsExactly("blotter-menu-amend", "blotter-menu-cancel", "blotter-menu-forbidden");
        assertThat(menu.getItems().getLast().getText()).isEqualTo(WHY);

        link.sits(SeatRole.TRADE);
        robot.interact(() -> link.becomes(LinkState.UP, "", 0));
        show(robot, menu, working);
        assertThat(disabled(menu)).isEmpty();
        assertThat(menu.getItems()).hasSize(3);
        assertThat(engine.submitted(CancelOrder.class)).isEmpty();
    }

    private static void show(FxRobot robot, ContextMenu menu, Node beside) {
        robot.interact(() -> menu.show(beside, 100, 100));
        robot.interact(menu::hide);
    }

    private static Stream<String> disabled(ContextMenu menu) {
        return menu.getItems().stream().filter(MenuItem::isDisable).map(MenuItem::getId);
    }

    /** An action that was given another name would be forbidden to nobody. */
    @Test
    void everyActionThatIsNamedIsOneOfTheWindowOrOfAPanel(FxRobot robot) {
        Set<String> all = new HashSet<>();
        window.actions().all().forEach(action -> all.add(action.id()));
        robot.interact(() -> {
            TestDesk desk = new TestDesk(engine, Language.ENGLISH, Themes.Shade.DARK);
            StandardPanels.all(new SteppedClock(FakeEngine.START_NANOS), new FakeAssistant(), Optional.empty())
                    .forEach(factory ->
                            factory.create(desk.context()).actions().forEach(action -> all.add(action.id())));
            desk.context().engine().close();
        });
        assertThat(all).containsAll(SeatActions.ids());
    }
}
