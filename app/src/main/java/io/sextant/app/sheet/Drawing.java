package io.sextant.app.sheet;

import java.util.ArrayList;
import java.util.List;

/** Lines, boxes, dots and words on a plane whose origin is above on the left. Colours are red, green and blue in a byte each. */
public final class Drawing {

    public static final int INK = 0x1b2430;
    public static final int FAINT = 0xd9d6cd;
    public static final int ACCENT = 0x0b6e8f;
    public static final int SECOND = 0xb8902b;
    public static final int GAIN = 0x3f8f3a;
    public static final int LOSS = 0xb03a55;

    final double width;
    final double height;
    private final List<Mark> marks = new ArrayList<>();

    public Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    sealed interface Mark {

        record Line(double[] x, double[] y, int colour, double thickness) implements Mark {}

        record Box(double x, double y, double width, double height, int colour) implements Mark {}

        record Word(double x, double y, String text, Side to, int colour) implements Mark {}
    }

    /** Where a word lies from its point. */
    public enum Side {
        RIGHT,
        LEFT,
        BOTH
    }

    public void line(double[] x, double[] y, int colour, double thickness) {
        marks.add(new Mark.Line(x, y, colour, thickness));
    }

    public void line(double x1, double y1, double x2, double y2, int colour) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, colour, 0.7);
    }

    public void box(double x, double y, double boxWidth, double boxHeight, int colour) {
        marks.add(new Mark.Box(x, y, boxWidth, boxHeight, colour));
    }

    public void dot(double x, double y, int colour) {
        box(x - 1.5, y - 1.5, 3, 3, colour);
    }

    public void word(double x, double y, String text, Side to, int colour) {
        marks.add(new Mark.Word(x, y, text, to, colour));
    }

    List<Mark> marks() {
        return marks;
    }
}
