package io.sextant.ui.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text; remembers the last one, since labels repeat from frame to frame. */
final class TextRuler {

    private final Text text = new Text();
    private double width;

    double width(String value, Font font) {
        if (!value.equals(text.getText()) || !font.equals(text.getFont())) {
            text.setFont(font);
            text.setText(value);
            width = text.getLayoutBounds().getWidth();
        }
        return width;
    }
}
