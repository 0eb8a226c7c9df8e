package io.sextant.ui.chart.drawing;

import java.util.ArrayList;
import java.util.List;

/** One drawing. {@code text} is empty except for {@link DrawingTool#TEXT}; {@code colour} counts through the palette's colours. */
public record Drawing(int id, DrawingTool tool, List<Anchor> anchors, String text, int colour) {

    public Drawing {
        anchors = List.copyOf(anchors);
        if (anchors.size() != tool.anchors()) {
            throw new IllegalArgumentException(
                    tool + " is held by " + tool.anchors() + " points, not " + anchors.size());
        }
    }

    public Drawing withAnchor(int index, Anchor anchor) {
        List<Anchor> moved = new ArrayList<>(anchors);
        moved.set(index, anchor);
        return withAnchors(moved);
    }

    public Drawing withAnchors(List<Anchor> moved) {
        return new Drawing(id, tool, moved, text, colour);
    }

    public Drawing withText(String other) {
        return new Drawing(id, tool, anchors, other, colour);
    }
}
