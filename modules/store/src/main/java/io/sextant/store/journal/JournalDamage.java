package io.sextant.store.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * What opening cut off a journal.
 *
 * @param kind what it looks like
 * @param position of the first record that is gone
 * @param segment the file in which it would be
 * @param offset where in that file
 * @param detail what is wrong with it
 * @param cutBytes how much was set aside, from there to the journal's end
 * @param wholeRecordsAfter readable records among what was set aside; order matters, so they count for nothing
 * @param setAside the files that hold all of it
 */
public record JournalDamage(
        Kind kind,
        long position,
        Path segment,
        long offset,
        String detail,
        long cutBytes,
        long wholeRecordsAfter,
        List<Path> setAside) {

    public enum Kind {
        /** The last record is not whole, and nothing readable follows: what a crash in the middle of a write leaves. */
        TORN_TAIL,
        /** Readable records follow a bad one, or it was on the disk whole before: not a crash but a damaged file. */
        DAMAGED_RECORD,
        /** A segment is not there, or does not begin where the one before ends. */
        MISSING_SEGMENT,
        /** The files end with a whole record, but later ones were on the disk. Nothing is there to set aside. */
        MISSING_END
    }

    public JournalDamage {
        setAside = List.copyOf(setAside);
    }

    public String sentence() {
        if (setAside.isEmpty()) {
            return whatIsWrong() + " Everything before record " + position + " is whole.";
        }
        String kept = " " + cutBytes + " bytes were set aside as "
                + String.join(
                        ", ",
                        setAside.stream()
                                .map(file -> file.getFileName().toString())
                                .toList())
                + "; everything before record " + position + " is whole.";
        return whatIsWrong() + kept;
    }

    /** Without what was done about it. */
    public String whatIsWrong() {
        return switch (kind) {
            case TORN_TAIL ->
                "The journal ends in a record that is not whole (record " + position + ": " + detail + ").";
            case DAMAGED_RECORD ->
                "Record " + position + " of the journal is damaged (" + detail + ") though "
                        + (wholeRecordsAfter == 0
                                ? "it was on the disk before."
                                : wholeRecordsAfter + " whole records follow it.");
            case MISSING_SEGMENT ->
                "The part of the journal that begins with record " + position + " is missing (" + detail + "), though "
                        + wholeRecordsAfter + " whole records follow it.";
            case MISSING_END ->
                "The journal ends before record " + position + " (" + detail + "): its last records are missing.";
        };
    }
}
