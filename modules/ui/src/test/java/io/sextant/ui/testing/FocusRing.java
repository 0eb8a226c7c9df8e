package io.sextant.ui.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Looks whether somebody who goes by the keyboard sees where it is. */
public final class FocusRing {

    /** What WCAG 2.2 (1.4.11, 2.4.13) asks between a thing with the keyboard and the same thing without it. */
    private static final double CONTRAST_LEAST = 3;

    /** Of large things a part shows it: the head of a table, the tab that is chosen. */
    private static final double MOST = 200;

    private static final double AROUND = 3;

    private FocusRing() {}

    /**
     * The kinds of nodes, each looked at once for all {@code kinds} that were seen before, that look the same with the keyboard and without: fewer
     * pixels than two of the shorter sides have another colour. On the JavaFX thread, in a window that is shown.
     */
    public static Set<String> unseen(String where, List<Node> nodes, Set<String> kinds) {
        Set<String> unseen = new TreeSet<>();
        for (Node node : nodes) {
            if (canBeLookedAt(node) && kinds.add(kind(node))) {
                int changed = changed(node);
                Bounds size = node.getLayoutBounds();
                double wanted = Math.min(MOST, 2 * Math.min(size.getWidth(), size.getHeight()));
                if (changed < wanted) {
                    unseen.add(where + ": " + kind(node) + " " + node.getId() + " " + changed + " of " + wanted);
                }
            }
        }
        return unseen;
    }

    private static boolean canBeLookedAt(Node node) {
        return node.isFocusTraversable()
                && !node.isDisabled()
                && !(node instanceof ScrollPane)
                && !node.getClass().getSimpleName().equals("HiddenSidesPane")
                && isInSight(node)
                && isShown(node)
                && node.getLayoutBounds().getWidth() > 0
                && isWithinWindow(node);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Not scrolled away. */
    private static boolean isInSight(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("viewport")
                    && !each.localToScene(each.getLayoutBounds()).contains(bounds)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithinWindow(Node node) {
        Scene scene = node.getScene();
        return new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()).contains(area(node));
    }

    public static String kind(Node node) {
        return node.getClass().getSimpleName()
                + new TreeSet<>(node.getStyleClass())
                + (node instanceof Toggle toggle && toggle.isSelected() ? " selected" : "");
    }

    /** Pixels in and around it that stand out from what was there before the keyboard came. */
    private static int changed(Node node) {
        Node root = node.getScene().getRoot();
        root.requestFocus();
        WritableImage without = picture(node);
        node.requestFocus();
        WritableImage with = picture(node);
        int changed = 0;
        for (int y = 0; y < (int) without.getHeight(); y++) {
            for (int x = 0; x < (int) without.getWidth(); x++) {
                Color before = without.getPixelReader().getColor(x, y);
                Color now = with.getPixelReader().getColor(x, y);
                if (contrast(before, now) >= CONTRAST_LEAST) {
                    changed++;
                }
            }
        }
        return changed;
    }

    private static WritableImage picture(Node node) {
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(area(node));
        // What scrolls is kept as a picture, which is else that of the last pulse.
        for (Node each = node; each != null; each = each.getParent()) {
            each.setCache(false);
        }
        return node.getScene().getRoot().snapshot(part, null);
    }

    private static Rectangle2D area(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        double left = Math.max(0, Math.floor(bounds.getMinX() - AROUND));
        double top = Math.max(0, Math.floor(bounds.getMinY() - AROUND));
        Scene scene = node.getScene();
        double right = Math.min(scene.getWidth(), Math.ceil(bounds.getMaxX() + AROUND));
        double bottom = Math.min(scene.getHeight(), Math.ceil(bounds.getMaxY() + AROUND));
        return right > left && bottom > top
                ? new Rectangle2D(left, top, right - left, bottom - top)
                : new Rectangle2D(scene.getWidth(), scene.getHeight(), 1, 1);
    }

    /** WCAG's ratio of the lighter to the darker. */
    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
