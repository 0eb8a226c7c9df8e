package io.sextant.app.backtest;

import java.util.ArrayList;
import java.util.List;

/** Lines, boxes, dots and words on a plane whose origin is above on the left. Colours are red, green and blue in a byte each. */
final class Drawing {

    static final int INK = 0x1b2430;
    static final int FAINT = 0xd9d6cd;
    static final int ACCENT = 0x0b6e8f;
    static final int SECOND = 0xb8902b;
    static final int GAIN = 0x3f8f3a;
    static final int LOSS = 0xb03a55;

    final double width;
    final double height;
    private final List<Mark> marks = new ArrayList<>();

    Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    sealed interface Mark {

        record Line(double[] x, double[] y, int colour, double thickness) implements Mark {}

        record Box(double x, double y, double width, double height, int colour) implements Mark {}

        record Word(double x, double y, String text, Side to, int colour) implements Mark {}
    }

    /** Where a word lies from its point. */
    enum Side {
        RIGHT,
        LEFT,
        BOTH
    }

    void line(double[] x, double[] y, int colour, double thickness) {
        marks.add(new Mark.Line(x, y, colour, thickness));
    }

    void line(double x1, double y1, double x2, double y2, int colour) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, colour, 0.7);
    }

    void box(double x, double y, double boxWidth, double boxHeight, int colour) {
        marks.add(new Mark.Box(x, y, boxWidth, boxHeight, colour));
    }

    void dot(double x, double y, int colour) {
        box(x - 1.5, y - 1.5, 3, 3, colour);
    }

    void word(double x, double y, String text, Side to, int colour) {
        marks.add(new Mark.Word(x, y, text, to, colour));
    }

    List<Mark> marks() {
        return marks;
    }
}
