package io.sextant.ui.chart;

import io.sextant.ui.chart.drawing.Anchor;
import io.sextant.ui.chart.drawing.Drawing;
import io.sextant.ui.chart.drawing.DrawingTool;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where the words of a text drawing are typed, on the spot: Enter keeps them, Escape or going elsewhere does not. */
final class WordsField extends TextField {

    private static final double WIDTH = 180;
    private static final double HEIGHT = 26;

    private Consumer<String> taker = words -> {};
    private Runnable afterwards = () -> {};

    WordsField() {
        setId("chart-words");
        setVisible(false);
        setManaged(false);
        setPrefColumnCount(16);
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                setVisible(false);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER || pressed.getCode() == KeyCode.ESCAPE) {
                if (pressed.getCode() == KeyCode.ENTER && !getText().isBlank()) {
                    taker.accept(getText().strip());
                }
                pressed.consume();
                afterwards.run();
            }
        });
    }

    /** Asks for the words of a text, new or known, and puts them into the book; {@code whenDone} takes the keyboard back. */
    void ask(Drawing text, PlotFrame frame, Runnable whenDone) {
        Anchor anchor = text.anchors().getFirst();
        ask(
                frame.xOf(anchor.timeNanos()),
                frame.priceScale.y(anchor.price()),
                text.text(),
                typed -> {
                    if (text.id() == 0) {
                        frame.drawings.add(DrawingTool.TEXT, text.anchors(), typed);
                    } else {
                        frame.drawings.replace(text.withText(typed));
                    }
                },
                whenDone);
    }

    private void ask(double x, double y, String words, Consumer<String> onWords, Runnable whenDone) {
        taker = onWords;
        afterwards = whenDone;
        setText(words);
        resizeRelocate(Math.rint(x), Math.rint(y - HEIGHT / 2), WIDTH, HEIGHT);
        setVisible(true);
        requestFocus();
        selectAll();
    }
}
