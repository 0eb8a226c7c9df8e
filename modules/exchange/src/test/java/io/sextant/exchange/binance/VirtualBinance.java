package io.sextant.exchange.binance;

import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.StreamListener;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import io.sextant.exchange.port.VenueTraits;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.testing.VirtualTime;
import io.sextant.exchange.testing.VirtualVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import tools.jackson.databind.JsonNode;

/** Binance without a socket, with small pages and books out of caches. */
final class VirtualBinance extends VirtualVenue {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final double OLD_BOOK_SHARE = 0.2;
    private static final int OLDEST_BOOK = 12;

    private final SeededRandom random;
    private final int page;

    VirtualBinance(StandInExchange exchange, VirtualTime time, SeededRandom random, int page) {
        super(exchange, time);
        this.random = random;
        this.page = page;
    }

    @Override
    protected String symbolOf(ListedPair pair) {
        return pair.base() + pair.quote();
    }

    @Override
    public VenueTraits traits() {
        return BinanceConnector.TRAITS;
    }

    @Override
    public long serverNanos() throws VenueException {
        return read(
                HttpRequest.get("/api/v3/time", Map.of()),
                answer -> Fields.integer(answer, "serverTime") * MILLI_NANOS);
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        BookSnapshot now = read(
                HttpRequest.get("/api/v3/depth", Map.of("symbol", listing.symbol(), "limit", "1000")),
                answer -> new BookSnapshot(
                        Fields.integer(answer, "lastUpdateId"),
                        rows(Fields.array(answer, "bids"), grid),
                        rows(Fields.array(answer, "asks"), grid),
                        1_000));
        return random.nextDouble() < OLD_BOOK_SHARE ? oldBook(listing) : now;
    }

    /** What a cache on the way still has. */
    private BookSnapshot oldBook(Listing listing) {
        var market = exchange.all().stream()
                .filter(one -> listing.symbol().equals(symbolOf(one.pair())))
                .findFirst()
                .orElseThrow();
        List<MarketUpdate> updates = market.updates();
        MarketUpdate then = updates.get(Math.max(0, updates.size() - 1 - random.nextInt(OLDEST_BOOK)));
        BookState book = market.bookAt(then.lastId());
        return new BookSnapshot(book.updateId(), levels(book.bids()), levels(book.asks()), 1_000);
    }

    private static BookLevels levels(NavigableMap<Long, Long> side) {
        return new BookLevels(
                side.keySet().stream().mapToLong(Long::longValue).toArray(),
                side.values().stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        Map<String, String> query =
                Map.of("symbol", listing.symbol(), "fromId", Long.toString(firstId), "limit", Integer.toString(page));
        return read(HttpRequest.get("/api/v3/aggTrades", query), answer -> {
            List<PublicTrade> trades = new ArrayList<>();
            for (JsonNode one : answer) {
                trades.add(new PublicTrade(
                        Fields.integer(one, "a"),
                        Fields.integer(one, "T") * MILLI_NANOS,
                        grid.ticks(Fields.text(one, "p")),
                        grid.lots(Fields.text(one, "q")),
                        Fields.flag(one, "m") ? Side.SELL : Side.BUY));
            }
            return trades;
        });
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        BinanceMessages messages = new BinanceMessages(listings);
        return new Line(
                HttpRequest.get("/stream", Map.of("streams", BinanceMessages.streams(listings))),
                listener,
                message -> messages.read(message, listener));
    }
}
