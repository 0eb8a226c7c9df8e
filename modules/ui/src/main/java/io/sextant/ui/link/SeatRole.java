package io.sextant.ui.link;

import java.util.Locale;

/** What the reader may do at an engine on another machine; each may do what the ones before may. */
public enum SeatRole {
    VIEW,
    TRADE,
    ADMIN;

    public boolean covers(SeatRole needed) {
        return compareTo(needed) >= 0;
    }

    /** As the server's own file of users has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
