package io.sextant.app.sheet;

import java.util.List;

/** A report as it is read from top to bottom, before anybody decided on what it is shown. */
public record Sheet(String title, String language, List<Part> parts) {

    public Sheet {
        parts = List.copyOf(parts);
    }

    /** One thing below the other. */
    public sealed interface Part {

        record Heading(String text) implements Part {}

        record Text(String text) implements Part {}

        /** The first column is of words, the others of numbers. */
        record Table(List<String> head, List<List<String>> rows) implements Part {
            public Table {
                head = List.copyOf(head);
                rows = List.copyOf(rows);
            }
        }

        record Picture(Drawing drawing) implements Part {}
    }
}
