package io.sextant.exchange.port;

/**
 * Hears one connection, on the connection's own thread. Instruments are indices into the listings that it was opened with.
 * After {@link #onClosed} nothing more comes.
 */
public interface StreamListener {

    void onOpened();

    void onTrade(int instrument, PublicTrade trade);

    void onDelta(int instrument, BookDelta delta);

    void onSnapshot(int instrument, BookSnapshot snapshot);

    void onBest(int instrument, BestPrices best);

    /** The venue said something that is no market data, such as a heartbeat. */
    void onAlive();

    /** A message could not be read; whatever it said is lost. */
    void onUnreadable(String why);

    void onClosed(String why);
}
