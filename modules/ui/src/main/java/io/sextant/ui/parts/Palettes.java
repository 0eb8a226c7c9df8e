package io.sextant.ui.parts;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.theme.Themes;
import javafx.beans.value.ObservableValue;

/** The colours of what is drawn rather than styled, as the theme changes. */
public final class Palettes {

    private Palettes() {}

    public static ObservableValue<ChartPalette> of(Themes themes) {
        return themes.shadeProperty()
                .flatMap(shade -> themes.contrastProperty()
                        .flatMap(contrast -> themes.safeColoursProperty().map(safe -> palette(shade, contrast, safe))));
    }

    static ChartPalette palette(Themes.Shade shade, boolean contrast, boolean safe) {
        ChartPalette plain = switch (shade) {
            case LIGHT -> ChartPalette.LIGHT;
            case DARK -> ChartPalette.DARK;
        };
        ChartPalette told = safe ? plain.colourBlindSafe() : plain;
        return contrast ? told.highContrast() : told;
    }
}
