package io.sextant.strategy.kind;

import java.util.List;

/**
 * Why, with the figures it was seen in. It travels with the order to its fill.
 *
 * @param code what happened, as "crossed-up"; the window says it in the person's language
 */
public record Reason(String code, List<Figure> figures) {

    /** A figure as evidence: its name and what it was at that moment. */
    public record Figure(String name, double value) {}

    public Reason {
        figures = List.copyOf(figures);
    }

    public static Reason of(String code, Figure... figures) {
        return new Reason(code, List.of(figures));
    }

    /** As the journal keeps it: the code, then name=value of each figure, in six digits. */
    public String text() {
        if (figures.isEmpty()) {
            return code;
        }
        StringBuilder text = new StringBuilder(code);
        for (Figure each : figures) {
            text.append(' ').append(each.name()).append('=');
            SixDigits.append(each.value(), text);
        }
        return text.toString();
    }
}
