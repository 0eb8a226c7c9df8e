package io.sextant.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SteppedClock;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeAssistant;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FocusRing;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TabWalk;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.testing.TestWindow;
import io.sextant.ui.theme.Themes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToolBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whoever cannot see the window hears a name for everything that the keyboard reaches. */
@ExtendWith(ApplicationExtension.class)
class ScreenReaderTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @Test
    void everythingInAnyPanelIsReachedByTabAndHasAName(FxRobot robot) {
        Set<String> nameless = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Set<String> missed = new TreeSet<>();
        Set<String> unseen = new TreeSet<>();
        Set<String> kinds = new HashSet<>();
        for (PanelFactory factory :
                StandardPanels.all(new SteppedClock(FakeEngine.START_NANOS), new FakeAssistant(), Optional.empty())) {
            robot.interact(() -> {
                TestDesk desk = new TestDesk(engine, Language.FRENCH, Themes.Shade.DARK);
                Panel panel = desk.show(factory, stage, 1_280, 800);
                panel.view().applyCss();
                List<Node> nodes = new ArrayList<>();
                collect(panel.view(), nodes);
                if (look(nodes, panel.view(), panel.id(), nameless) > 0) {
                    seen.add(panel.id());
                }
                panel.view().getScene().getRoot().layout();
                missed.addAll(TabWalk.missed(panel.id(), nodes));
                unseen.addAll(FocusRing.unseen(panel.id(), nodes, kinds));
                panel.onHide();
                panel.onClose();
                desk.context().engine().close();
            });
        }
        assertThat(nameless).isEmpty();
        assertThat(missed)
                .as("what Tab or Shift+Tab does not come to, or does not leave")
                .isEmpty();
        assertThat(unseen).as("what looks the same with the keyboard").isEmpty();
        assertThat(seen).contains(PanelIds.ASSISTANT, PanelIds.TICKET, PanelIds.RISK_GATE);
    }

    /** Menus, switches, the status line and whatever else stands around the panels. */
    @Test
    void everythingThatTheKeyboardReachesAroundThePanelsHasAName(FxRobot robot) {
        Set<String> nameless = new HashSet<>();
        robot.interact(() -> {
            SextantWindow window = TestWindow.open(stage, engine, SamplePanel.all(), Language.FRENCH);
            Parent root = stage.getScene().getRoot();
            root.applyCss();
            List<Node> nodes = new ArrayList<>();
            collect(root, nodes);
            // The sample panels' own fields stand for whatever a panel shows.
            nodes.removeIf(node -> node.getId() != null && node.getId().startsWith("field-"));
            assertThat(look(nodes, root, "window", nameless)).isPositive();
            window.close();
        });
        assertThat(nameless).isEmpty();
    }

    /** How many controls were looked at. */
    private static int look(List<Node> nodes, Node around, String where, Set<String> nameless) {
        Set<Node> labelled = new HashSet<>();
        nodes.stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getLabelFor())
                .filter(target -> target != null)
                .forEach(labelled::add);
        List<Node> reached = nodes.stream()
                .filter(node ->
                        node instanceof Control && node.isFocusTraversable() && isInSight(node, around) && !holds(node))
                .toList();
        reached.stream()
                .filter(node -> !labelled.contains(node) && !isNamed(node))
                .forEach(node -> nameless.add(where + ": " + node));
        return reached.size();
    }

    /** What waits in another tab can come into sight; what is switched off by the panel has nothing to say yet. */
    private static boolean isInSight(Node node, Node panel) {
        for (Node each = node; each != null && each != panel; each = each.getParent()) {
            boolean tab =
                    each.getParent() != null && each.getParent().getStyleClass().contains("tab-content-area");
            if (!each.isVisible() && !tab && !each.getStyleClass().contains("tab-content-area")) {
                return false;
            }
        }
        return true;
    }

    /** A frame around a chart, of its library; the keyboard passes it. */
    private static boolean holds(Node node) {
        return node.getClass().getSimpleName().equals("HiddenSidesPane");
    }

    private static boolean isNamed(Node node) {
        String own = node.getAccessibleText();
        if (own != null && !own.isBlank()) {
            return true;
        }
        return switch (node) {
            case Labeled labeled ->
                labeled.getText() != null && !labeled.getText().isBlank();
            case TextInputControl field ->
                field.getPromptText() != null && !field.getPromptText().isBlank();
            // What only holds others is told by what it holds.
            case ScrollPane _, SplitPane _ -> true;
            case TabPane tabs ->
                tabs.getTabs().stream().map(Tab::getText).allMatch(text -> text != null && !text.isBlank());
            default -> false;
        };
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        switch (node) {
            case ScrollPane scroll when scroll.getContent() != null -> collect(scroll.getContent(), into);
            case SplitPane split -> split.getItems().forEach(item -> collect(item, into));
            case TabPane tabs ->
                tabs.getTabs().stream()
                        .map(Tab::getContent)
                        .filter(content -> content != null)
                        .forEach(content -> collect(content, into));
            case Control holder
            when holder.getClass().getSimpleName().equals("HiddenSidesPane") ->
                holder.getChildrenUnmodifiable().forEach(child -> collect(child, into));
            case ToolBar bar -> bar.getItems().forEach(item -> collect(item, into));
            case TitledPane titled when titled.getContent() != null -> collect(titled.getContent(), into);
            // What a control is made of is not reached by itself.
            case Control _ -> {}
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
            default -> {}
        }
    }
}
