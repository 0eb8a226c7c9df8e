package io.sextant.store.problem;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.nio.file.Path;
import java.time.Instant;

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

    /** The journal has a damaged end, and whoever opened it was only looking. */
    record JournalDamaged(Path folder, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return detail;
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was changed in " + folder + ".";
        }

        @Override
        public String whatToDo() {
            return "Open the desk with sextant run: it sets the damaged part aside, says so in its journal, and goes on"
                    + " from the last whole record.";
        }
    }

    /** The journal of an account with a venue has a damage that no crash explains. */
    record JournalLost(Path folder, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return detail;
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was changed in " + folder
                    + ", and nothing was sent: without these records orders may work at the"
                    + " venue that this desk does not know.";
        }

        @Override
        public String whatToDo() {
            return "Look at your orders and positions at the venue itself; bring the folder back from a backup, or set it aside"
                    + " with sextant run --begin-anew.";
        }
    }

    /** The tables stopped following the journal while the desk was running. */
    record TablesStopped(String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "Order history, fills and settings could not be written to the database: " + detail + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing is lost: all of it is in the journal, and trading goes on.";
        }

        @Override
        public String whatToDo() {
            return "Look at the disk, then make the tables again from the journal.";
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

    /** A database does not hold what was written to it. {@code content} says what is in it and how it comes back. */
    record DatabaseDamaged(String place, Content content, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "The database " + place + " is damaged: " + detail + ".";
        }

        @Override
        public String whatIsSafe() {
            return switch (content) {
                case TABLES -> "Nothing was changed, and nothing is lost: all that is in it is also in the journal.";
                case BARS -> "Nothing was changed; orders and settings are not in it.";
            };
        }

        @Override
        public String whatToDo() {
            return switch (content) {
                case TABLES -> "Let Sextant set it aside and make it anew from the journal.";
                case BARS ->
                    "Let Sextant set it aside and begin a new one; recent bars are made again, older ones must be"
                            + " loaded again.";
            };
        }

        public enum Content {
            /** The desk's tables, a projection of the journal. */
            TABLES("desk"),
            /** The bar archive, with macro series and models. */
            BARS("bars");

            private final String label;

            Content(String label) {
                this.label = label;
            }

            /** What files and schemas of it are called. */
            public String label() {
                return label;
            }
        }
    }

    /** A newer Sextant has brought the database to tables that this one does not know. */
    record DatabaseFromNewerVersion(String place, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return place + " was written by a newer version of Sextant (" + detail + ").";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was changed.";
        }

        @Override
        public String whatToDo() {
            return "Start the newer version, or this one with another data folder.";
        }
    }

    /** The database server of a store does not answer, or has ended the talk. */
    record ServerUnreachable(String server, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "The database server at " + server + " does not answer: " + detail + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing is lost: orders and settings are in the journal on this machine, and what was stored is with the"
                    + " server.";
        }

        @Override
        public String whatToDo() {
            return "Check that the server runs and that its address is right; when it answers again, all goes on.";
        }
    }

    /** The database server of a store answers and says no: to the user, to a right, or for want of room. */
    record ServerRefused(String server, String detail) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "The database server at " + server + " refused: " + detail + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was changed.";
        }

        @Override
        public String whatToDo() {
            return "Check user, password and rights, and that the database is there and has room.";
        }
    }

    /** Another process holds the same desk's store on the server. */
    record StoreInUse(String place) implements StoreProblem {

        @Override
        public String whatHappened() {
            return "Another Sextant is using " + place + ".";
        }

        @Override
        public String whatIsSafe() {
            return "Nothing was read or written there.";
        }

        @Override
        public String whatToDo() {
            return "Close the other one first, on whichever machine it runs.";
        }
    }

    /** Stored bars of an instrument fail their checksum. Times are UTC nanoseconds. */
    record BarsDamaged(InstrumentId instrument, Timeframe timeframe, long firstNanos, long lastNanos)
            implements StoreProblem {

        @Override
        public String whatHappened() {
            return "The stored " + timeframe.label() + " bars of " + instrument + " between "
                    + Instant.ofEpochSecond(0, firstNanos) + " and " + Instant.ofEpochSecond(0, lastNanos)
                    + " are damaged.";
        }

        @Override
        public String whatIsSafe() {
            return "All other bars can be read.";
        }

        @Override
        public String whatToDo() {
            return "Load the bars of that time again: they replace the damaged ones.";
        }
    }
}
