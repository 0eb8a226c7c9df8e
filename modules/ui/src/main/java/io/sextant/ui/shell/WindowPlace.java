package io.sextant.ui.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stood, remembered as {@code x,y,width,height,maximised}. */
record WindowPlace(double x, double y, double width, double height, boolean maximised) {

    private static final double LEAST_VISIBLE = 120;
    private static final double SHARE_OF_SCREEN = 0.9;
    private static final double FIRST_WIDTH = 1_680;
    private static final double FIRST_HEIGHT = 1_000;

    static Optional<WindowPlace> read(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WindowPlace(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Boolean.parseBoolean(parts[4])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String write() {
        return String.format(Locale.ROOT, "%.0f,%.0f,%.0f,%.0f,%b", x, y, width, height, maximised);
    }

    static WindowPlace of(Stage stage) {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /** Most of the main screen, but not more than a first look needs. */
    static WindowPlace first() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(FIRST_WIDTH, screen.getWidth() * SHARE_OF_SCREEN);
        double height = Math.min(FIRST_HEIGHT, screen.getHeight() * SHARE_OF_SCREEN);
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    /** False when it lies on a screen that is gone. */
    boolean isOnScreen() {
        return width >= LEAST_VISIBLE
                && height >= LEAST_VISIBLE
                && Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(bounds -> {
                    double shownWidth = Math.min(x + width, bounds.getMaxX()) - Math.max(x, bounds.getMinX());
                    double shownHeight = Math.min(y + height, bounds.getMaxY()) - Math.max(y, bounds.getMinY());
                    return shownWidth >= LEAST_VISIBLE && shownHeight >= LEAST_VISIBLE;
                });
    }

    /** The same, moved so that none of it lies beside the screen as far as it fits there. */
    WindowPlace wholeOnScreen() {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(bounds -> bounds.contains(x, y))
                .findFirst()
                .map(bounds -> new WindowPlace(
                        Math.max(bounds.getMinX(), Math.min(x, bounds.getMaxX() - width)),
                        Math.max(bounds.getMinY(), Math.min(y, bounds.getMaxY() - height)),
                        width,
                        height,
                        maximised))
                .orElse(this);
    }

    void applyTo(Stage stage) {
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setMaximized(maximised);
    }
}
