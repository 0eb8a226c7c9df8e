package io.sextant.domain.hosting;

/** What a hosted strategy may be told. */
public enum HostSteering {
    /** Begin, or begin again, after a warm-up. */
    START,
    /** Take back what works and send nothing more for now; what it holds stays. */
    PAUSE,
    /** Go on, after a warm-up. */
    RESUME,
    /** End; what it holds stays in its book. */
    STOP,
    /** Sell or buy back all that it holds, then end. */
    STOP_AND_CLOSE,
    /** Forget it; only what is stopped and holds nothing. */
    REMOVE
}
