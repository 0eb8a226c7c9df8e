package io.sextant.exchange.http;

import io.sextant.exchange.port.VenueException;
import java.util.Map;

/** The way to a venue's private side: requests that are sent once, and a connection. */
public interface PrivateWire {

    /**
     * Sends once and waits. An answer of any status is an answer; {@link VenueException.Kind#UNREACHABLE} means that nobody knows
     * whether the venue got the request.
     */
    Answer send(String method, String pathAndQuery, Map<String, String> headers, String body) throws VenueException;

    /** Returns at once; what becomes of the connection is told to the owner. */
    MessageLine open(LineOwner owner);

    /** A venue's answer; {@code retryAfterNanos} is zero where it did not say. */
    record Answer(int status, String body, long retryAfterNanos) {}

    /** What a connection's owner hears, one call at a time. */
    interface LineOwner {

        void opened(MessageLine line);

        void read(MessageLine line, String message);

        void closed(String why);
    }
}
