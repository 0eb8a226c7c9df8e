package io.sextant.exchange.coinbase;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.http.JsonRequests;
import io.sextant.exchange.http.TextSocket;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Coinbase, its public side. Written from the documentation only; nothing here has met the venue itself. */
public final class CoinbaseConnector implements VenueConnector {

    public static final String REQUESTS = "https://api.coinbase.com";
    public static final String STREAMS = "wss://advanced-trade-ws.coinbase.com";

    static final String ROOT = "/api/v3/brokerage";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000L;
    private static final int BARS_A_PAGE = 350;
    private static final int TRADES_A_PAGE = 1_000;
    private static final Map<Timeframe, String> GRANULARITY = Map.of(
            Timeframe.M1, "ONE_MINUTE", Timeframe.M5, "FIVE_MINUTE", Timeframe.H1, "ONE_HOUR", Timeframe.D1, "ONE_DAY");

    /** Ten public requests a second. */
    private static final RequestBudget BUDGET = new RequestBudget(
            600,
            Map.of(
                    RequestKind.LISTINGS, 1,
                    RequestKind.TIME, 1,
                    RequestKind.BARS, 1,
                    RequestKind.BOOK, 1,
                    RequestKind.TRADES, 1));

    static final VenueTraits TRAITS =
            new VenueTraits("coinbase", VenueTraits.Books.STREAMED, BookChecksum.NONE, 0, true, BUDGET);

    /** Fees of the first tier: 60 basis points for makers, 120 for takers, in quote. */
    private static final FeeSchedule FEES = new FeeSchedule(6_000, 12_000, 0, FeeSchedule.FeeCurrency.QUOTE);

    private final JsonRequests requests;
    private final String streams;
    private final AtomicLong requestedBooks = new AtomicLong();

    public CoinbaseConnector(String requestsAt, String streamsAt) {
        requests = new JsonRequests(requestsAt);
        streams = streamsAt;
    }

    @Override
    public VenueTraits traits() {
        return TRAITS;
    }

    @Override
    public String symbolOf(InstrumentId id) {
        return id.symbol();
    }

    @Override
    public List<Listing> listings(List<InstrumentId> wanted) throws VenueException {
        List<RawListing> raw = new ArrayList<>();
        for (InstrumentId id : wanted) {
            raw.add(requests.get(ROOT + "/market/products/" + id.symbol(), Map.of(), CoinbaseConnector::listing));
        }
        return RawListing.toListings(raw);
    }

    private static RawListing listing(JsonNode product) throws UnreadableException {
        return new RawListing(
                Fields.text(product, "product_id"),
                Fields.text(product, "base_currency_id"),
                Fields.text(product, "quote_currency_id"),
                new BigDecimal(
                        Fields.text(product, product.has("price_increment") ? "price_increment" : "quote_increment")),
                new BigDecimal(Fields.text(product, "base_increment")),
                new BigDecimal(Fields.text(product, "base_min_size")),
                product.has("quote_min_size")
                        ? new BigDecimal(Fields.text(product, "quote_min_size"))
                        : BigDecimal.ZERO,
                FEES);
    }

    @Override
    public long serverNanos() throws VenueException {
        return requests.get(
                ROOT + "/time", Map.of(), answer -> Long.parseLong(Fields.text(answer, "epochMillis")) * MILLI_NANOS);
    }

