package io.sextant.ui.panel.lab;

import java.util.Locale;

/** Clauses that begin a line. */
final class Sentences {

    private Sentences() {}

    static String capital(String clause) {
        if (clause.isEmpty()) {
            return clause;
        }
        int end = clause.offsetByCodePoints(0, 1);
        return clause.substring(0, end).toUpperCase(Locale.ROOT) + clause.substring(end);
    }
}
