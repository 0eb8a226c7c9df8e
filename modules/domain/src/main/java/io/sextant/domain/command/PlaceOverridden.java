package io.sextant.domain.command;

import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.OrderDraft;

/** Places an order that may pass one control, on a person's word. The word holds for this draft and for nothing else. */
public record PlaceOverridden(OrderDraft draft, GateOverride override) implements Command {}
