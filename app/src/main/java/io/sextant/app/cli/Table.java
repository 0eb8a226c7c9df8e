package io.sextant.app.cli;

import io.sextant.domain.money.Money;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text in columns; the first column to the left, figures to the right. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(headings);
    }

    void row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = cells[i] instanceof Money money ? amount(money) + " " + money.currency() : cells[i].toString();
        }
        rows.add(texts);
    }

    /** The exact amount without the ledger's trailing zeros, with two decimals at least. */
    static String amount(Money money) {
        String text = money.toString();
        String digits = text.substring(0, text.indexOf(' '));
        int point = digits.indexOf('.');
        int end = digits.length();
        while (point >= 0 && end > point + 3 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    void printOr(PrintWriter out, String whenEmpty) {
        if (rows.size() == 1) {
            out.println(whenEmpty);
        } else {
            print(out);
        }
    }

    void print(PrintWriter out) {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String padding = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? row[i] + padding : "  " + padding + row[i]);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
