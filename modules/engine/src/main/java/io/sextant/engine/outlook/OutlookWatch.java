package io.sextant.engine.outlook;

/** Hears how far drawing is, on the thread that asked for it. */
public interface OutlookWatch {

    /**
     * @param done paths of one outlook, or outlooks
     * @param of how many there are
     */
    void drawn(long done, long of);

    /** Asked from any thread, often. */
    boolean isCancelled();
}
