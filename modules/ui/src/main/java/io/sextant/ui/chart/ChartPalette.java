package io.sextant.ui.chart;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of a chart. Text colours have a contrast of at least 4.5 to 1 on {@code background} (WCAG 2.2, level AA); up and down
 * differ in lightness too, not only in hue.
 */
public record ChartPalette(
        Color background,
        Color grid,
        Color border,
        Color text,
        Color mutedText,
        Color crosshair,
        Color crosshairLabel,
        Color crosshairLabelText,
        Color up,
        Color down,
        Color upText,
        Color downText,
        Color buy,
        Color sell,
        Color badgeText) {

    public static final ChartPalette LIGHT = new ChartPalette(
            Color.web("#ffffff"),
            Color.web("#f0f2f5"),
            Color.web("#dfe3e8"),
            Color.web("#1b2430"),
            Color.web("#5b6673"),
            Color.web("#8b95a1"),
            Color.web("#2f3a47"),
            Color.web("#ffffff"),
            Color.web("#1f9d8a"),
            Color.web("#e0475b"),
            Color.web("#0b7a6a"),
            Color.web("#c22c41"),
            Color.web("#1f6feb"),
            Color.web("#b35900"),
            Color.web("#ffffff"));

    public static final ChartPalette DARK = new ChartPalette(
            Color.web("#0f141b"),
            Color.web("#1a212b"),
            Color.web("#2a333f"),
            Color.web("#d8dee6"),
            Color.web("#8e99a6"),
            Color.web("#6b7683"),
            Color.web("#3a4553"),
            Color.web("#f2f5f8"),
            Color.web("#26b3a0"),
            Color.web("#ef5466"),
            Color.web("#3cc4b2"),
            Color.web("#ff7482"),
            Color.web("#2f81f7"),
            Color.web("#c9710a"),
            Color.web("#ffffff"));

    private static final List<Color> STUDIES_ON_LIGHT =
            colours("#1d5fd1", "#a8500a", "#8b2fc9", "#0b7285", "#b8327f", "#7a6200", "#3f7d0f", "#4a5568");
    private static final List<Color> STUDIES_ON_DARK =
            colours("#6cb0ff", "#ffb454", "#d39aff", "#5fd7e8", "#ff9ecb", "#ffe08a", "#a5d86e", "#b4bfcc");

    private static List<Color> colours(String... codes) {
        return Arrays.stream(codes).map(Color::web).toList();
    }

    /** The colour of the study number {@code index}; after the last comes the first again. */
    Color study(int index) {
        List<Color> colours = studies();
        return colours.get(Math.floorMod(index, colours.size()));
    }

    /** What studies, comparisons and drawings can be told apart by. */
    public List<Color> studies() {
        return isDark() ? STUDIES_ON_DARK : STUDIES_ON_LIGHT;
    }

    Color profile() {
        return Color.web(isDark() ? "#7c8db5" : "#6479b0");
    }

    public boolean isDark() {
        return background.getBrightness() < 0.5;
    }

    /** The same colours with blue for up and orange for down, which all common kinds of colour vision tell apart. */
    public ChartPalette colourBlindSafe() {
        boolean dark = isDark();
        return new ChartPalette(
                background,
                grid,
                border,
                text,
                mutedText,
                crosshair,
                crosshairLabel,
                crosshairLabelText,
                Color.web(dark ? "#4c9be8" : "#2f7fd0"),
                Color.web(dark ? "#f0932b" : "#d96c00"),
                Color.web(dark ? "#6fb1f0" : "#1f66ad"),
                Color.web(dark ? "#f7a94f" : "#a85300"),
                buy,
                sell,
                badgeText);
    }

    /** The same meanings on black or white, with lines and text as far from it as they can be. */
    public ChartPalette highContrast() {
        boolean dark = isDark();
        Color ground = dark ? Color.BLACK : Color.WHITE;
        Color ink = dark ? Color.WHITE : Color.BLACK;
        return new ChartPalette(
                ground,
                Color.web(dark ? "#3d3d3d" : "#c4c4c4"),
                ink,
                ink,
                Color.web(dark ? "#e0e0e0" : "#262626"),
                ink,
                ink,
                ground,
                upText,
                downText,
                upText,
                downText,
                buy,
                sell,
                badgeText);
    }

    Color of(boolean rises) {
        return rises ? up : down;
    }

    Color textOf(boolean rises) {
        return rises ? upText : downText;
    }
}
