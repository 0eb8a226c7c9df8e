package io.sextant.domain.command;

import io.sextant.domain.order.KillScope;

/** Lets orders of the scope pass again, for the reason a person gives. Other kill switches stay as they are. */
public record ReleaseKillSwitch(String reason, KillScope scope) implements Command {

    /** Releases the switch that stops everybody. */
    public ReleaseKillSwitch(String reason) {
        this(reason, KillScope.ALL);
    }
}
