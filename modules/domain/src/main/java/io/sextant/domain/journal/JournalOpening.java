package io.sextant.domain.journal;

/** What was found when a journal was opened; {@code damage} is a sentence, or empty when every record was whole. */
public record JournalOpening(long records, long bytes, long cutBytes, String damage) {

    public boolean wasCut() {
        return cutBytes > 0;
    }
}
