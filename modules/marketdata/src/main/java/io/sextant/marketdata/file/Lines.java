package io.sextant.marketdata.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a text as places in a byte array, without making a String of any. A line ends with LF, CR LF or the end of the
 * text; a byte order mark is skipped. After {@link #next} the line is {@code bytes()[start(), end())}.
 */
final class Lines {

    /** A line that is longer is no row of prices; it is handed out in pieces, which then do not look like rows either. */
    private static final int LONGEST = 1 << 20;

    private static final int FIRST_BUFFER = 1 << 18;

    private final InputStream in;
    private byte[] bytes;
    private int start;
    private int end;
    private int next;
    private int limit;
    private boolean ended;
    private long number;

    Lines(InputStream in) {
        this(in, new byte[FIRST_BUFFER], 0);
    }

    /** Begins with bytes that were read before. */
    Lines(InputStream in, byte[] first, int size) {
        this.in = in;
        bytes = Arrays.copyOf(first, Math.max(FIRST_BUFFER, first.length));
        limit = size;
    }

    boolean next() throws IOException {
        start = next;
        int at = next;
        while (true) {
            while (at < limit && bytes[at] != '\n') {
                at++;
            }
            if (at < limit || ended || at - start >= LONGEST) {
                break;
            }
            int scanned = at - start;
            fill();
            at = start + scanned;
        }
        if (at == start && at == limit) {
            return false;
        }
        next = Math.min(limit, at + 1);
        end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        number++;
        if (number == 1) {
            skipByteOrderMark();
        }
        return true;
    }

    private void skipByteOrderMark() {
        if (end - start >= 3
                && bytes[start] == (byte) 0xEF
                && bytes[start + 1] == (byte) 0xBB
                && bytes[start + 2] == (byte) 0xBF) {
            start += 3;
        }
    }

    /** Moves the line that has begun to the front and reads on behind it. */
    private void fill() throws IOException {
        int kept = limit - start;
        if (kept == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(bytes, start, bytes, 0, kept);
        start = 0;
        limit = kept;
        int read = in.read(bytes, limit, bytes.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Number of the line, the first is 1. */
    long number() {
        return number;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
