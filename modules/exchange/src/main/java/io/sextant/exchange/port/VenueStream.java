package io.sextant.exchange.port;

/** An open connection. Closing it twice does no harm; nothing is heard of it afterwards that matters. */
public interface VenueStream extends AutoCloseable {

    /** Asks for a whole book anew, where the stream itself brings it. */
    default void renewBook(int instrument) {}

    @Override
    void close();
}
