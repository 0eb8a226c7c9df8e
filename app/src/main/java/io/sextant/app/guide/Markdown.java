package io.sextant.app.guide;

import java.util.Locale;

/** How words stand in a page, so that nothing of them is taken for markup. */
final class Markdown {

    private Markdown() {}

    static String words(String text) {
        return text.strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("|", "\\|");
    }

    /** A bar ends a cell of a table even between backticks. */
    static String codeInTable(String text) {
        return '`' + text.replace("|", "\\|") + '`';
    }

    /** The name under which a link finds a heading: small letters, gaps as dashes, other signs left out. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^\\p{L}\\p{N}_-]", "");
    }
}
