package io.sextant.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SteppedClock;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.testing.FakeAssistant;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.theme.Zoom;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Cell;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Every panel at 100, 150 and 200%, in a window of 1440 by 900, in the longer language: nothing is cut off and nothing out of reach. */
@ExtendWith(ApplicationExtension.class)
class EveryPanelLargerTest {

    /** The largest alone in each build, because laying out takes its time; all in soak. */
    private static final double[] SCALES =
            Integer.getInteger("sextant.scales", 1) > 1 ? new double[] {1, 1.5, 2} : new double[] {2};

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    /** Half a pixel of a line that does not fall on one. */
    private static final double SLACK = 1.5;

    /** Text that turns to a second line, and panels that set aside what has no room, ask for another pass. */
    private static final int PASSES = 2;

    private final FakeEngine engine = new FakeEngine();

    /** Laid out and never shown: painting takes ten times as long and says nothing about what fits. */
    @Test
    @Tag("scaled")
    void nothingIsCutOffOrOutOfReachAtAnyScale(FxRobot robot) {
        Set<String> cut = new TreeSet<>();
        int looked = 0;
        TestDesk desk = WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> new TestDesk(engine, Language.FRENCH, Themes.Shade.DARK));
        for (PanelFactory factory :
                StandardPanels.all(new SteppedClock(FakeEngine.START_NANOS), new FakeAssistant(), Optional.empty())) {
            Panel panel = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> within(desk, factory));
            WaitForAsyncUtils.waitForFxEvents();
            for (double scale : SCALES) {
                robot.interact(() -> {
                    desk.context().themes().scaleProperty().set(scale);
                    Parent root = panel.view().getScene().getRoot();
                    root.resize(WIDTH, HEIGHT);
                    settle(root);
                    look(panel, scale, cut);
                    picture(panel, scale);
                });
                looked++;
            }
            robot.interact(() -> {
                panel.onHide();
                panel.onClose();
            });
        }
        robot.interact(() -> desk.context().engine().close());
        assertThat(String.join("\n", cut)).isEmpty();
        assertThat(looked).isGreaterThan(SCALES.length * 25);
    }

    private static Panel within(TestDesk desk, PanelFactory factory) {
        Panel panel = factory.create(desk.context());
        StackPane whole = new StackPane(panel.view());
        // As in a dock, which may be narrower than what is in it.
        whole.setMinWidth(0);
        Scene scene = new Scene(new Zoom(whole, desk.context().themes().scaleProperty()), WIDTH, HEIGHT);
        desk.context().themes().apply(scene);
        panel.onShow();
        return panel;
    }

    /** As a pulse does, with what asked for a layout within one: laid out for a picture of one point, which costs nothing to paint. */
    private static void settle(Parent root) {
        SnapshotParameters point = new SnapshotParameters();
        point.setViewport(new Rectangle2D(0, 0, 1, 1));
        for (int pass = 0; pass < PASSES; pass++) {
            root.snapshot(point, null);
        }
    }

    private static void picture(Panel panel, double scale) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(panel.view().getScene().snapshot(null), null),
                        "png",
                        new File(folder, "larger-" + panel.id() + "-" + Math.round(100 * scale) + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void look(Panel panel, double scale, Set<String> cut) {
        List<Node> nodes = new ArrayList<>();
        collect(panel.view(), nodes);
        Bounds whole = panel.view().getLayoutBounds();
        for (Node each : nodes) {
            String where = panel.id() + " at " + Math.round(100 * scale) + "%: ";
            if (each instanceof Labeled labeled && isEllipsised(labeled)) {
                cut.add(where + "“" + labeled.getText() + "” is cut off");
            }
            if (each instanceof Control && isOutside(panel.view(), whole, each)) {
                String text = each instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
                cut.add(where + each.getClass().getSimpleName() + " " + each.getId() + " " + each.getStyleClass() + text
                        + " is out of reach");
            }
        }
    }

    private static boolean isEllipsised(Labeled labeled) {
        String text = labeled.isMnemonicParsing() && labeled.getText() != null
                ? labeled.getText().replace("_", "")
                : labeled.getText();
        if (text == null || text.isEmpty() || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return false;
        }
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(shown -> !(shown instanceof FontIcon))
                .anyMatch(shown -> !shown.getText().equals(text));
    }

    private static boolean isOutside(Node panel, Bounds whole, Node node) {
        Bounds there = panel.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return there.getWidth() > 0
                && there.getHeight() > 0
                && (there.getMinX() < whole.getMinX() - SLACK
                        || there.getMinY() < whole.getMinY() - SLACK
                        || there.getMaxX() > whole.getMaxX() + SLACK
                        || there.getMaxY() > whole.getMaxY() + SLACK);
    }

    /** What is seen and cannot be scrolled to: rows of tables show what fits and more on a wider column, what scrolls can be reached. */
    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node instanceof Cell || node instanceof TableColumnHeader) {
            return;
        }
        // Tabs that do not fit are in the list at their end.
        if (node.getStyleClass().contains("headers-region")) {
            return;
        }
        into.add(node);
        if (node instanceof VirtualFlow || node instanceof ScrollPane) {
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
