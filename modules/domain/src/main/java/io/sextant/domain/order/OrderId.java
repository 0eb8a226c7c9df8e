package io.sextant.domain.order;

/** The engine's number for an order, counted up from 1 in the total order of events, so a replay gives the same one. */
public record OrderId(long value) {

    public OrderId {
        if (value <= 0) {
            throw new IllegalArgumentException("an order number is positive, was " + value);
        }
    }

    @Override
    public String toString() {
        return "#" + value;
    }
}
