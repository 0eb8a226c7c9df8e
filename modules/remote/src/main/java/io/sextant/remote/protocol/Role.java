package io.sextant.remote.protocol;

/** What somebody may do at an engine; each may do what the ones before may. */
public enum Role {
    VIEW,
    TRADE,
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
