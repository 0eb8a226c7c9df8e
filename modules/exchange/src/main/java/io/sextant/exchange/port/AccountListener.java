package io.sextant.exchange.port;

/** Hears an account's stream, on the connection's own thread. After {@link #onClosed} nothing more comes. */
public interface AccountListener {

    void onOpened();

    void onOrder(OrderSight order);

    void onTrade(OwnTrade trade);

    /** What {@link VenueStream#guard} asked for was refused. */
    void onGuardRefused(String why);

    /** A message could not be read, or concerns what this desk does not follow: the account has to be looked at. */
    void onUnclear(String why);

    void onClosed(String why);
}
