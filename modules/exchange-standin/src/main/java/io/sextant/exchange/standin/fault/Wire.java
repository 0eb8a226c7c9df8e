package io.sextant.exchange.standin.fault;

/** Where messages leave: a socket, or in one process the reader itself. */
public interface Wire {

    void send(String message);

    /** Begins a message that never ends: the connection breaks in the middle of it. */
    void sendHalfAndCut(String message);

    void cut();
}
