package io.sextant.ui.chart.drawing;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Drawings as text, one a line: id, tool, colour, points as time and price, and the words. A line that cannot be read is left out. */
public final class DrawingText {

    private static final System.Logger LOG = System.getLogger(DrawingText.class.getName());
    private static final int POINTS_AT = 3;

    private DrawingText() {}

    public static String write(List<Drawing> drawings) {
        return drawings.stream().map(DrawingText::line).collect(Collectors.joining("\n"));
    }

    public static List<Drawing> read(String text) {
        List<Drawing> drawings = new ArrayList<>();
        for (String line : text.isBlank() ? new String[0] : text.split("\n")) {
            try {
                drawings.add(drawing(line.split(" ", -1)));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "left out a drawing: " + line, unreadable);
            }
        }
        return drawings;
    }

    private static String line(Drawing drawing) {
        StringJoiner line = new StringJoiner(" ");
        line.add(Integer.toString(drawing.id())).add(drawing.tool().name()).add(Integer.toString(drawing.colour()));
        for (Anchor anchor : drawing.anchors()) {
            line.add(anchor.timeNanos() + "@" + anchor.price());
        }
        return line.add(URLEncoder.encode(drawing.text(), StandardCharsets.UTF_8))
                .toString();
    }

    private static Drawing drawing(String[] words) {
        DrawingTool tool = DrawingTool.valueOf(words[1]);
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < tool.anchors(); i++) {
            String[] point = words[POINTS_AT + i].split("@");
            anchors.add(new Anchor(Long.parseLong(point[0]), Double.parseDouble(point[1])));
        }
        return new Drawing(
                Integer.parseInt(words[0]),
                tool,
                anchors,
                URLDecoder.decode(words[POINTS_AT + tool.anchors()], StandardCharsets.UTF_8),
                Integer.parseInt(words[2]));
    }
}
