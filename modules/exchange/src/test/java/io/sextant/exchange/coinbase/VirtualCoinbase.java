package io.sextant.exchange.coinbase;

import io.sextant.exchange.json.Fields;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.StreamListener;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import io.sextant.exchange.port.VenueTraits;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.testing.VirtualTime;
import io.sextant.exchange.testing.VirtualVenue;
import java.util.List;
import java.util.Map;

/** Coinbase without a socket. */
final class VirtualCoinbase extends VirtualVenue {

    private static final long MILLI_NANOS = 1_000_000L;

    private long requestedBooks;

    VirtualCoinbase(StandInExchange exchange, VirtualTime time) {
        super(exchange, time);
    }

    @Override
    protected String symbolOf(ListedPair pair) {
        return pair.base() + "-" + pair.quote();
    }

    @Override
    public VenueTraits traits() {
        return CoinbaseConnector.TRAITS;
    }

    @Override
    public long serverNanos() throws VenueException {
        return read(
                HttpRequest.get(CoinbaseConnector.ROOT + "/time", Map.of()),
                answer -> Long.parseLong(Fields.text(answer, "epochMillis")) * MILLI_NANOS);
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        return read(
                HttpRequest.get(
                        CoinbaseConnector.ROOT + "/market/product_book", Map.of("product_id", listing.symbol())),
                answer -> CoinbaseConnector.book(answer, grid, ++requestedBooks));
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        return read(
                HttpRequest.get(
                        CoinbaseConnector.tradesPath(listing), CoinbaseConnector.tradesSince(firstId, sinceNanos)),
                answer -> CoinbaseConnector.trades(answer, grid, firstId));
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        CoinbaseMessages messages = new CoinbaseMessages(listings);
        List<String> symbols = listings.stream().map(Listing::symbol).toList();
        Line line = new Line(HttpRequest.get("/", Map.of()), listener, message -> {
            if (!messages.read(message, listener)) {
                listener.onClosed("a message of coinbase was lost or cannot be read");
            }
        });
        for (String channel : List.of("heartbeats", "market_trades", "level2")) {
            line.say(CoinbaseMessages.subscription("subscribe", channel, symbols));
        }
        return new VenueStream() {

            @Override
            public void renewBook(int instrument) {
                List<String> one = List.of(symbols.get(instrument));
                line.say(CoinbaseMessages.subscription("unsubscribe", "level2", one));
                line.say(CoinbaseMessages.subscription("subscribe", "level2", one));
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
