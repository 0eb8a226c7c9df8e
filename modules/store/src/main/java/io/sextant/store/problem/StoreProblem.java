package io.sextant.store.problem;

import java.nio.file.Path;

/**
 * Why a store could not be opened or used. Each says what happened, what is safe, and what to do; the window words it anew in
 * the reader's language.
 */
public sealed interface StoreProblem {

    String whatHappened();

    String whatIsSafe();

    String whatToDo();

    default String sentence() {
        return whatHappened() + " " + whatIsSafe() + " " + whatToDo();
    }

    /** A second copy of the application holds the folder. {@code holder} names its process, or is empty. */
    record FolderLocked(Path folder, String holder) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "Another Sextant" + (holder.isEmpty() ? "" : " (" + holder + ")") + " is using " + folder + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was read or written there.";
        }

        @Override
        public String whatToDo() {
            return "Close the other one first, or start this one with another data folder.";
        }
    }

    /** The folder or a file in it cannot be read or written at all. */
    record FolderUnusable(Path folder, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return folder + " cannot be used: " + detail + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was overwritten.";
        }

        @Override
        public String whatToDo() {
            return "Check that the disk is there, has room, and that you may write to it.";
        }
    }

    /** A record that was whole when the journal was opened is not any more. */
    record JournalUnreadable(Path segment, long position, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "Record " + position + " of the journal can no longer be read from " + segment.getFileName() + " ("
                    + detail + ").";
        }

        @Override
        public String whatIsSafe() {
            return "All records before it are whole.";
        }

        @Override
        public String whatToDo() {
            return "Stop Sextant, check the disk and start again: opening sets the damaged part aside and says what it was.";
        }
    }

    /** The disk refused a write or was full. {@code safePosition} is the last record known to be on it. */
    record JournalFailed(Path folder, long safePosition, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "The journal in " + folder + " could not be written: " + detail + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Everything up to record " + safePosition + " is on the disk; what came after was not acknowledged.";
        }

        @Override
        public String whatToDo() {
            return "Make room on the disk or repair it, then restart Sextant: it recovers from the journal.";
        }
    }
}
