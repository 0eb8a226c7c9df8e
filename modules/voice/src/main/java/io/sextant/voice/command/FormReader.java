package io.sextant.voice.command;

import io.sextant.voice.language.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a form as it is written in a grammar file; what is wrong there is a bug of that file and says where. */
final class FormReader {

    private final String text;
    private final Map<String, Form> groups;
    private int at;

    private FormReader(String text, Map<String, Form> groups) {
        this.text = text;
        this.groups = groups;
    }

    static Form read(String text, Map<String, Form> groups) {
        FormReader reader = new FormReader(text, groups);
        Form form = reader.choice();
        if (reader.at < text.length()) {
            throw reader.wrong("a closing sign too many");
        }
        return form;
    }

    private Form choice() {
        List<Form> options = new ArrayList<>();
        options.add(sequence());
        while (peek() == '|') {
            at++;
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : new Form.Choice(options);
    }

    private Form sequence() {
        List<Form> parts = new ArrayList<>();
        while (true) {
            while (peek() == ' ') {
                at++;
            }
            char c = peek();
            if (c == 0 || c == '|' || c == ')' || c == ']') {
                return parts.size() == 1 ? parts.getFirst() : new Form.Sequence(parts);
            }
            parts.add(part(c));
        }
    }

    private Form part(char first) {
        return switch (first) {
            case '(' -> {
                at++;
                Form inside = choice();
                expect(')');
                yield inside;
            }
            case '[' -> {
                at++;
                Form inside = choice();
                expect(']');
                yield new Form.Choice(List.of(inside, Form.NOTHING));
            }
            case '<' -> slot(until('>'));
            case '{' -> {
                String mark = until('}');
                int equals = mark.indexOf('=');
                yield new Form.Mark(mark.substring(0, equals), mark.substring(equals + 1));
            }
            case '$' -> {
                at++;
                String name = word();
                Form group = groups.get(name);
                if (group == null) {
                    throw wrong("no group $" + name);
                }
                yield group;
            }
            default -> literal(word());
        };
    }

    private Form literal(String word) {
        String folded = Wording.fold(word);
        if (!Wording.of(word).equals(List.of(folded))) {
            throw wrong("\"" + word + "\" is not one plain word");
        }
        return new Form.Word(folded, word);
    }

    private Form slot(String inside) {
        int colon = inside.indexOf(':');
        String kind = colon < 0 ? inside : inside.substring(0, colon);
        String name = colon < 0 ? inside : inside.substring(colon + 1);
        return new Form.Slot(Form.SlotKind.valueOf(kind.toUpperCase(Locale.ROOT)), name);
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '%')) {
            at++;
        }
        return text.substring(from, at);
    }

    private String until(char end) {
        int close = text.indexOf(end, at);
        if (close < 0) {
            throw wrong("no " + end);
        }
        String inside = text.substring(at + 1, close);
        at = close + 1;
        return inside;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("no " + wanted);
        }
        at++;
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(what + " at " + at + " of: " + text);
    }
}
