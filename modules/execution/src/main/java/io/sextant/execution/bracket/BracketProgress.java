package io.sextant.execution.bracket;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/** How far a bracket has come: what was opened and closed, and which of its exits still stand. */
final class BracketProgress {

    boolean entryOver;
    boolean entryGrew;
    long closedLots;
    long firstFillNanos;
    long targetTicks;
    boolean targetGone;
    boolean stopGone;
    boolean stopSent;
    /** The stop whose price came while the target still works; zero for none. */
    long heldBackStop;

    boolean closing;
    long quietUntilNanos;

    void save(StateWriter out) {
        out.putBoolean(entryOver);
        out.putBoolean(entryGrew);
        out.putLong(closedLots);
        out.putLong(firstFillNanos);
        out.putLong(targetTicks);
        out.putBoolean(targetGone);
        out.putBoolean(stopGone);
        out.putBoolean(stopSent);
        out.putLong(heldBackStop);
        out.putBoolean(closing);
        out.putLong(quietUntilNanos);
    }

    void load(StateReader in) {
        entryOver = in.getBoolean();
        entryGrew = in.getBoolean();
        closedLots = in.getLong();
        firstFillNanos = in.getLong();
        targetTicks = in.getLong();
        targetGone = in.getBoolean();
        stopGone = in.getBoolean();
        stopSent = in.getBoolean();
        heldBackStop = in.getLong();
        closing = in.getBoolean();
        quietUntilNanos = in.getLong();
    }
}
