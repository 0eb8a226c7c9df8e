package io.sextant.ui.panel.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.ui.chart.heat.HeatMap;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HeatPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, HeatController::new, language, 520, 360);
        panel.await("depth", () -> panel.onFxThread(() -> map(panel).middle().isPresent()));
        return panel;
    }

    private static HeatMap map(PanelTester panel) {
        return panel.find("#heat-map", HeatMap.class);
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsWhatRestsUnderThePointer(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            HeatMap map = map(panel);
            boolean found = false;
            for (double y = 2; y < map.getHeight() - 24 && !found; y += 2) {
                double at = y;
                robot.moveTo(panel.onFxThread(() -> map.localToScreen(map.getWidth() - 76, at)));
                found = text(panel).contains(language == Language.ENGLISH ? "resting" : "au repos");
            }
            assertThat(found).isTrue();
            assertThat(text(panel)).contains(language == Language.ENGLISH ? "." : ",");
        }
    }

    @Test
    void followsTheMarketSecondBySecond(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#heat-stretch-1000");
            engine.step(20);
            MarketState market = engine.ask(new Query.Market(FakeInstruments.BTC))
                    .toCompletableFuture()
                    .join();
            double middle = (market.depth().bids().getFirst().price().toDouble()
                            + market.depth().asks().getFirst().price().toDouble())
                    / 2;
            panel.await(
                    "the newest depth",
                    () -> panel.onFxThread(() -> map(panel).middle().orElse(0)) == middle);
            WritableImage image = panel.onFxThread(() -> map(panel).snapshot(null, null));
            long colours = java.util.stream.IntStream.range(0, (int) image.getHeight())
                    .map(y -> image.getPixelReader().getArgb((int) image.getWidth() - 76, y))
                    .distinct()
                    .count();
            assertThat(colours).as("shades in the newest slice").isGreaterThan(4);
        }
    }

    @Test
    void changesItsStrengthAndWidthByKeys(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            HeatMap map = map(panel);
            int width = map.slicePixels();
            panel.focus(map).press(KeyCode.PLUS);
            panel.focus(map).press(KeyCode.UP);
            assertThat(map.contrast()).isEqualTo(1.5);
            assertThat(map.slicePixels()).isEqualTo(width + 1);
            panel.press(KeyCode.MINUS);
            assertThat(map.contrast()).isEqualTo(1);
        }
    }

    private static String text(PanelTester panel) {
        return panel.onFxThread(() -> panel.find("#heat-readout", Labeled.class).getText());
    }
}
