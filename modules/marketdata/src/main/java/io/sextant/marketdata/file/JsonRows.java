package io.sextant.marketdata.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as lines of cells, so that candles and trades in JSON are read like any other table. Rows are the elements of the first
 * array that holds objects or arrays, however deep it lies, or one value a line (JSON Lines). The keys of the first object are
 * the heading.
 */
final class JsonRows extends InputStream {

    private static final int DEPTH_MAX = 16;

    private final JsonText json;
    private List<String> keys = List.of();
    private byte[] row = new byte[0];
    private int at;
    private State state = State.BEFORE;

    private enum State {
        BEFORE,
        /** Between the elements of an array. */
        ELEMENTS,
        /** Between values that stand one behind the other. */
        VALUES,
        OVER
    }

    JsonRows(InputStream in) {
        json = new JsonText(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            if (at == row.length && !nextRow()) {
                break;
            }
            int part = Math.min(length - written, row.length - at);
            System.arraycopy(row, at, into, offset + written, part);
            at += part;
            written += part;
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private boolean nextRow() throws IOException {
        String text = switch (state) {
            case BEFORE -> first();
            case ELEMENTS -> nextElement();
            case VALUES -> nextValue();
            case OVER -> "";
        };
        if (text.isEmpty()) {
            state = State.OVER;
            return false;
        }
        row = text.getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }

    private String first() throws IOException {
        List<String> scalarKeys = new ArrayList<>();
        List<String> scalars = new ArrayList<>();
        if (json.peek() == '[') {
            json.take('[');
            if (json.isScalarNext() && json.peek() != ']') {
                state = State.VALUES;
                return line(restOfArray());
            }
            state = State.ELEMENTS;
        } else if (seek(scalarKeys, scalars, 0)) {
            state = State.ELEMENTS;
        } else {
            state = State.VALUES;
            keys = scalarKeys;
            return scalars.isEmpty() ? "" : line(keys) + line(scalars);
        }
        if (json.peek() == ']') {
            return "";
        }
        return element();
    }

    /** Looks for an array of rows inside an object; true when it stands before the first of them. */
    private boolean seek(List<String> scalarKeys, List<String> scalars, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            throw json.broken();
        }
        json.take('{');
        while (json.peek() != '}') {
            String key = json.string();
            json.take(':');
            if (json.isScalarNext()) {
                scalarKeys.add(key);
                scalars.add(json.scalar());
            } else if (json.peek() == '{') {
                if (seek(new ArrayList<>(), new ArrayList<>(), depth + 1)) {
                    return true;
                }
            } else if (isArrayOfRows()) {
                return true;
            }
            json.takeComma('}');
        }
        json.take('}');
        return false;
    }

    private boolean isArrayOfRows() throws IOException {
        json.take('[');
        if (json.peek() == '{' || json.peek() == '[') {
            return true;
        }
        if (json.peek() != ']') {
            restOfArray();
        } else {
            json.take(']');
        }
        return false;
    }

    private String nextElement() throws IOException {
        return json.takeComma(']') ? element() : "";
    }

    private String nextValue() throws IOException {
        return json.peek() < 0 ? "" : element();
    }

    private String element() throws IOException {
        if (json.peek() == '{') {
            return object();
        }
        if (json.peek() == '[') {
            json.take('[');
            return json.peek() == ']' ? emptyArray() : line(restOfArray());
        }
        return line(List.of(json.scalar()));
    }

    private String emptyArray() throws IOException {
        json.take(']');
        return "\n";
    }

    private List<String> restOfArray() throws IOException {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(value());
        } while (json.takeComma(']'));
        json.take(']');
        return cells;
    }

    private String object() throws IOException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        json.take('{');
        while (json.peek() != '}') {
            names.add(json.string());
            json.take(':');
            values.add(value());
            json.takeComma('}');
        }
        json.take('}');
        if (keys.isEmpty()) {
            keys = names;
            return line(names) + line(values);
        }
        if (names.equals(keys)) {
            return line(values);
        }
        List<String> ordered = new ArrayList<>();
        for (String key : keys) {
            int index = names.indexOf(key);
            ordered.add(index < 0 ? "" : values.get(index));
        }
        return line(ordered);
    }

    private String value() throws IOException {
        if (json.isScalarNext()) {
            return json.scalar();
        }
        json.skip();
        return "";
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
            line.append(
                    plain && !cell.isEmpty()
                            ? cell
                            : '"' + cell.replace('"', ' ').replace('\n', ' ') + '"');
        }
        return line.append('\n').toString();
    }
}
