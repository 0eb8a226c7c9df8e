package io.sextant.exchange.port;

/**
 * An order as the venue shows it. {@code clientId} is empty for one that was placed without; {@code limitTicks} zero where the
 * venue did not say; {@code words} describe it to people, for orders that are not ours.
 */
public record OrderSight(
        String clientId, String venueId, Status status, long lots, long filledLots, long limitTicks, String words) {

    /** Where an order stands at the venue. */
    public enum Status {
        OPEN,
        FILLED,
        /** Over, whoever ended it. */
        CANCELLED,
        REJECTED
    }
}
