package io.sextant.domain.event;

import io.sextant.domain.parent.ParentOrder;

/** A parent took a step, which its reason tells. */
public record ParentChanged(long position, long timeNanos, ParentOrder parent) implements Event {}
