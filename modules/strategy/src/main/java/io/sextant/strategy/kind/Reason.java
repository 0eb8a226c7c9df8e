package io.sextant.strategy.kind;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /** As the journal keeps it: the code, then name=value of each figure. */
    public String text() {
        return figures.isEmpty()
                ? code
                : code + " "
                        + figures.stream()
                                .map(each -> each.name() + "=" + String.format(Locale.ROOT, "%.6g", each.value()))
                                .collect(Collectors.joining(" "));
    }
}
