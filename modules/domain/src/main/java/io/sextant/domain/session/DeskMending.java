package io.sextant.domain.session;

/** What a person allows to be done to a desk that cannot be opened as it is. Nothing is ever deleted. */
public enum DeskMending {
    NOTHING,
    /** A damaged database is set aside and made again from the journal. */
    REMAKE_TABLES,
    /** The whole desk is set aside, and a new one is begun in its place. */
    BEGIN_ANEW
}
