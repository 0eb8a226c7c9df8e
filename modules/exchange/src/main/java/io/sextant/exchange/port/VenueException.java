package io.sextant.exchange.port;

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

    public VenueException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        retryAfterNanos = 0;
    }

    public VenueException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
        retryAfterNanos = 0;
    }

    private VenueException(String sentence, long retryAfterNanos) {
        super(sentence);
        kind = Kind.THROTTLED;
        this.retryAfterNanos = retryAfterNanos;
    }

    public static VenueException throttled(String sentence, long retryAfterNanos) {
        return new VenueException(sentence, retryAfterNanos);
    }

    public Kind kind() {
        return kind;
    }

    /** How long the venue wants to be left alone; zero when it did not say. */
    public long retryAfterNanos() {
        return retryAfterNanos;
    }
}
