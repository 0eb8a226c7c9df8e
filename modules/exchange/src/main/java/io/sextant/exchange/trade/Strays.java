package io.sextant.exchange.trade;

import io.sextant.domain.venue.VenueDifference;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens at the venue under our own names though it is over here. Such an order is cancelled, since nobody else can; such an
 * execution is a difference until a person settles it. All under the lock of {@link LiveTrading}.
 */
final class Strays {

    private static final System.Logger LOG = System.getLogger(Strays.class.getName());
    private static final int MOST_MISSED = 256;

    private final TradingConnector connector;
    private final List<Listing> listings;
    private final TradeRequests requests;
    private final Set<String> beingCancelled = new HashSet<>();
    private final Map<Long, VenueDifference> missed = new LinkedHashMap<>();

    Strays(TradingConnector connector, List<Listing> listings, TradeRequests requests) {
        this.connector = connector;
        this.listings = listings;
        this.requests = requests;
    }

    /** Asked again with every reading that still shows it. */
    void cancel(OrderSight stray) {
        if (!beingCancelled.add(stray.clientId())) {
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "{0} works at the venue and is over here", stray.clientId());
        requests.ask(
                TradeRequests.Lane.CANCEL,
                connector.traits().placeWeight(),
                () -> connector.cancel(new OrderKey(listing(stray.clientId()), stray.clientId(), stray.venueId())),
                sight -> beingCancelled.remove(stray.clientId()),
                problem -> beingCancelled.remove(stray.clientId()));
    }

    /** What is open does not say of which instrument it is, so with several each of them is asked. */
    private Listing listing(String clientId) throws VenueException {
        for (Listing one : listings.subList(0, listings.size() - 1)) {
            if (connector.open(List.of(one)).stream()
                    .anyMatch(sight -> sight.clientId().equals(clientId))) {
                return one;
            }
        }
        return listings.getLast();
    }

    void missed(long orderId, OwnTrade trade) {
        if (missed.size() < MOST_MISSED) {
            missed.putIfAbsent(
                    trade.id(),
                    new VenueDifference(
                            VenueDifference.Kind.FILL_MISSED,
                            orderId + "/" + trade.id(),
                            "",
                            trade.lots() + " lots at " + trade.priceTicks() + " ticks"));
        }
    }

    List<VenueDifference> missed() {
        return List.copyOf(missed.values());
    }
}
