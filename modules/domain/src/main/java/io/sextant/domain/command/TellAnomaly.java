package io.sextant.domain.command;

import io.sextant.domain.market.FlowAnomaly;

/** Tells the desk what somebody who watches its market saw there. Nothing trades on it; it is told, like a headline. */
public record TellAnomaly(FlowAnomaly anomaly) implements Command {}
