package io.sextant.app.sheet;

import java.util.List;
import java.util.Locale;

/** A sheet as one page that needs nothing else. */
public final class HtmlSheet {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 15px/1.45 system-ui, sans-serif; color: #1b2430; background: #fbfaf7; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
            th, td { text-align: right; padding: .2rem .5rem; border-bottom: 1px solid #d9d6cd; overflow-wrap: anywhere; }
            th:first-child, td:first-child { text-align: left; }
            svg { width: 100%; height: auto; } svg text { font-size: 10px; font-family: system-ui, sans-serif; }
            """;

    private HtmlSheet() {}

    public static String of(Sheet sheet) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"" + sheet.language()
                + "\"><head><meta charset=\"utf-8\">\n<title>" + escaped(sheet.title()) + "</title>\n<style>\n" + STYLE
                + "</style></head><body>\n<h1>" + escaped(sheet.title()) + "</h1>\n");
        for (Sheet.Part part : sheet.parts()) {
            switch (part) {
                case Sheet.Part.Heading(String text) ->
                    page.append("<h2>").append(escaped(text)).append("</h2>\n");
                case Sheet.Part.Text(String text) ->
                    page.append("<p>").append(escaped(text)).append("</p>\n");
                case Sheet.Part.Table(var head, var rows) -> table(page, head, rows);
                case Sheet.Part.Picture(Drawing drawing) -> svg(page, drawing);
            }
        }
        return page.append("</body></html>\n").toString();
    }

    private static void table(StringBuilder page, List<String> head, List<List<String>> rows) {
        page.append("<table>\n");
        if (!head.isEmpty()) {
            row(page, head, "th");
        }
        rows.forEach(each -> row(page, each, "td"));
        page.append("</table>\n");
    }

    private static void row(StringBuilder page, List<String> cells, String tag) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append('<').append(tag).append('>').append(escaped(cell));
            page.append("</").append(tag).append('>');
        }
        page.append("</tr>\n");
    }

    private static void svg(StringBuilder page, Drawing drawing) {
        page.append(String.format(
                Locale.ENGLISH, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n", drawing.width, drawing.height));
        for (Drawing.Mark mark : drawing.marks()) {
            switch (mark) {
                case Drawing.Mark.Line line -> {
                    page.append("<polyline fill=\"none\" stroke=\"").append(colour(line.colour()));
                    page.append("\" stroke-width=\"").append(line.thickness()).append("\" points=\"");
                    for (int i = 0; i < line.x().length; i++) {
                        page.append(String.format(Locale.ENGLISH, "%.1f,%.1f ", line.x()[i], line.y()[i]));
                    }
                    page.append("\"/>\n");
                }
                case Drawing.Mark.Box box ->
                    page.append(String.format(
                            Locale.ENGLISH,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                            box.x(),
                            box.y(),
                            box.width(),
                            box.height(),
                            colour(box.colour())));
                case Drawing.Mark.Word word ->
                    page.append(String.format(
                            Locale.ENGLISH,
                            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                            word.x(),
                            word.y(),
                            anchor(word.to()),
                            colour(word.colour()),
                            escaped(word.text())));
            }
        }
        page.append("</svg>\n");
    }

    private static String anchor(Drawing.Side to) {
        return switch (to) {
            case RIGHT -> "start";
            case LEFT -> "end";
            case BOTH -> "middle";
        };
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
