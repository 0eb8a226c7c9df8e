package io.sextant.domain.venue;

/**
 * One thing that our books and the venue's do not agree on.
 *
 * @param subject an order by our number or the venue's, or a currency
 * @param here what we have, as people read it; empty for nothing
 * @param there what the venue has; empty for nothing
 */
public record VenueDifference(Kind kind, String subject, String here, String there) {

    public enum Kind {
        /** The venue has a working order that we did not place or do not know any more. */
        ORDER_UNKNOWN_HERE,
        /** We have a working order that the venue does not know. */
        ORDER_UNKNOWN_THERE,
        /** The venue executed something that no order of ours has room for. */
        FILL_MISSED,
        /** Both know the order, with another quantity. */
        QUANTITY_DIFFERS,
        /** The account holds another amount of a currency than our books say. */
        BALANCE_DIFFERS
    }

    /** Whether the venue works an order under a name of this desk. */
    public boolean isOwnOrder() {
        return kind == Kind.ORDER_UNKNOWN_HERE && !here.isEmpty();
    }

    /** In English, for logs and the command line; the window has its own words. */
    public String sentence() {
        return switch (kind) {
            case ORDER_UNKNOWN_HERE ->
                "The venue works order " + subject + " (" + there + "), which "
                        + (isOwnOrder()
                                ? "is ours, " + here + ", and over in our books; it is being cancelled."
                                : "is not ours.");
            case ORDER_UNKNOWN_THERE ->
                "Order " + subject + " works in our books (" + here + "), and the venue does not know it.";
            case FILL_MISSED ->
                "The venue executed " + there + " for order " + subject + ", which our books cannot take in.";
            case QUANTITY_DIFFERS ->
                "Order " + subject + " is " + here + " in our books and " + there + " at the venue.";
            case BALANCE_DIFFERS ->
                "Our books say " + here + " " + subject + "; the account holds " + there + " " + subject + ".";
        };
    }
}
