package io.sextant.exchange.standin.fault;

/** What can happen to one message of a stream. */
public enum StreamFault {
    NONE,
    DROP,
    DUPLICATE,
    /** Comes late, and everything after it too: a stream is one pipe. */
    DELAY,
    /** Comes after the one that follows it. */
    REORDER,
    /** Ids are consumed without a message: what happened in them is never told. */
    GAP,
    HALF_A_MESSAGE,
    WRONG_TYPE,
    UNKNOWN_FIELD,
    GARBAGE,
    /** The connection is cut. */
    CUT,
    /** The connection stays open and says nothing for a while; what it would have said is lost. */
    SILENCE
}
