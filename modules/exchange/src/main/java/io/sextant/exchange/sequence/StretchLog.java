package io.sextant.exchange.sequence;

import java.util.ArrayList;
import java.util.List;

/** The newest marked stretches; those of an instrument that meet are one. Thread-safe. */
public final class StretchLog {

    private static final int MOST_KEPT = 1_024;

    /** How far back to look for one that the new one continues. */
    private static final int LOOK_BACK = 16;

    private final ArrayList<Stretch> newest = new ArrayList<>();
    private long refilled;
    private long notTrusted;

    public synchronized void add(Stretch stretch) {
        for (int i = newest.size() - 1; i >= Math.max(0, newest.size() - LOOK_BACK); i--) {
            Stretch before = newest.get(i);
            boolean same =
                    before.kind() == stretch.kind() && before.instrument().equals(stretch.instrument());
            if (same && before.touches(stretch.fromNanos(), stretch.toNanos() + 1)) {
                newest.set(i, before.joinedWith(stretch));
                return;
            }
        }
        switch (stretch.kind()) {
            case REFILLED -> refilled++;
            case NOT_TRUSTED -> notTrusted++;
        }
        if (newest.size() == MOST_KEPT) {
            newest.removeFirst();
        }
        newest.add(stretch);
    }

    public synchronized List<Stretch> newest() {
        return List.copyOf(newest);
    }

    public synchronized long refilled() {
        return refilled;
    }

    public synchronized long notTrusted() {
        return notTrusted;
    }
}
