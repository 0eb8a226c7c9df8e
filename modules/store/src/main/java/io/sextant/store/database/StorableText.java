package io.sextant.store.database;

/**
 * Text as every database can hold it: no zero character, which PostgreSQL's texts end with, and no half of a surrogate pair,
 * which is no character at all and is what cutting a text may leave. Either becomes the replacement character U+FFFD; the facts
 * in the journal keep what was written.
 */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    public static String of(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(one)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (one == 0 || Character.isSurrogate(one)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
