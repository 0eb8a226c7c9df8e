package io.sextant.exchange.binance;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.BookChecksum;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.port.RequestBudget;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.StreamListener;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import io.sextant.exchange.port.VenueTraits;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import tools.jackson.databind.JsonNode;

/** Binance without a socket: the stand-in's JSON, the real reader of streams, requests that fail as the plan says. */
final class VirtualBinance implements VenueConnector {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final double OLD_BOOK_SHARE = 0.2;
    private static final int OLDEST_BOOK = 12;

    private static final RequestBudget BUDGET = new RequestBudget(
            6_000,
            Map.of(
                    RequestKind.LISTINGS, 20,
                    RequestKind.TIME, 1,
                    RequestKind.BARS, 2,
                    RequestKind.BOOK, 50,
                    RequestKind.TRADES, 4));

    private final StandInExchange exchange;
    private final SeededRandom random;
    private final int page;

    VirtualBinance(StandInExchange exchange, SeededRandom random, int page) {
        this.exchange = exchange;
        this.random = random;
        this.page = page;
    }

    List<Listing> listings() {
        return RawListing.toListings(
                exchange.all().stream().map(market -> raw(market.pair())).toList());
    }

    private static RawListing raw(ListedPair pair) {
        BigDecimal lot = new BigDecimal(pair.quantity(1));
        return new RawListing(
                pair.base() + pair.quote(),
                pair.base(),
                pair.quote(),
                new BigDecimal(pair.price(1)),
                lot,
                lot,
                FeeSchedule.FREE);
    }

    @Override
    public VenueTraits traits() {
        return new VenueTraits("binance", VenueTraits.Books.REQUESTED, BookChecksum.NONE, 0, true, BUDGET);
    }

    @Override
    public String symbolOf(InstrumentId id) {
        return id.symbol().replace("-", "");
    }

    @Override
    public List<Listing> listings(List<InstrumentId> wanted) {
        return listings();
    }

    @Override
    public long serverNanos() throws VenueException {
        return read(
                HttpRequest.get("/api/v3/time", Map.of()),
                answer -> Fields.integer(answer, "serverTime") * MILLI_NANOS);
    }

    @Override
    public BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) {
        return BarSeries.EMPTY;
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        BookSnapshot now = read(
                HttpRequest.get("/api/v3/depth", Map.of("symbol", listing.symbol(), "limit", "1000")),
                answer -> new BookSnapshot(
                        Fields.integer(answer, "lastUpdateId"),
                        levels(Fields.array(answer, "bids"), grid),
                        levels(Fields.array(answer, "asks"), grid),
                        1_000));
        return random.nextDouble() < OLD_BOOK_SHARE ? oldBook(listing) : now;
    }

    /** What a cache on the way still has. */
    private BookSnapshot oldBook(Listing listing) {
        var market = exchange.all().stream()
                .filter(one ->
                        listing.symbol().equals(one.pair().base() + one.pair().quote()))
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

    private static BookLevels levels(JsonNode list, Grid grid) throws UnreadableException {
        long[] ticks = new long[list.size()];
        long[] lots = new long[list.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = grid.ticks(Fields.decimal(list.path(i).path(0)));
            lots[i] = grid.lots(Fields.decimal(list.path(i).path(1)));
        }
        return new BookLevels(ticks, lots);
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        return read(
                HttpRequest.get(
                        "/api/v3/aggTrades",
                        Map.of(
                                "symbol",
                                listing.symbol(),
                                "fromId",
                                Long.toString(firstId),
                                "limit",
                                Integer.toString(page))),
                answer -> {
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

    private interface Reading<R> {

        R of(JsonNode answer) throws UnreadableException;
    }

    private <R> R read(HttpRequest request, Reading<R> reading) throws VenueException {
        LoopbackServer.Reply reply = exchange.answer(request);
        String body = reply.answer().body();
        if (reply.hangUp()) {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "hung up");
        }
        switch (reply.answer().status()) {
            case 200 -> {}
            case 418, 429 -> throw VenueException.throttled("slow down", 2_000_000_000L);
            default ->
                throw new VenueException(
                        VenueException.Kind.UNREACHABLE,
                        "status " + reply.answer().status());
        }
        try {
            return reading.of(Fields.parse(reply.half() ? body.substring(0, body.length() / 2) : body));
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        BinanceMessages messages = new BinanceMessages(listings);
        Wire wire = new Wire() {

            @Override
            public void send(String message) {
                messages.read(message, listener);
            }

            @Override
            public void sendHalfAndCut(String message) {
                cut();
            }

            @Override
            public void cut() {
                listener.onClosed("the connection was closed");
            }
        };
        listener.onOpened();
        exchange.connected(HttpRequest.get("/stream", Map.of("streams", BinanceMessages.streams(listings))), wire);
        return () -> exchange.disconnected(wire);
    }
}
