package io.sextant.app.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * A sheet on paper: PDF 1.4 (ISO 32000-1) with two of the fonts that every reader has, lines and boxes. Text is in Windows-1252, which holds
 * all of English and French.
 */
public final class PdfSheet {

    private static final double PAGE_WIDTH = 595;
    private static final double PAGE_HEIGHT = 842;
    private static final double MARGIN = 48;
    private static final double WIDTH = PAGE_WIDTH - 2 * MARGIN;
    private static final double BODY = 9;
    private static final double HEADING = 13;
    private static final double TITLE = 18;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final List<StringBuilder> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private double y;

    private PdfSheet() {}

    public static byte[] of(Sheet sheet) {
        PdfSheet pdf = new PdfSheet();
        pdf.turn();
        pdf.paragraph(sheet.title(), TITLE, true);
        for (int i = 0; i < sheet.parts().size(); i++) {
            Sheet.Part part = sheet.parts().get(i);
            switch (part) {
                case Sheet.Part.Heading(String text) -> {
                    pdf.need(HEADING * 6
                            + firstPicture(
                                    sheet.parts().subList(i + 1, sheet.parts().size())));
                    pdf.y -= HEADING;
                    pdf.paragraph(text, HEADING, true);
                }
                case Sheet.Part.Text(String text) -> pdf.paragraph(text, BODY, false);
                case Sheet.Part.Table(var head, var rows) -> pdf.table(head, rows);
                case Sheet.Part.Picture(Drawing drawing) -> pdf.picture(drawing);
            }
        }
        return pdf.bytes(sheet.title());
    }

    /** How high the picture is that a heading and its text stand above; nought where there is none. */
    private static double firstPicture(List<Sheet.Part> after) {
        for (Sheet.Part part : after) {
            if (part instanceof Sheet.Part.Picture(Drawing drawing)) {
                return Math.min(PAGE_HEIGHT / 2, drawing.height * WIDTH / drawing.width);
            }
            if (!(part instanceof Sheet.Part.Text)) {
                return 0;
            }
        }
        return 0;
    }

    private void turn() {
        page = new StringBuilder();
        pages.add(page);
        y = PAGE_HEIGHT - MARGIN;
    }

    private void need(double height) {
        if (y - height < MARGIN) {
            turn();
        }
    }

    private void paragraph(String text, double size, boolean bold) {
        for (String line : HelveticaWidths.wrapped(text, WIDTH, size)) {
            need(size * 1.4);
            y -= size * 1.4;
            text(MARGIN, y, line, size, bold, Drawing.INK);
        }
        y -= size * 0.4;
    }

    private void table(List<String> head, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(head.size());
        double first = columns < 3 ? WIDTH * 0.35 : WIDTH * 0.26;
        double other = (WIDTH - first) / Math.max(1, columns - 1);
        if (!head.isEmpty()) {
            row(head, first, other, true);
        }
        rows.forEach(each -> row(each, first, other, false));
        y -= BODY * 0.6;
    }

