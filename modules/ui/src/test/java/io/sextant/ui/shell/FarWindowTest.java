package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.panel.blotter.BlotterController;
import io.sextant.ui.panel.data.DataController;
import io.sextant.ui.panel.ticket.TicketController;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeLink;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window on an engine that runs elsewhere, over a line that the test makes silent and cuts. */
@ExtendWith(ApplicationExtension.class)
class FarWindowTest {

    private final FakeEngine engine = new FakeEngine();
    private final List<DeskChoice> wanted = new ArrayList<>();
    private FakeLink link = new FakeLink(SeatRole.TRADE);
    private Stage stage;
    private SextantWindow window;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    private void open(FxRobot robot, Language language) {
        List<PanelFactory> panels = new ArrayList<>(SamplePanel.all());
        panels.set(4, TicketController::new);
        panels.set(8, DataController::new);
        robot.interact(() -> window =
                TestWindow.openFar(stage, engine, link, panels, language, new DeskMenu(List.of(), wanted::add)));
        robot.interact(() -> window.context().desk().showPanel(PanelIds.TICKET));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        assertThat(engine.openTopics()).as("subscriptions left open").isEmpty();
        assertThat(link.watchers()).as("watchers of the line left").isZero();
    }

    @Test
    void saysAtAllTimesWhichEngineIsShownAndAsWhom(FxRobot robot) {
        open(robot, Language.ENGLISH);
        assertThat(text(robot, "#engine-sign")).isEqualTo("London · ada · may trade");
        assertThat(stage.getTitle()).isEqualTo("Sextant – London – SIMULATED");
        assertThat(robot.lookup("#trouble-banner").query().isVisible()).isFalse();

        robot.interact(() -> window.context().texts().languageProperty().set(Language.FRENCH));
        assertThat(text(robot, "#engine-sign")).isEqualTo("London · ada · peut négocier");
    }

    @Test
    void keepsAndDimsWhatItHadWhileTheEngineIsSilentOrGoneAndTellsItsAgeAndWhy(FxRobot robot) {
        open(robot, Language.ENGLISH);
        Node dock = robot.lookup(".dock").query();
        robot.interact(() -> engine.step());

        robot.interact(() -> link.becomes(LinkState.STALE, "", 1));
        assertThat(text(robot, "#engine-sign")).isEqualTo("London · ada · may trade · silent for 1 s");
        assertThat(text(robot, "#trouble-banner .banner-title")).isEqualTo("London is silent");
        assertThat(text(robot, "#status-engine")).isEqualTo("silent for 1 s");
        assertThat(dock.getStyleClass()).contains("old");

        robot.interact(() -> link.becomes(LinkState.DOWN, "the connection was reset", 200));
        Pictures.take(stage, "far-down");
        assertThat(text(robot, "#engine-sign")).endsWith("no line for 3 min");
        assertThat(robot.lookup("#trouble-banner .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text ->
                        text.startsWith("The line broke (the connection was reset). What is shown is 3 min old"));
        assertThat(dock.getOpacity()).isLessThan(0.7);
        assertThat(robot.lookup("#kill-engage").queryAs(Button.class).isDisabled())
                .isFalse();

        robot.interact(() -> link.becomes(LinkState.UP, "", 0));
        assertThat(dock.getStyleClass()).doesNotContain("old");
        assertThat(window.context().toasts().latestProperty().get().title()).isEqualTo("London answers again");
        assertThat(robot.lookup("#trouble-banner").query().isVisible()).isFalse();
    }

    @Test
    void theTicketRefusesBeforeItIsPressedWhileTheLineIsNotUp(FxRobot robot) {
        open(robot, Language.ENGLISH);
        type(robot, "0.01", "60000");
        Button review = robot.lookup("#ticket-review").queryAs(Button.class);
        assertThat(review.isDisabled()).isFalse();

        robot.interact(() -> link.becomes(LinkState.DOWN, "the connection was reset", 4));
        assertThat(review.isDisabled()).isTrue();
        assertThat(text(robot, "#ticket-message"))
                .isEqualTo("There is no line to the engine, so nothing is sent: the connection was reset");
        robot.interact(() -> link.becomes(LinkState.STALE, "", 4));
        assertThat(text(robot, "#ticket-message")).startsWith("The engine is silent");

        robot.interact(() -> link.becomes(LinkState.UP, "", 0));
        assertThat(review.isDisabled()).isFalse();
        assertThat(robot.lookup("#ticket-size").queryAs(TextField.class).getText())
                .as("what was typed stays")
                .isEqualTo("0.01");
    }

    @Test
    void whoOnlyLooksIsToldSoOnTheTicket(FxRobot robot) {
        link = new FakeLink(SeatRole.VIEW);
        open(robot, Language.FRENCH);
        type(robot, "0,01", "60000");

        assertThat(robot.lookup("#ticket-review").queryAs(Button.class).isDisabled())
                .isTrue();
        assertThat(text(robot, "#ticket-message"))
                .isEqualTo("Il faut pour cela le rôle trade sur London\u202f; ada a le rôle view.");
        assertThat(text(robot, "#engine-sign")).isEqualTo("London · ada · consulte seulement");
    }

    @Test
    void greysWhatTheRoleDoesNotCoverAndSaysWhyWhenItIsPressed(FxRobot robot) {
        link = new FakeLink(SeatRole.VIEW);
        List<PanelFactory> panels = new ArrayList<>(SamplePanel.all());
        panels.set(5, BlotterController::new);
        robot.interact(() -> window = TestWindow.openFar(
                stage, engine, link, panels, Language.ENGLISH, new DeskMenu(List.of(), wanted::add)));
        robot.interact(() -> window.context().desk().showPanel(PanelIds.BLOTTER));
        WaitForAsyncUtils.waitForFxEvents();
        List<String> done = new ArrayList<>();
        Button later = new Button("Run");
        later.setId("lab-run");
        later.setOnAction(pressed -> done.add("run"));
        Button look = new Button("Look");
        look.setId("blotter-look");
        robot.interact(() -> {
            VBox whole = (VBox) robot.lookup("#far-notice-blotter").query().getParent();
            whole.getChildren().addAll(later, look);
            whole.applyCss();
        });
        Pictures.take(stage, "far-buttons");
        assertThat(later.getOpacity()).as("also what a panel makes later").isLessThan(0.5);
        assertThat(look.getOpacity()).as("to look is for all").isEqualTo(1);

        robot.clickOn(later);
        assertThat(done).isEmpty();
        Toasts.Toast said = window.context().toasts().latestProperty().get();
        assertThat(said.title()).isEqualTo("Not with your role");
        assertThat(said.text()).isEqualTo("This needs the role trade at London; ada has the role view.");

        link.sits(SeatRole.TRADE);
        robot.interact(() -> link.becomes(LinkState.UP, "", 0));
        robot.interact(() -> later.getParent().applyCss());
        assertThat(later.getOpacity()).as("the server gave more").isGreaterThan(0.8);
        robot.interact(later::fire);
        assertThat(done).containsExactly("run");
    }

    @Test
    void saysAboveAPanelWhatOfItDoesNotWorkFromHere(FxRobot robot) {
        link = new FakeLink(SeatRole.VIEW);
        open(robot, Language.ENGLISH);
        assertThat(text(robot, "#far-notice-ticket"))
                .isEqualTo(
                        "At London you are somebody who looks only: changes here need the role trade and are refused.");
        robot.interact(() -> window.context().desk().showPanel(PanelIds.DATA));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#far-notice-data"))
                .contains("need the role admin")
                .endsWith("files of this one cannot be chosen here; bring them there.");
        assertThat(robot.lookup("#far-notice-tape").tryQuery().filter(Node::isVisible))
                .isEmpty();
        Pictures.take(stage, "far-notice");
        robot.interact(
                () -> assertThat(window.context().saysThatFilesAreElsewhere()).isTrue());
        assertThat(window.actions().getAction("market.pause").enabled().get()).isFalse();
    }

    @Test
    void filesThatTheSystemHandsOverAreNotOfferedToAnEngineThatCannotReadThem(FxRobot robot) {
        open(robot, Language.ENGLISH);

        robot.interact(() -> window.openFiles(List.of(Path.of("prices.csv"))));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.context().toasts().latestProperty().get().text())
                .startsWith("The engine at London reads files of its own machine");
        assertThat(robot.lookup("#intake").tryQuery().filter(Node::isVisible)).isEmpty();
    }

