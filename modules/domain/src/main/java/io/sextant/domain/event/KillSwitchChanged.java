package io.sextant.domain.event;

import io.sextant.domain.order.KillScope;

/** Orders of the scope are stopped, or pass again. */
public record KillSwitchChanged(long position, long timeNanos, boolean engaged, String reason, KillScope scope)
        implements Event {

    /** The switch that stops everybody. */
    public KillSwitchChanged(long position, long timeNanos, boolean engaged, String reason) {
        this(position, timeNanos, engaged, reason, KillScope.ALL);
    }
}
