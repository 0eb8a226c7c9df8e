package io.sextant.domain.command;

import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.StageCause;

/**
 * Starts, pauses or ends a hosted strategy.
 *
 * @param cause {@link StageCause#ASKED} of people; the host itself pauses what failed
 */
public record SteerStrategy(String strategy, HostSteering how, StageCause cause, String why) implements Command {

    public static SteerStrategy asked(String strategy, HostSteering how, String why) {
        return new SteerStrategy(strategy, how, StageCause.ASKED, why);
    }
}
