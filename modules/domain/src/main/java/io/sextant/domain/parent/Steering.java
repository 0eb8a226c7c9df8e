package io.sextant.domain.parent;

/** What a person may tell a working algorithm, besides cancelling it. */
public enum Steering {
    /** Take back what works and send nothing more for now. */
    PAUSE,
    RESUME,
    /** Trade all that is left now. */
    HURRY
}