    private void row(List<String> cells, double first, double other, boolean bold) {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            lines.add(HelveticaWidths.wrapped(cells.get(i), (i == 0 ? first : other) - 4, BODY));
            most = Math.max(most, lines.getLast().size());
        }
        double height = most * BODY * 1.25 + 3;
        need(height);
        for (int i = 0; i < lines.size(); i++) {
            for (int k = 0; k < lines.get(i).size(); k++) {
                String line = lines.get(i).get(k);
                double right = MARGIN + first + i * other;
                double x = i == 0 ? MARGIN : right - HelveticaWidths.of(line, BODY);
                text(x, y - BODY * 1.25 * (k + 1), line, BODY, bold, Drawing.INK);
            }
        }
        y -= height;
        stroke(Drawing.FAINT, 0.5);
        put("%.2f %.2f m %.2f %.2f l S%n", MARGIN, y, MARGIN + WIDTH, y);
    }

    private void picture(Drawing drawing) {
        double scale = WIDTH / drawing.width;
        need(drawing.height * scale + 6);
        double top = y;
        for (Drawing.Mark mark : drawing.marks()) {
            switch (mark) {
                case Drawing.Mark.Line line -> {
                    stroke(line.colour(), line.thickness() * scale);
                    for (int i = 0; i < line.x().length; i++) {
                        put(
                                i == 0 ? "%.2f %.2f m%n" : "%.2f %.2f l%n",
                                MARGIN + line.x()[i] * scale,
                                top - line.y()[i] * scale);
                    }
                    put(line.x().length == 0 ? "n%n" : "S%n");
                }
                case Drawing.Mark.Box box -> {
                    put("%s rg%n", rgb(box.colour()));
                    put(
                            "%.2f %.2f %.2f %.2f re f%n",
                            MARGIN + box.x() * scale,
                            top - (box.y() + box.height()) * scale,
                            box.width() * scale,
                            box.height() * scale);
                }
                case Drawing.Mark.Word word -> {
                    double size = 10 * scale;
                    double width = HelveticaWidths.of(word.text(), size);
                    double left = switch (word.to()) {
                        case RIGHT -> 0;
                        case LEFT -> width;
                        case BOTH -> width / 2;
                    };
                    text(
                            MARGIN + word.x() * scale - left,
                            top - word.y() * scale,
                            word.text(),
                            size,
                            false,
                            word.colour());
                }
            }
        }
        y -= drawing.height * scale + 6;
    }

    private void stroke(int colour, double thickness) {
        put("%s RG %.2f w%n", rgb(colour), thickness);
    }

    private static String rgb(int colour) {
        return String.format(
                Locale.ENGLISH,
                "%.3f %.3f %.3f",
                (colour >> 16 & 255) / 255.0,
                (colour >> 8 & 255) / 255.0,
                (colour & 255) / 255.0);
    }

    private void text(double x, double baseline, String text, double size, boolean bold, int colour) {
        put("BT /%s %.2f Tf %s rg %.2f %.2f Td (", bold ? "B" : "R", size, rgb(colour), x, baseline);
        page.append(HelveticaWidths.printable(text)
                .replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)"));
        put(") Tj ET%n");
    }

    private void put(String format, Object... values) {
        page.append(String.format(Locale.ENGLISH, format, values));
    }

    private byte[] bytes(String title) {
        List<byte[]> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        int first = 5;
        for (int i = 0; i < pages.size(); i++) {
            kids.append(first + 2 * i).append(" 0 R ");
        }
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>"));
        objects.add(ascii(font("Helvetica")));
        objects.add(ascii(font("Helvetica-Bold")));
        for (int i = 0; i < pages.size(); i++) {
            objects.add(ascii(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /R 3 0 R /B 4 0 R >> >>"
                            + " /Contents " + (first + 2 * i + 1) + " 0 R >>"));
            objects.add(stream(pages.get(i).toString().getBytes(WINDOWS)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.4\n"));
        int[] places = new int[objects.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = out.size();
            out.writeBytes(ascii((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(ascii("\nendobj\n"));
        }
        int table = out.size();
        out.writeBytes(ascii("xref\n0 " + (places.length + 1) + "\n0000000000 65535 f \n"));
        for (int place : places) {
            out.writeBytes(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        }
        out.writeBytes(ascii("trailer\n<< /Size " + (places.length + 1) + " /Root 1 0 R /Info << /Title ("));
        out.writeBytes(
                HelveticaWidths.printable(title).replaceAll("[\\\\()]", " ").getBytes(WINDOWS));
        out.writeBytes(ascii(") >> >>\nstartxref\n" + table + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static String font(String name) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>";
    }

    private static byte[] stream(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("<< /Length " + packed.size() + " /Filter /FlateDecode >>\nstream\n"));
        out.writeBytes(packed.toByteArray());
        out.writeBytes(ascii("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
