package io.sextant.exchange.standin.fault;

/** What can happen to one request. */
public enum RequestFault {
    NONE,
    SLOW,
    /** Status 429 with Retry-After. */
    TOO_MANY_REQUESTS,
    /** Status 418 with Retry-After: the venue has had enough of this address. */
    BANNED,
    SERVER_ERROR,
    HALF_AN_ANSWER,
    WRONG_TYPE,
    UNKNOWN_FIELD,
    HANG_UP,
    /** The work is done, and nobody hears of it. */
    ANSWER_LOST,
    /** Nobody hears of it, and the work is done seconds later. */
    DONE_LATE
}
