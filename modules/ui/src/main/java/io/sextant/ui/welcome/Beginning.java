package io.sextant.ui.welcome;

/** With which market somebody begins. */
public enum Beginning {
    SIMULATED,
    /** With the simulated one, and the question which files to import beside it. */
    IMPORT,
    /** With the simulated one, and the question which venue to follow. */
    VENUE,
    /** With the engine of another machine. */
    CONNECT
}
