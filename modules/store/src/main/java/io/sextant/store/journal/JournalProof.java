package io.sextant.store.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a journal proves of itself: whether every record is the one that was written, in its place, none missing.
 *
 * @param records whole records in their place, up to the first bad one or the end
 * @param firstChained the first record that carries a link; 0 where none does
 * @param anchoredTo the newest record whose link the chain's file holds; 0 where there is none
 * @param linked the last good record at which no group of records is open; 0 where there is none
 * @param link the chain's at that record, as hexadecimal digits
 * @param bad the first record that is not what was written; empty when all are
 * @param tornTail bytes of a write that a crash broke off, behind everything that was acknowledged; the next opening cuts them
 * @param notes what else is to know, a sentence each
 */
public record JournalProof(
        Verdict verdict,
        long records,
        long firstChained,
        long anchoredTo,
        long linked,
        String link,
        Optional<BadRecord> bad,
        Optional<TornTail> tornTail,
        List<String> notes) {

    /** The names are told to programs and never change. */
    public enum Verdict {
        /** Every record is the one that was written. */
        WHOLE,
        /** As {@link #WHOLE}; behind it lies what a crash left of a write that nobody was told of. */
        TORN_TAIL,
        /** A record is not the one that was written, or is missing. */
        NOT_WHOLE,
        /** What is there fits, but nothing says that it is all: the chain's file is missing or unreadable. */
        NOT_ANCHORED,
        /** No record carries a link yet: a desk of an older version, which begins its chain when it is next run. */
        NOT_CHAINED,
        /** There is no record. */
        EMPTY
    }

    /** What happened to a record. The names are told to programs and never change. */
    public enum Change {
        /** Its bytes are not those that were written. */
        CHANGED,
        /** It is not there. */
        REMOVED,
        /** Something stands in its place that was never written there. */
        INSERTED,
        /** It stands further behind. */
        REORDERED,
        /** The chain was computed anew over other records: it fits in itself, and not to what was anchored. */
        REWRITTEN
    }

    /**
     * The first place where the journal is not what was written.
     *
     * @param position the record's number; of several that share a link which does not fit, the first
     * @param segment the file in which it is or would be
     * @param offset where in that file
     * @param sequence of the step after which it was written; where it cannot be read, of the last good record before it
     * @param timeNanos market time, UTC; where it cannot be read, of the last good record before it; 0 when there is none
     * @param isItsOwn whether sequence and time are the record's own
     * @param what the record is, as far as it can be read
     * @param detail by what it was seen
     */
    public record BadRecord(
            Change change,
            long position,
            Path segment,
            long offset,
            long sequence,
            long timeNanos,
            boolean isItsOwn,
            String what,
            String detail) {}

    /** What a crash in the middle of a write leaves. */
    public record TornTail(Path segment, long offset, long bytes, String detail) {}

    /** A link that somebody wrote down: the journal must still have it there. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Expected(long position, byte[] link) {

        /** Reads {@code POSITION:LINK}, as a proof tells it. */
        public static Expected parse(String text) {
            int colon = text.indexOf(':');
            try {
                byte[] link = HexFormat.of().parseHex(text.substring(colon + 1).toLowerCase(Locale.ROOT));
                long position = Long.parseLong(text.substring(0, Math.max(0, colon)));
                if (position > 0 && link.length == RecordFrame.LINK_BYTES) {
                    return new Expected(position, link);
                }
            } catch (IllegalArgumentException notOne) {
                throw new IllegalArgumentException(notATextOfIt(text), notOne);
            }
            throw new IllegalArgumentException(notATextOfIt(text));
        }

        private static String notATextOfIt(String text) {
            return "'" + text + "' is no record number, colon, and link of 64 hexadecimal digits";
        }
    }

    public JournalProof {
        notes = List.copyOf(notes);
    }

    /** Reads the whole journal of a folder and changes nothing; it may be in use. */
    public static JournalProof of(Path folder, List<Expected> writtenDown) throws IOException {
        return new JournalProver(folder, writtenDown).prove();
    }

    /** Whether nothing speaks against it. */
    public boolean isProven() {
        return verdict == Verdict.WHOLE || verdict == Verdict.TORN_TAIL || verdict == Verdict.EMPTY;
    }

    static String hex(byte[] link) {
        return HexFormat.of().formatHex(link);
    }
}
