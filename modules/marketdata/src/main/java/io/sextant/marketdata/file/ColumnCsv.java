package io.sextant.marketdata.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Columns beside the times of bars as CSV, written as {@link BarCsv} writes times and numbers; what is not a number stays blank. */
public final class ColumnCsv {

    private static final int FLUSH_CHARS = 1 << 16;

    private ColumnCsv() {}

    public static void write(OutputStream out, long[] timeNanos, int rows, List<String> names, List<double[]> columns)
            throws IOException {
        StringBuilder text = new StringBuilder(FLUSH_CHARS + 4_096).append("time_utc");
        names.forEach(name -> text.append(',').append(name));
        text.append('\n');
        for (int i = 0; i < rows; i++) {
            BarCsv.time(text, timeNanos[i]);
            for (double[] column : columns) {
                BarCsv.number(text.append(','), column[i]);
            }
            text.append('\n');
            if (text.length() >= FLUSH_CHARS) {
                BarCsv.flush(out, text);
            }
        }
        BarCsv.flush(out, text);
    }
}
