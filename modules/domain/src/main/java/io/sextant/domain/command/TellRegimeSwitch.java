package io.sextant.domain.command;

import io.sextant.domain.regime.RegimeSwitch;

/** Tells the desk that a series is in another regime. It is told, like a headline; what follows from it is set by settings. */
public record TellRegimeSwitch(RegimeSwitch change) implements Command {}
