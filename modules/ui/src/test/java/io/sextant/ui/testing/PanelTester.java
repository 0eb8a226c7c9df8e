package io.sextant.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.theme.Themes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** One panel on a {@link TestDesk} with a hand on mouse and keyboard. Closing it checks that the panel listens to nothing any more. */
public final class PanelTester implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final FxRobot robot;
    private final FakeEngine engine;
    private final Stage stage;
    private final TestDesk desk;
    private final Panel panel;

    public PanelTester(
            FxRobot robot,
            Stage stage,
            FakeEngine engine,
            PanelFactory factory,
            Language language,
            double width,
            double height) {
        this.robot = robot;
        this.engine = engine;
        this.stage = stage;
        desk = onFxThread(() -> new TestDesk(engine, language, Themes.Shade.DARK));
        panel = onFxThread(() -> desk.show(factory, stage, width, height));
        WaitForAsyncUtils.waitForFxEvents();
    }

    public TestDesk desk() {
        return desk;
    }

    public Panel panel() {
        return panel;
    }

    public FakeEngine engine() {
        return engine;
    }

    public PanelTester click(String id) {
        robot.clickOn(id);
        return this;
    }

    public PanelTester clickNode(Node node) {
        robot.clickOn(node);
        return this;
    }

    public PanelTester doubleClick(Node node) {
        DoubleClick.on(robot, node);
        return this;
    }

    /** Clicks at a place of a node in its own coordinates. */
    public PanelTester clickAt(Node node, double x, double y) {
        robot.clickOn(onFxThread(() -> node.localToScreen(x, y)));
        return this;
    }

    /** Replaces what stands in a field by typing. */
    public PanelTester type(String id, String text) {
        TextInputControl field = robot.lookup(id).queryAs(TextInputControl.class);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.push(KeyCode.DELETE);
        robot.write(text);
        return this;
    }

    /** For people who want to look, {@code -Dsextant.pictures=DIR}: the whole window that a node stands in. */
    public void picture(String id, String name) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            var image = onFxThread(() -> find(id, Node.class).getScene().snapshot(null));
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", new File(folder, name + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The same in the light shade and in the dark one. */
    public void pictureInEachShade(String id, String name) {
        if (System.getProperty("sextant.pictures", "").isEmpty()) {
            return;
        }
        for (Themes.Shade shade : Themes.Shade.values()) {
            run(() -> desk().context().themes().shadeProperty().set(shade));
            picture(id, name + "-" + shade);
        }
    }

    public PanelTester press(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    public PanelTester focus(Node node) {
        robot.interact(node::requestFocus);
        return this;
    }

    public PanelTester run(Runnable onFxThread) {
        robot.interact(onFxThread);
        return this;
    }

    public <N extends Node> N find(String id, Class<N> type) {
        return robot.lookup(id).queryAs(type);
    }

    public String text(String id) {
        Node node = robot.lookup(id).query();
        return onFxThread(() -> switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            default -> throw new IllegalArgumentException(id + " has no text");
        });
    }

    public boolean isVisible(String id) {
        return robot.lookup(id)
                .tryQuery()
                .filter(node -> onFxThread(() -> isShown(node)))
                .isPresent();
    }

    public boolean isDisabled(String id) {
        return robot.lookup(id).query().isDisabled();
    }

    /** The words in a cell of a table, as the column's cells would write them. */
    public String cell(String tableId, int row, String columnId) {
        TableView<?> table = find(tableId, TableView.class);
        return onFxThread(() -> table.lookupAll(".table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(tableRow -> !tableRow.isEmpty() && tableRow.getIndex() == row)
                .flatMap(tableRow -> tableRow.lookupAll(".table-cell").stream())
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getTableColumn() != null
                        && columnId.equals(cell.getTableColumn().getId()))
                .map(TableCell::getText)
                .findFirst()
                .orElse(""));
    }

    /** The cell itself, to click on. */
    public Node cellNode(String tableId, int row, String columnId) {
        TableView<?> table = find(tableId, TableView.class);
        return onFxThread(() -> table.lookupAll(".table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(tableRow -> !tableRow.isEmpty() && tableRow.getIndex() == row)
                .flatMap(tableRow -> tableRow.lookupAll(".table-cell").stream())
                .filter(node -> node instanceof TableCell<?, ?> cell
                        && cell.getTableColumn() != null
                        && columnId.equals(cell.getTableColumn().getId()))
                .findFirst()
                .orElseThrow());
    }

    public String columnTitle(String tableId, String columnId) {
        TableView<?> table = find(tableId, TableView.class);
        return onFxThread(() -> table.getColumns().stream()
                .filter(column -> columnId.equals(column.getId()))
                .map(TableColumn::getText)
                .findFirst()
                .orElseThrow());
    }

    public int rows(String tableId) {
        TableView<?> table = find(tableId, TableView.class);
        return onFxThread(() -> table.getItems().size());
    }

    public void switchTo(Language language) {
        robot.interact(() -> desk.context().texts().languageProperty().set(language));
    }

    public void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFxThread(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what, e);
        }
    }

    public void awaitText(String id, String expected) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> expected.equals(text(id)));
        } catch (TimeoutException e) {
            assertThat(text(id)).as(id).isEqualTo(expected);
        }
    }

    public <T> T onFxThread(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000L, question);
    }

    @Override
    public void close() {
        robot.interact(panel::onHide);
        assertThat(engine.openTopics()).as("subscriptions left open").isEmpty();
        robot.interact(() -> {
            desk.context().engine().close();
            stage.setScene(new Scene(new Pane(), 10, 10));
        });
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
