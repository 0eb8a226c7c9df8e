package io.sextant.exchange.http;

import io.sextant.exchange.port.VenueStream;

/** A connection of whole text messages both ways. */
public interface MessageLine extends VenueStream {

    /** Sends after what was sent before. */
    void send(String text);
}
