package io.sextant.domain.order;

/**
 * What an order may not do, and when it ends. {@code postOnly}: it never takes from the book. {@code reduceOnly}: it never makes a
 * position larger or turns it round. {@code endsNanos}: the moment a good-till-date order ends, zero for any other.
 */
public record OrderHandling(boolean postOnly, boolean reduceOnly, long endsNanos) {

    /** Nothing special. */
    public static final OrderHandling PLAIN = new OrderHandling(false, false, 0);

    public OrderHandling {
        if (endsNanos < 0) {
            throw new IllegalArgumentException("an order ends after 1970, was " + endsNanos);
        }
    }

    public static OrderHandling endingAt(long endsNanos) {
        return new OrderHandling(false, false, endsNanos);
    }

    public OrderHandling withPostOnly() {
        return new OrderHandling(true, reduceOnly, endsNanos);
    }

    public OrderHandling withReduceOnly() {
        return new OrderHandling(postOnly, true, endsNanos);
    }
}
