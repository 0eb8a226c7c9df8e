package io.sextant.domain.venue;

/** How far what we know of orders, fills and balances agrees with what the venue says. Only {@link #AGREED} lets new orders go. */
public enum VenueTrust {
    /** The venue is being asked; nothing is known yet. */
    CHECKING,
    /** The venue was asked and says the same as our books. */
    AGREED,
    /** The venue says something else; a person has to look at it. */
    DIFFERS,
    /** The venue cannot be asked. That says nothing about positions: they are not known to be anything. */
    UNREACHABLE;

    /** Which of several venues a person has to know of first: what differs waits for him, the others may settle by themselves. */
    public boolean isWorseThan(VenueTrust other) {
        return badness() > other.badness();
    }

    private int badness() {
        return switch (this) {
            case AGREED -> 0;
            case CHECKING -> 1;
            case UNREACHABLE -> 2;
            case DIFFERS -> 3;
        };
    }
}
