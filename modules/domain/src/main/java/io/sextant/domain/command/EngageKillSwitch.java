package io.sextant.domain.command;

import io.sextant.domain.order.KillScope;

/** Stops all new orders of the scope at once and cancels what works there. */
public record EngageKillSwitch(String reason, KillScope scope) implements Command {

    /** Stops everybody. */
    public EngageKillSwitch(String reason) {
        this(reason, KillScope.ALL);
    }
}
