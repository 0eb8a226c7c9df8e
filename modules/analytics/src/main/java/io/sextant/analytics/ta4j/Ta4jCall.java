package io.sextant.analytics.ta4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was written of one indicator: {@code rsi:14}, or with another in brackets in place of the close, {@code sma:(rsi:14):9}. */
record Ta4jCall(String code, List<Argument> arguments) {

    /** What stands between two colons. */
    sealed interface Argument {

        record Value(double value) implements Argument {}

        record Word(String word) implements Argument {}

        record Nested(Ta4jCall call) implements Argument {}
    }

    Ta4jCall {
        arguments = List.copyOf(arguments);
    }

    /** @throws IllegalArgumentException with a sentence for the writer */
    static Ta4jCall parse(String text) {
        List<String> parts = split(text);
        List<Argument> arguments = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            arguments.add(argument(part, text));
        }
        return new Ta4jCall(parts.getFirst().toLowerCase(Locale.ROOT), arguments);
    }

    private static Argument argument(String part, String text) {
        if (part.startsWith("(") && part.endsWith(")")) {
            return new Argument.Nested(parse(part.substring(1, part.length() - 1)));
        }
        if (part.isEmpty()) {
            throw new IllegalArgumentException("nothing stands between two colons of '" + text + "'");
        }
        char first = part.charAt(0);
        if (Character.isLetter(first)) {
            return new Argument.Word(part);
        }
        try {
            return new Argument.Value(Double.parseDouble(part));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + part + "' in '" + text + "' is not a number", e);
        }
    }

    /** At the colons that stand in no brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                break;
            }
            if (c == ':' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (depth != 0) {
            throw new IllegalArgumentException("the brackets of '" + text + "' do not match");
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
