package io.sextant.remote.client;

/** A line to a server that is open until it breaks. */
public interface Line {

    /** Does not wait; what cannot be sent any more is lost with the line. */
    void send(String text);

    void close();

    /** What comes in over a line, one at a time. */
    interface Listener {

        void heard(String text);

        /** A part of a long message came: the other end is there, though it has said nothing yet. */
        default void heardPart() {}

        /** Once, and nothing is heard afterwards. */
        void broken(String why);
    }

    /** Opens lines; each try is one line or an exception that says why not. */
    @FunctionalInterface
    interface Opener {
        Line open(Listener listener) throws java.io.IOException;
    }
}
