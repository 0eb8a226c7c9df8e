package io.sextant.ui.shell;

import io.sextant.ui.shell.DeskLayout.Area;
import io.sextant.ui.shell.DeskLayout.FloatingWindow;
import io.sextant.ui.shell.DeskLayout.Split;
import io.sextant.ui.shell.DeskLayout.Tabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;

/**
 * A layout as one line of text, to be remembered as a setting:
 * <pre>
 * layout = "1 " area { " @" x "," y "," width "," height " " area }
 * area   = ("h" | "v") "(" area { " " divider " " area } ")"  |  "[" id { "," id } "]"      the selected id ends in "*"
 * </pre>
 */
final class LayoutText {

    private static final String VERSION = "1 ";
    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;

    private LayoutText(String text) {
        this.text = text;
    }

    static String write(DeskLayout layout) {
        StringBuilder out = new StringBuilder(VERSION);
        write(layout.docked(), out);
        for (FloatingWindow window : layout.floating()) {
            out.append(String.format(
                    Locale.ROOT, " @%.0f,%.0f,%.0f,%.0f ", window.x(), window.y(), window.width(), window.height()));
            write(window.area(), out);
        }
        return out.toString();
    }

    /** Empty for what this version did not write. */
    static Optional<DeskLayout> read(String text) {
        if (!text.startsWith(VERSION) || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LayoutText(text).layout());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void write(Area area, StringBuilder out) {
        switch (area) {
            case Split(var orientation, var areas, var dividers) -> {
                out.append(orientation == Orientation.HORIZONTAL ? "h(" : "v(");
                write(areas.getFirst(), out);
                for (int i = 1; i < areas.size(); i++) {
                    out.append(String.format(Locale.ROOT, " %.4f ", dividers.get(i - 1)));
                    write(areas.get(i), out);
                }
                out.append(')');
            }
            case Tabs(var ids, var selected) ->
                out.append(ids.stream()
                        .map(id -> id.equals(selected) ? id + "*" : id)
                        .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private DeskLayout layout() {
        at = VERSION.length();
        Area docked = area(0);
        List<FloatingWindow> floating = new ArrayList<>();
        while (at < text.length()) {
            expect(" @");
            double x = number();
            expect(",");
            double y = number();
            expect(",");
            double width = number();
            expect(",");
            double height = number();
            expect(" ");
            floating.add(new FloatingWindow(x, y, width, height, area(0)));
        }
        return new DeskLayout(docked, floating);
    }

    private Area area(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested too deeply");
        }
        char kind = text.charAt(at++);
        return switch (kind) {
            case '[' -> tabs();
            case 'h' -> split(Orientation.HORIZONTAL, depth);
            case 'v' -> split(Orientation.VERTICAL, depth);
            default -> throw new IllegalArgumentException("no area starts with " + kind);
        };
    }

    private Area tabs() {
        int end = text.indexOf(']', at);
        List<String> ids = new ArrayList<>();
        String selected = "";
        for (String id : text.substring(at, end).split(",")) {
            boolean isSelected = id.endsWith("*");
            String plain = isSelected ? id.substring(0, id.length() - 1) : id;
            ids.add(plain);
            selected = isSelected ? plain : selected;
        }
        at = end + 1;
        return new Tabs(ids, selected);
    }

    private Area split(Orientation orientation, int depth) {
        expect("(");
        List<Area> areas = new ArrayList<>();
        List<Double> dividers = new ArrayList<>();
        areas.add(area(depth + 1));
        while (text.charAt(at) == ' ') {
            at++;
            dividers.add(number());
            expect(" ");
            areas.add(area(depth + 1));
        }
        expect(")");
        return new Split(orientation, areas, dividers);
    }

    private double number() {
        int start = at;
        while (at < text.length() && "-.0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.parseDouble(text.substring(start, at));
    }

    private void expect(String wanted) {
        if (!text.startsWith(wanted, at)) {
            throw new IllegalArgumentException("expected \"" + wanted + "\" at " + at);
        }
        at += wanted.length();
    }
}
