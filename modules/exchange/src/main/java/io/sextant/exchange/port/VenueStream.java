package io.sextant.exchange.port;

/** An open connection. Closing it twice does no harm; nothing is heard of it afterwards that matters. */
public interface VenueStream extends AutoCloseable {

    /** Asks for a whole book anew, where the stream itself brings it. */
    default void renewBook(int instrument) {}

    /** Says that somebody is still listening, at a venue that hangs up on those who never say anything. */
    default void keepAlive() {}

    /** Whether the loss of this stream is to make the venue cancel what works, where it does so by streams. */
    default void guard(boolean on) {}

    @Override
    void close();
}