    @Test
    void theKillSwitchSaysThatItReachedNothing(FxRobot robot) {
        open(robot, Language.ENGLISH);
        robot.interact(() -> link.becomes(LinkState.DOWN, "the connection was reset", 4));
        engine.refuseNext(Refusal.of(RefusalCode.LINK_DOWN, "the connection was reset"));

        robot.clickOn("#kill-engage");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(engine.submitted(EngageKillSwitch.class)).hasSize(1);
        Toasts.Toast toast = window.context().toasts().latestProperty().get();
        assertThat(toast.kind()).isEqualTo(Toasts.Kind.FAILURE);
        assertThat(toast.title()).isEqualTo("The kill switch did not reach London");
        assertThat(toast.text()).startsWith("Nothing was stopped there.");
    }

    @Test
    void remembersOnThisMachineHowItWasArranged(FxRobot robot) {
        open(robot, Language.ENGLISH);
        robot.clickOn("#topbar-theme");
        robot.interact(window::close);

        assertThat(link.load()).containsEntry("ui.theme", "LIGHT").containsKey("ui.layout");
        assertThat(engine.submitted(ChangeSetting.class)).isEmpty();
    }

    @Test
    void asksBeforeAnOrderThatWasBegunIsLeftBehind(FxRobot robot) {
        open(robot, Language.ENGLISH);
        type(robot, "0.01", "60000");

        robot.interact(() -> window.context().desk().run("desk.simulated"));
        Pictures.take(stage, "leave");
        assertThat(text(robot, "#leave-card .card-title")).isEqualTo("Leave what was begun?");
        robot.interact(() -> robot.lookup("#leave-stay").queryAs(Button.class).fire());
        assertThat(wanted).isEmpty();

        robot.interact(() -> window.context().desk().run("desk.simulated"));
        robot.interact(() -> robot.lookup("#leave-go").queryAs(Button.class).fire());
        assertThat(wanted).containsExactly(new DeskChoice.Simulated());
    }

    private static void type(FxRobot robot, String size, String price) {
        robot.interact(() -> {
            robot.lookup("#ticket-size").queryAs(TextField.class).setText(size);
            robot.lookup("#ticket-price").queryAs(TextField.class).setText(price);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
