package io.sextant.app.backtest;

import java.util.List;

/** A report as it is read from top to bottom, before anybody decided on what it is shown. */
record Sheet(String title, String language, List<Part> parts) {

    Sheet {
        parts = List.copyOf(parts);
    }

    /** One thing below the other. */
    sealed interface Part {

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
