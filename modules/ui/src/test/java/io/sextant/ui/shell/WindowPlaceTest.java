package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowPlaceTest {

    @Start
    void needsScreens(Stage stage) {}

    @Test
    void bringsAWindowBackThatReachedBeyondItsScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WindowPlace beyond = new WindowPlace(screen.getMaxX() - 900, screen.getMaxY() - 500, 1_200, 800, false);

        WindowPlace whole = beyond.wholeOnScreen();

        assertThat(whole)
                .isEqualTo(new WindowPlace(screen.getMaxX() - 1_200, screen.getMaxY() - 800, 1_200, 800, false));
    }

    @Test
    void keepsTheTopLeftCornerOfAWindowLargerThanItsScreenInSight() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WindowPlace large = new WindowPlace(
                screen.getMinX() + 10, screen.getMinY() + 10, screen.getWidth() + 100, screen.getHeight() + 100, false);

        WindowPlace whole = large.wholeOnScreen();

        assertThat(whole.x()).isEqualTo(screen.getMinX());
        assertThat(whole.y()).isEqualTo(screen.getMinY());
    }
}
