package io.sextant.marketdata.macro;

import java.util.ArrayList;
import java.util.List;

/** Splits lines at the one separator of their file; what stands in quotes is not split, and a doubled quote there is one. */
record CsvLine(char separator) {

    private static final String SEPARATORS = "\t;,";
    private static final char QUOTE = '"';

    /** The separator that comes first in the heading, outside of quotes; the comma where there is none. */
    static CsvLine ofHeading(String heading) {
        boolean quoted = false;
        for (int i = 0; i < heading.length(); i++) {
            char one = heading.charAt(i);
            if (one == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && SEPARATORS.indexOf(one) >= 0) {
                return new CsvLine(one);
            }
        }
        return new CsvLine(',');
    }

    /** The cells without their quotes and the blanks around them. */
    List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char one = line.charAt(i);
            if (one == QUOTE) {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE;
                if (doubled) {
                    cell.append(QUOTE);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (one == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(one);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
