package io.sextant.reference.company;

import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of facts with the columns symbol, item, period, published and value, and label and months where they are needed. */
final class CompanyTable {

    private CompanyTable() {}

    static CompanyReading read(Path file) {
        NumberTable table = NumberTable.read(file);
        String[] symbols = table.texts("symbol");
        String[] items = table.texts("item");
        String[] labels = textsOr(table, "label");
        String[] periods = table.texts("period");
        String[] months = textsOr(table, "months");
        String[] published = table.texts("published");
        String[] values = table.texts("value");
        List<CompanyRow> rows = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            rows.add(new CompanyRow(symbols[i], items[i], labels[i], periods[i], months[i], published[i], values[i]));
        }
        return CompanyReading.of(rows);
    }

    private static String[] textsOr(NumberTable table, String heading) {
        if (table.has(heading)) {
            return table.texts(heading);
        }
        String[] blank = new String[table.rows()];
        Arrays.fill(blank, "");
        return blank;
    }
}
