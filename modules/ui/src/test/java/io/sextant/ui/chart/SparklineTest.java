package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SparklineTest {

    private Sparkline line;

    @Start
    void show(Stage stage) {
        line = new Sparkline();
        stage.setScene(new Scene(new StackPane(line), 100, 40));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void takesTheColourOfTheChangeFromFirstToLast(FxRobot robot) {
        robot.interact(() -> line.setValues(new double[] {9, 1, 2, 3}, 4));
        assertThat(redness(robot)).isPositive();

        robot.interact(() -> line.setLast(12));
        assertThat(redness(robot)).isNegative();
    }

    @Test
    void dropsTheOldestValueWhenFull(FxRobot robot) {
        robot.interact(() -> {
            line.add(1_000);
            for (int i = 0; i < 240; i++) {
                line.add(i);
            }
        });
        // The thousand is gone: what is left rises from 0 to 239.
        assertThat(redness(robot)).isNegative();
    }

    @Test
    void drawsNothingUntilThereIsAChangeToShow(FxRobot robot) {
        robot.interact(() -> {
            line.clear();
            line.add(5);
        });
        assertThat(redness(robot)).isZero();
    }

    private double redness(FxRobot robot) {
        double[] sum = new double[1];
        robot.interact(() -> {
            WritableImage image = line.snapshot(null, null);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    Color colour = image.getPixelReader().getColor(x, y);
                    sum[0] += colour.getRed() - colour.getGreen();
                }
            }
        });
        return Math.abs(sum[0]) < 1e-6 ? 0 : sum[0];
    }
}
