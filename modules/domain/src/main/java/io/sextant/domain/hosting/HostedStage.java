package io.sextant.domain.hosting;

/** How far a hosted strategy is. Only one that runs may send what makes its position larger. */
public enum HostedStage {
    /** Agreed with, and never started. */
    READY,
    RUNNING,
    /** Sends nothing; goes on when somebody resumes it. */
    PAUSED,
    /** Sells or buys back what it holds, and is stopped then. */
    CLOSING,
    STOPPED,
    /** The desk knows it no more. */
    REMOVED
}
