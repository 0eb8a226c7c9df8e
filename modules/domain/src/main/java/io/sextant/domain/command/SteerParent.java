package io.sextant.domain.command;

import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.Steering;

/** Pauses, resumes or hurries a working algorithm. */
public record SteerParent(OrderId parent, Steering how) implements Command {}
