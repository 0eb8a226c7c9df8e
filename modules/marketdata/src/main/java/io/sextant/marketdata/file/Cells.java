package io.sextant.marketdata.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where the cells of one line begin and end; spaces and quotes around them are left out. */
final class Cells {

    /** No table of prices is wider. */
    static final int MOST = 4_096;

    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;
    private byte[] bytes = new byte[0];

    /** Splits {@code [from, to)}; a blank line has one empty cell. */
    void split(byte[] line, int from, int to, byte separator) {
        bytes = line;
        count = 0;
        int at = from;
        do {
            at = cell(line, at, to, separator);
        } while (at <= to && count < MOST);
    }

    /** Takes one cell and returns where the next one begins; behind {@code to} when this was the last. */
    private int cell(byte[] line, int from, int to, byte separator) {
        int first = from;
        while (first < to && line[first] == ' ' && separator != ' ') {
            first++;
        }
        if (first < to && line[first] == '"') {
            int quote = first + 1;
            while (quote < to && line[quote] != '"') {
                quote++;
            }
            int behind = quote;
            while (behind < to && line[behind] != separator) {
                behind++;
            }
            add(first + 1, quote);
            return behind + 1;
        }
        int end = first;
        while (end < to && line[end] != separator) {
            end++;
        }
        int last = end;
        while (last > first && line[last - 1] <= ' ') {
            last--;
        }
        add(first, last);
        return end + 1;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isBlank(int cell) {
        return cell >= count || starts[cell] == ends[cell];
    }

    String text(int cell) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    }
}
