package io.sextant.execution.order;

/** Something a venue said that does not fit what we know of the order. It is reported and, but for a late fill, not followed. */
public enum OddAnswer {
    /** About an order that is not known, or done so long ago that it is forgotten. */
    UNKNOWN_ORDER("the venue answered for an order that is not known"),
    /** A fill after the order was done. It happened, so it is booked. */
    LATE_FILL("a fill came after the order was done; it was booked"),
    /** More filled than was ordered. Nothing of it is booked. */
    OVERFILL("a fill exceeds what was ordered; it was not booked"),
    /** An answer to nothing that was asked. */
    UNASKED("the venue answered a request that nobody made"),
    /** An answer that the order's state rules out. */
    OUT_OF_TURN("the venue's answer does not fit the order's state");

    private final String english;

    OddAnswer(String english) {
        this.english = english;
    }

    /** For logs. */
    public String english() {
        return english;
    }
}
