package io.sextant.app.forecast;

import java.util.Locale;

/** Words and numbers as a page may hold them. */
public final class PageText {

    private PageText() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As short as it can be said. */
    public static String number(double value) {
        if (value == 0) {
            return "0";
        }
        String text = String.format(
                Locale.ENGLISH, Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4 ? "%.3g" : "%.6f", value);
        if (text.indexOf('e') >= 0 || text.indexOf('.') < 0) {
            return text;
        }
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** A dash where there is none. */
    public static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ENGLISH, format, value) : "–";
    }
}
