package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.chart.drawing.Drawing;
import io.sextant.ui.chart.drawing.DrawingText;
import io.sextant.ui.chart.drawing.DrawingTool;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartDrawingTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @Test
    void aTrendLineIsDrawnMovedByMouseAndKeysDeletedAndBroughtBack(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.focus(chart(panel)).press(KeyCode.ALT, KeyCode.T);
            drag(robot, panel, 200, 150, 420, 260);
            assertThat(drawings(panel)).extracting(Drawing::tool).containsExactly(DrawingTool.TREND_LINE);
            assertThat(chart(panel).toolProperty().get())
                    .as("a tool draws once")
                    .isEmpty();
            Drawing drawn = drawings(panel).getFirst();

            drag(robot, panel, 310, 205, 310, 245);
            Drawing moved = drawings(panel).getFirst();
            double dropped =
                    drawn.anchors().get(0).price() - moved.anchors().get(0).price();
            assertThat(dropped).isPositive();
            assertThat(drawn.anchors().get(1).price() - moved.anchors().get(1).price())
                    .isCloseTo(dropped, within(dropped * 1e-6));

            drag(robot, panel, 420, 300, 500, 330);
            Drawing turned = drawings(panel).getFirst();
            assertThat(turned.anchors().get(0)).isEqualTo(moved.anchors().get(0));
            assertThat(turned.anchors().get(1)).isNotEqualTo(moved.anchors().get(1));

            panel.press(KeyCode.UP);
            assertThat(drawings(panel).getFirst().anchors().get(0).price())
                    .isGreaterThan(turned.anchors().get(0).price());
            panel.press(KeyCode.DELETE);
            assertThat(drawings(panel)).isEmpty();
            panel.press(KeyCode.CONTROL, KeyCode.Z).press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(drawings(panel)).containsExactly(turned);
            panel.press(KeyCode.CONTROL, KeyCode.Y);
            assertThat(drawings(panel).getFirst()).isNotEqualTo(turned);
        }
    }

    @Test
    void twoClicksDrawToo(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.click("#chart-draw").click("#chart-draw-rectangle");
            robot.clickOn(at(panel, 200, 150)).moveTo(at(panel, 330, 240));
            assertThat(drawings(panel)).isEmpty();
            robot.clickOn(at(panel, 330, 240));
            assertThat(drawings(panel)).extracting(Drawing::tool).containsExactly(DrawingTool.RECTANGLE);
            panel.press(KeyCode.ESCAPE)
                    .focus(chart(panel))
                    .press(KeyCode.ALT, KeyCode.M)
                    .press(KeyCode.ESCAPE);
            double left = chart(panel).viewport().left();
            drag(robot, panel, 400, 300, 460, 300);
            assertThat(drawings(panel)).as("Escape put the tool away").hasSize(1);
            assertThat(chart(panel).viewport().left())
                    .as("so the chart is panned")
                    .isNotEqualTo(left);
        }
    }

    @Test
    void wordsAreTypedOnTheSpotAndKeptWithTheInstrument(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.focus(chart(panel)).press(KeyCode.ALT, KeyCode.X);
            robot.clickOn(at(panel, 250, 200)).write("double top").push(KeyCode.ENTER);
            assertThat(drawings(panel)).extracting(Drawing::text).containsExactly("double top");
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.ETH));
            assertThat(drawings(panel)).isEmpty();
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.BTC));
            assertThat(drawings(panel)).extracting(Drawing::text).containsExactly("double top");
            String kept = panel.desk()
                    .context()
                    .settings()
                    .find("ui.chart.drawings.BTC-USDT")
                    .orElseThrow();
            assertThat(DrawingText.read(kept)).isEqualTo(drawings(panel));
        }
    }

    private PanelTester open(FxRobot robot) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, Language.ENGLISH, 900, 600);
        panel.await("bars", () -> !chart(panel).getSeries().isEmpty());
        return panel;
    }

    private static void drag(FxRobot robot, PanelTester panel, double x0, double y0, double x1, double y1) {
        robot.moveTo(at(panel, x0, y0))
                .press(MouseButton.PRIMARY)
                .moveTo(at(panel, x1, y1))
                .release(MouseButton.PRIMARY);
    }

    private static Point2D at(PanelTester panel, double x, double y) {
        return panel.onFxThread(() -> chart(panel).localToScreen(x, y));
    }

    private static PriceChart chart(PanelTester panel) {
        return panel.find("#chart", PriceChart.class);
    }

    private static List<Drawing> drawings(PanelTester panel) {
        return panel.onFxThread(() -> chart(panel).getDrawings().drawings());
    }
}
