package io.sextant.marketdata.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** JSON read piece by piece: just what tables of prices need, values as the texts they stand as. */
final class JsonText {

    private static final int DEPTH_MAX = 64;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private long passed;

    JsonText(InputStream in) {
        this.in = in;
    }

    /** The next byte that is no white space, not taken; -1 at the end. */
    int peek() throws IOException {
        while (true) {
            if (at == limit && !fill()) {
                return -1;
            }
            if (buffer[at] > ' ' || buffer[at] < 0) {
                return buffer[at];
            }
            at++;
        }
    }

    private boolean fill() throws IOException {
        passed += limit;
        at = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    void take(char expected) throws IOException {
        if (peek() != expected) {
            throw broken();
        }
        at++;
    }

    /** Takes a comma when there is one; without one only {@code end} may follow, which is left. */
    boolean takeComma(char end) throws IOException {
        int next = peek();
        if (next == ',') {
            at++;
            return true;
        }
        if (next != end) {
            throw broken();
        }
        return false;
    }

    boolean isScalarNext() throws IOException {
        int next = peek();
        return next != '{' && next != '[' && next != -1;
    }

    /** A string without its quotes, a number or word as it stands; {@code null} is empty. */
    String scalar() throws IOException {
        int next = peek();
        if (next == '"') {
            return string();
        }
        StringBuilder word = new StringBuilder();
        while ((at < limit || fill()) && isOfWord(buffer[at])) {
            word.append((char) buffer[at++]);
            if (word.length() > 400) {
                throw broken();
            }
        }
        if (word.isEmpty()) {
            throw broken();
        }
        String text = word.toString();
        return text.equals("null") ? "" : text;
    }

    private static boolean isOfWord(byte b) {
        return b > ' ' && b != ',' && b != ']' && b != '}' && b != ':' && b != '"';
    }

    String string() throws IOException {
        take('"');
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            byte b = one();
            if (b == '"') {
                return text.toString(StandardCharsets.UTF_8);
            }
            if (b == '\\') {
                text.writeBytes(escaped().getBytes(StandardCharsets.UTF_8));
            } else {
                text.write(b);
            }
        }
    }

    private String escaped() throws IOException {
        byte mark = one();
        return switch (mark) {
            case 'n', 'r', 't', 'b', 'f' -> " ";
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    code = code * 16 + Math.max(0, Character.digit(one(), 16));
                }
                yield String.valueOf((char) code);
            }
            default -> String.valueOf((char) mark);
        };
    }

    private byte one() throws IOException {
        if (at == limit && !fill()) {
            throw broken();
        }
        return buffer[at++];
    }

    /** Passes over one value of any kind. */
    void skip() throws IOException {
        int depth = 0;
        do {
            int next = peek();
            switch (next) {
                case -1 -> throw broken();
                case '{', '[' -> {
                    at++;
                    if (++depth > DEPTH_MAX) {
                        throw broken();
                    }
                }
                case '}', ']' -> {
                    at++;
                    depth--;
                }
                case ',', ':' -> at++;
                default -> scalar();
            }
        } while (depth > 0);
    }

    FileProblem broken() {
        return new FileProblem("it is no whole JSON, from byte " + (passed + at) + " on");
    }
}
