package io.sextant.app.forecast;

import java.util.Arrays;
import java.util.Locale;

/** A plot as inline SVG: bands and lines over two axes that were given their ranges. What is not finite is a hole. */
final class Plot {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 36;
    private static final int TICKS = 5;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final double xMin;
    private final double xMax;
    private final double yMin;
    private final double yMax;

    Plot(String title, double xMin, double xMax, double yMin, double yMax) {
        this.title = title;
        this.xMin = xMin;
        this.xMax = xMax > xMin ? xMax : xMin + 1;
        double room = 0.04 * (yMax - yMin);
        boolean flat = !(yMax > yMin);
        this.yMin = flat ? yMin - 1 : yMin - room;
        this.yMax = flat ? yMin + 1 : yMax + room;
    }

    /** Whose vertical axis holds all the values. */
    static Plot around(String title, double xMin, double xMax, double[]... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double each : row) {
                if (Double.isFinite(each)) {
                    low = Math.min(low, each);
                    high = Math.max(high, each);
                }
            }
        }
        return low > high ? new Plot(title, xMin, xMax, 0, 1) : new Plot(title, xMin, xMax, low, high);
    }

    Plot line(double[] x, double[] y, String style) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(y[i])) {
                path.append(down ? 'L' : 'M').append(point(x[i], y[i]));
            }
            down = Double.isFinite(y[i]);
        }
        body.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
        return this;
    }

    Plot band(double[] x, double[] low, double[] high, String style) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(x[i], high[i]));
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.append('L').append(point(x[i], low[i]));
        }
        body.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path)
                .append("Z\"/>\n");
        return this;
    }

    private String point(double x, double y) {
        return String.format(Locale.ENGLISH, "%.1f %.1f", across(x), up(y));
    }

    private double across(double x) {
        return LEFT + (x - xMin) / (xMax - xMin) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double y) {
        return HEIGHT - BOTTOM - (y - yMin) / (yMax - yMin) * (HEIGHT - TOP - BOTTOM);
    }

    /** @param below what the horizontal axis counts */
    String svg(String below) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ENGLISH,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                HEIGHT,
                PageText.escaped(title)));
        for (double tick : ticks(yMin, yMax)) {
            text.append(String.format(
                    Locale.ENGLISH,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    up(tick),
                    up(tick),
                    LEFT - 6,
                    up(tick) + 4,
                    PageText.number(tick)));
        }
        for (double tick : ticks(xMin, xMax)) {
            text.append(String.format(
                    Locale.ENGLISH,
                    "<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    across(tick),
                    HEIGHT - BOTTOM + 16,
                    PageText.number(tick)));
        }
        text.append(String.format(
                Locale.ENGLISH,
                "<text class=\"x\" x=\"%d\" y=\"%d\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 4,
                PageText.escaped(below)));
        return text.append(body).append("</svg>\n").toString();
    }

    /** Round numbers inside a range: 1, 2 or 5 times a power of ten apart. */
    private static double[] ticks(double from, double to) {
        double rough = (to - from) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = Arrays.stream(new double[] {1, 2, 5, 10})
                .map(factor -> factor * power)
                .filter(candidate -> candidate >= rough)
                .findFirst()
                .orElse(10 * power);
        long first = (long) Math.ceil(from / step);
        long last = (long) Math.floor(to / step);
        double[] ticks = new double[(int) Math.max(0, last - first + 1)];
        Arrays.setAll(ticks, i -> (first + i) * step);
        return ticks;
    }
}
