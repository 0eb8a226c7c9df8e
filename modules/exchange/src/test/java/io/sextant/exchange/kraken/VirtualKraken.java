package io.sextant.exchange.kraken;

import io.sextant.domain.market.Side;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Kraken without a socket. */
final class VirtualKraken extends VirtualVenue {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MICRO_NANOS = 1_000L;

    private long requestedBooks;

    VirtualKraken(StandInExchange exchange, VirtualTime time) {
        super(exchange, time);
    }

    @Override
    protected String symbolOf(ListedPair pair) {
        return pair.base() + "/" + pair.quote();
    }

    @Override
    public VenueTraits traits() {
        return KrakenConnector.TRAITS;
    }

    @Override
    public long serverNanos() throws VenueException {
        return read(
                HttpRequest.get("/0/public/Time", Map.of()),
                answer -> Fields.integer(Fields.object(answer, "result"), "unixtime") * SECOND_NANOS);
    }

    /** Kraken chooses the name under which it answers about a pair. */
    private static JsonNode ofPair(JsonNode answer) throws UnreadableException {
        return Fields.object(answer, "result").iterator().next();
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        Map<String, String> query = Map.of("pair", KrakenNames.altName(listing.symbol()), "count", "100");
        return read(HttpRequest.get("/0/public/Depth", query), answer -> {
            JsonNode book = ofPair(answer);
            return new BookSnapshot(
                    ++requestedBooks,
                    rows(Fields.array(book, "bids"), grid),
                    rows(Fields.array(book, "asks"), grid),
                    0);
        });
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        String pair = KrakenNames.altName(listing.symbol());
        Map<String, String> query =
                firstId > 0 ? Map.of("pair", pair, "since", "" + (sinceNanos - MICRO_NANOS)) : Map.of("pair", pair);
        return read(HttpRequest.get("/0/public/Trades", query), answer -> {
            List<PublicTrade> trades = new ArrayList<>();
            for (JsonNode one : ofPair(answer)) {
                PublicTrade trade = new PublicTrade(
                        one.path(6).asLong(),
                        new BigDecimal(Fields.decimal(one.path(2)))
                                .movePointRight(9)
                                .longValueExact(),
                        grid.ticks(Fields.decimal(one.path(0))),
                        grid.lots(Fields.decimal(one.path(1))),
                        one.path(3).asString("").equals("b") ? Side.BUY : Side.SELL);
                if (trade.id() >= firstId) {
                    trades.add(trade);
                }
            }
            return trades;
        });
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        KrakenMessages messages = new KrakenMessages(listings);
        Line line = new Line(HttpRequest.get("/v2", Map.of()), listener, message -> messages.read(message, listener));
        for (Listing listing : listings) {
            line.say(KrakenMessages.trades(listing.symbol()));
            line.say(KrakenMessages.book("subscribe", listing.symbol()));
        }
        return new VenueStream() {

            @Override
            public void renewBook(int instrument) {
                String symbol = listings.get(instrument).symbol();
                line.say(KrakenMessages.book("unsubscribe", symbol));
                line.say(KrakenMessages.book("subscribe", symbol));
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
