package io.sextant.domain.time;

import java.util.concurrent.locks.LockSupport;

/** How a loop with nothing to do waits; handed in, so that tests never sleep. */
@FunctionalInterface
public interface Pause {

    /** Waits about {@code nanos}, or less. */
    void parkNanos(long nanos);

    /** Gives the processor back to the system. */
    Pause PARK = LockSupport::parkNanos;
}
