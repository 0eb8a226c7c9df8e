package io.sextant.remote.server;

/** The way to one client. */
public interface Wire {

    /** Waits until the text is on its way; false when the line is gone or was too slow for too long. */
    boolean send(String text);

    void close(String why);
}