    @Override
    public BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) throws VenueException {
        String granularity = GRANULARITY.get(timeframe);
        if (granularity == null) {
            throw new VenueException(VenueException.Kind.REFUSED, "coinbase has no bars of " + timeframe.label());
        }
        long end = reachNanos(timeframe, fromNanos, toNanos);
        Map<String, String> query = Map.of(
                "start", Long.toString(Math.ceilDiv(fromNanos, SECOND_NANOS)),
                "end", Long.toString(Math.ceilDiv(end, SECOND_NANOS) - 1),
                "granularity", granularity,
                "limit", Integer.toString(BARS_A_PAGE));
        return requests.get(ROOT + "/market/products/" + listing.symbol() + "/candles", query, CoinbaseConnector::bars);
    }

    @Override
    public long reachNanos(Timeframe timeframe, long fromNanos, long toNanos) {
        return Math.min(toNanos, fromNanos + BARS_A_PAGE * timeframe.nominalNanos());
    }

    private static BarSeries bars(JsonNode answer) throws UnreadableException {
        List<JsonNode> rows = new ArrayList<>();
        Fields.array(answer, "candles").forEach(rows::addFirst);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (JsonNode row : rows) {
            bars.add(
                    Long.parseLong(Fields.text(row, "start")) * SECOND_NANOS,
                    Double.parseDouble(Fields.decimal(row, "open")),
                    Double.parseDouble(Fields.decimal(row, "high")),
                    Double.parseDouble(Fields.decimal(row, "low")),
                    Double.parseDouble(Fields.decimal(row, "close")),
                    Double.parseDouble(Fields.decimal(row, "volume")));
        }
        return bars.build();
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        int levels = CoinbaseMessages.BOOK_LEVELS;
        return requests.get(
                ROOT + "/market/product_book",
                Map.of("product_id", listing.symbol(), "limit", Integer.toString(levels)),
                answer -> book(answer, grid, requestedBooks.incrementAndGet()));
    }

    static BookSnapshot book(JsonNode answer, Grid grid, long number) throws UnreadableException {
        JsonNode book = Fields.object(answer, "pricebook");
        return new BookSnapshot(
                number,
                levels(Fields.array(book, "bids"), grid),
                levels(Fields.array(book, "asks"), grid),
                CoinbaseMessages.BOOK_LEVELS);
    }

    private static BookLevels levels(JsonNode side, Grid grid) throws UnreadableException {
        long[] ticks = new long[side.size()];
        long[] lots = new long[side.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = grid.ticks(Fields.decimal(side.path(i), "price"));
            lots[i] = grid.lots(Fields.decimal(side.path(i), "size"));
        }
        return new BookLevels(ticks, lots);
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        Grid grid = new Grid(listing.instrument());
        return requests.get(
                tradesPath(listing), tradesSince(firstId, sinceNanos), answer -> trades(answer, grid, firstId));
    }

    static String tradesPath(Listing listing) {
        return ROOT + "/market/products/" + listing.symbol() + "/ticker";
    }

    static Map<String, String> tradesSince(long firstId, long sinceNanos) {
        return firstId > 0
                ? Map.of(
                        "limit", Integer.toString(TRADES_A_PAGE),
                        "start", Long.toString(Math.floorDiv(sinceNanos, SECOND_NANOS)))
                : Map.of("limit", Integer.toString(TRADES_A_PAGE));
    }

    static List<PublicTrade> trades(JsonNode answer, Grid grid, long firstId) throws UnreadableException {
        List<PublicTrade> trades = new ArrayList<>();
        for (JsonNode one : Fields.array(answer, "trades")) {
            PublicTrade trade = CoinbaseMessages.trade(one, grid);
            if (trade.id() >= firstId) {
                trades.add(trade);
            }
        }
        trades.sort(Comparator.comparingLong(PublicTrade::id));
        return trades;
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        CoinbaseMessages messages = new CoinbaseMessages(listings);
        List<String> symbols = listings.stream().map(Listing::symbol).toList();
        return new TextSocket(streams, new TextSocket.Owner() {

            @Override
            public void opened(TextSocket socket) {
                socket.onRenewBook(i -> {
                    socket.send(CoinbaseMessages.subscription("unsubscribe", "level2", List.of(symbols.get(i))));
                    socket.send(CoinbaseMessages.subscription("subscribe", "level2", List.of(symbols.get(i))));
                });
                listener.onOpened();
                for (String channel : List.of("heartbeats", "market_trades", "level2")) {
                    socket.send(CoinbaseMessages.subscription("subscribe", channel, symbols));
                }
            }

            @Override
            public void read(TextSocket socket, String message) {
                if (!messages.read(message, listener)) {
                    socket.close();
                    listener.onClosed("a message of coinbase was lost or cannot be read");
                }
            }

            @Override
            public void closed(String why) {
                listener.onClosed(why);
            }
        });
    }
}
