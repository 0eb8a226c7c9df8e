package io.sextant.exchange.port;

import io.sextant.domain.order.RefusalCode;

/** A venue did not answer, or not with what was asked for. */
public final class VenueException extends Exception {

    private static final long serialVersionUID = 1;

    /** What kind of failure it was, and so what to do. */
    public enum Kind {
        /** No network, no such host, no answer in time: try again later. */
        UNREACHABLE,
        /** The venue wants us to slow down. */
        THROTTLED,
        /** The venue answered that it will not: asking again changes nothing. */
        REFUSED,
        /** The answer is not what the venue's documentation says, or only half of it came. */
        UNREADABLE
    }

    private final Kind kind;
    private final long retryAfterNanos;
    private final RefusalCode code;
    private final boolean ofOrdersOnly;

    public VenueException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        retryAfterNanos = 0;
        code = RefusalCode.VENUE_REFUSED;
        ofOrdersOnly = false;
    }

    public VenueException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
        retryAfterNanos = 0;
        code = RefusalCode.VENUE_REFUSED;
        ofOrdersOnly = false;
    }

    private VenueException(RefusalCode code, String sentence) {
        super(sentence);
        kind = Kind.REFUSED;
        retryAfterNanos = 0;
        this.code = code;
        ofOrdersOnly = false;
    }

    private VenueException(String sentence, long retryAfterNanos, boolean ofOrdersOnly) {
        super(sentence);
        kind = Kind.THROTTLED;
        this.retryAfterNanos = retryAfterNanos;
        code = RefusalCode.VENUE_BUSY;
        this.ofOrdersOnly = ofOrdersOnly;
    }

    /** The venue will not do it, and nothing was done. */
    public static VenueException refused(RefusalCode code, String sentence) {
        return new VenueException(code, sentence);
    }

    /** Whether it is certain that the venue did nothing of what was asked. Anything else may have been done. */
    public boolean isCertain() {
        return switch (kind) {
            case REFUSED, THROTTLED -> true;
            case UNREACHABLE, UNREADABLE -> false;
        };
    }

    /** Why a request was refused, for {@link #isCertain() certain} failures. */
    public RefusalCode code() {
        return code;
    }

    public static VenueException throttled(String sentence, long retryAfterNanos) {
        return new VenueException(sentence, retryAfterNanos, false);
    }

    /** The venue takes no more orders for now; everything else it still does. */
    public static VenueException ordersThrottled(String sentence, long retryAfterNanos) {
        return new VenueException(sentence, retryAfterNanos, true);
    }

    /** Whether a {@link Kind#THROTTLED} failure concerns new orders alone. */
    public boolean isOfOrdersOnly() {
        return ofOrdersOnly;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the venue wants to be left alone; zero when it did not say. */
    public long retryAfterNanos() {
        return retryAfterNanos;
    }
}
