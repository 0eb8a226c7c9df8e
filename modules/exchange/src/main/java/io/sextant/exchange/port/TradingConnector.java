package io.sextant.exchange.port;

import java.util.List;
import java.util.Optional;

/**
 * A venue's private side. Requests wait for their answer, are sent once, and may be made from any thread. A failure that is not
 * {@link VenueException#isCertain() certain} says nothing of whether the venue did what was asked.
 */
public interface TradingConnector {

    TradingTraits traits();

    /**
     * Sees to it that the venue's time is known, so that a request which follows at once is stamped and sent without asking for it.
     */
    default void learnTime() throws VenueException {}

    /** By how much the venue's time may be off from what requests are stamped with. */
    default long clockErrorNanos() {
        return 0;
    }

    /** What {@link #open} costs for so many instruments. */
    default int openWeight(int listings) {
        return traits().openWeight();
    }

    OrderSight place(OrderKey key, OrderTerms terms) throws VenueException;

    /** New total quantity and limit for a venue that amends in place; others are never asked. */
    OrderSight amend(OrderKey key, OrderTerms terms) throws VenueException;

    /**
     * As few requests as it takes, since it waits for nothing. An answer that does not show the order may call it
     * {@link OrderSight.Status#OPEN open}; then it is looked for.
     */
    OrderSight cancel(OrderKey key) throws VenueException;

    /** How many orders one request cancels. */
    default int mostCancelsAtOnce() {
        return 1;
    }

    /** Cancels two or more, at most {@link #mostCancelsAtOnce()}; what is said of each, in their order. */
    default List<OrderSight> cancelAll(List<OrderKey> keys) throws VenueException {
        throw new UnsupportedOperationException("one at a time");
    }

    /** How the venue takes back by itself what works when it hears of us no more. */
    default SelfCancel selfCancel() {
        return SelfCancel.NONE;
    }

    /**
     * Sets after how many seconds without us the venue cancels what works: {@link SelfCancel#BY_HEARTBEAT} counts from this request on
     * and forgets it with zero, {@link SelfCancel#BY_STREAM} counts from the loss of an account's stream that is
     * {@link VenueStream#guard(boolean) guarding}.
     */
    default void cancelAllAfter(int seconds) throws VenueException {
        throw new UnsupportedOperationException("it cannot");
    }

    /** The order, working or done; empty when the venue says that it has none of this name. */
    Optional<OrderSight> find(OrderKey key) throws VenueException;

    /**
     * Looks for an order after a request that the venue only took, and has not carried out yet: whatever keeps us from seeing it, nobody
     * may say that nothing was done.
     */
    default OrderSight seen(OrderKey key) throws VenueException {
        try {
            return find(key)
                    .orElseThrow(() -> new VenueException(
                            VenueException.Kind.UNREACHABLE, "an order that was changed is not to be seen yet"));
        } catch (VenueException e) {
            throw e.isCertain()
                    ? new VenueException(VenueException.Kind.UNREACHABLE, String.valueOf(e.getMessage()), e)
                    : e;
        }
    }

    /** All working orders of the account in these instruments. */
    List<OrderSight> open(List<Listing> listings) throws VenueException;

    /** All executions of an order whose venue id is known. */
    List<OwnTrade> trades(OrderKey key) throws VenueException;

    List<AccountBalance> balances() throws VenueException;

    /** What this key may do at a venue of real money; test exchanges are not asked. */
    KeyRights rights() throws VenueException;

    /** Opens the account's stream and returns at once. */
    VenueStream openAccount(List<Listing> listings, AccountListener listener);
}
