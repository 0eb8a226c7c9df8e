package io.sextant.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/** The mark of the house, a sextant: frame, limb, and the index arm that reads the angle. Drawn once, for screen and files. */
public final class SextantIcon {

    /** The sizes that desktops ask for. */
    public static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private static final double BOX = 64;
    private static final double CORNER = 28;
    private static final String TOP = "#123a5c";
    private static final String BOTTOM = "#0b1f33";
    private static final String FRAME = "#e8f1f8";
    private static final String ARM = "#ffb547";

    /** Below this many pixels the scale's marks would only blur. */
    private static final int LEAST_SIZE_WITH_SCALE = 40;

    private record Line(String path, String colour, double width) {}

    private static final List<Line> LINES = List.of(
            new Line("M32 12 L13 45 M32 12 L51 45", FRAME, 3.4),
            new Line("M13 45 A38 38 0 0 0 51 45", FRAME, 5.2),
            new Line("M20.6 31.8 A22.9 22.9 0 0 0 43.4 31.8", FRAME, 2.6),
            new Line("M32 12 L40.6 54", ARM, 4.2),
            new Line("M32 12 m-3.2 0 a3.2 3.2 0 1 0 6.4 0 a3.2 3.2 0 1 0 -6.4 0", ARM, 3));

    private static final Line SCALE =
            new Line("M19.6 46.2 L18.7 48.6 M25.7 47.9 L25.2 50.4 M32 48.4 L32 51 M45.6 45.8 L46.6 48.2", BOTTOM, 1.3);

    private SextantIcon() {}

    /** The mark for a bar or a card. */
    public static Node mark(double size) {
        Group drawing = new Group(ground());
        LINES.forEach(line -> drawing.getChildren().add(stroke(line)));
        if (size >= LEAST_SIZE_WITH_SCALE) {
            drawing.getChildren().add(3, stroke(SCALE));
        }
        drawing.getTransforms().add(new Scale(size / BOX, size / BOX));
        Region frame = new Region() {
            {
                getChildren().add(drawing);
            }
        };
        frame.setMinSize(size, size);
        frame.setPrefSize(size, size);
        frame.setMaxSize(size, size);
        return frame;
    }

    /** The mark as pixels, for windows and files; on the JavaFX thread. */
    public static Image image(int size) {
        SnapshotParameters transparent = new SnapshotParameters();
        transparent.setFill(Color.TRANSPARENT);
        Group drawing = new Group(mark(size));
        new javafx.scene.Scene(drawing, size, size, Color.TRANSPARENT);
        drawing.layout();
        return drawing.snapshot(transparent, new javafx.scene.image.WritableImage(size, size));
    }

    /** The icons of a window, small to large. */
    static List<Image> windowIcons() {
        return SIZES.stream()
                .filter(size -> size <= 256)
                .map(SextantIcon::image)
                .toList();
    }

    /** The same drawing as a file for other programs. */
    public static String svg() {
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\n")
                .append("  <defs><linearGradient id=\"ground\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">")
                .append("<stop offset=\"0\" stop-color=\"" + TOP + "\"/>")
                .append("<stop offset=\"1\" stop-color=\"" + BOTTOM + "\"/></linearGradient></defs>\n")
                .append("  <rect width=\"64\" height=\"64\" rx=\"14\" fill=\"url(#ground)\"/>\n");
        IntStream.range(0, LINES.size()).forEach(i -> {
            if (i == 3) {
                append(out, SCALE);
            }
            append(out, LINES.get(i));
        });
        return out.append("</svg>\n").toString();
    }

    private static void append(StringBuilder out, Line line) {
        out.append(String.format(
                Locale.ROOT,
                "  <path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\"/>\n",
                line.path,
                line.colour,
                line.width));
    }

    private static Rectangle ground() {
        Rectangle ground = new Rectangle(BOX, BOX);
        ground.setArcWidth(CORNER);
        ground.setArcHeight(CORNER);
        ground.setFill(new LinearGradient(
                0, 0, 0, 1, true, CycleMethod.NO_CYCLE, new Stop(0, Color.web(TOP)), new Stop(1, Color.web(BOTTOM))));
        return ground;
    }

    private static SVGPath stroke(Line line) {
        SVGPath path = new SVGPath();
        path.setContent(line.path);
        path.setFill(null);
        path.setStroke(Color.web(line.colour));
        path.setStrokeWidth(line.width);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        return path;
    }
}
