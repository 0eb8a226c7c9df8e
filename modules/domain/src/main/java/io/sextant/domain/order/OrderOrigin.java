package io.sextant.domain.order;

/** Who asked for an order. */
public enum OrderOrigin {
    TICKET,
    LADDER,
    COMMAND_LINE,
    STRATEGY,
    VOICE,
    /** A parent that works through children. */
    ALGORITHM
}
