package io.sextant.app.sheet;

import java.util.ArrayList;
import java.util.List;

/** How wide Helvetica is, by Adobe's metrics of the font; an accent does not make a letter wider. */
final class HelveticaWidths {

    /** From space to tilde, in thousandths of the size. */
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private static final int USUAL = 556;

    private HelveticaWidths() {}

    static double of(String text, double size) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            int place = text.charAt(i) - ' ';
            width += place >= 0 && place < ASCII.length ? ASCII[place] : USUAL;
        }
        return width * size / 1_000;
    }

    /** Spaces of French numbers that the encoding has not become one that it has. */
    static String printable(String text) {
        return text.replace('\u202f', '\u00a0').replace('\u2212', '-');
    }

    /** In lines that are no wider; a word that is, is cut. */
    static List<String> wrapped(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && of(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (of(rest, size) > width && rest.length() > 1) {
                int fits = rest.length() - 1;
                while (fits > 1 && of(rest.substring(0, fits), size) > width) {
                    fits--;
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
