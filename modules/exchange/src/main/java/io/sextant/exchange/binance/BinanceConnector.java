package io.sextant.exchange.binance;

import static io.sextant.exchange.binance.BinanceMessages.MILLI_NANOS;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
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
import io.sextant.exchange.xchange.XChangeRequests;
import io.sextant.exchange.xchange.XChangeSocket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.binance.Binance;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.binance.dto.marketdata.BinanceAggTrades;
import org.knowm.xchange.binance.dto.marketdata.BinanceOrderbook;
import org.knowm.xchange.binance.dto.meta.exchangeinfo.Filter;
import org.knowm.xchange.binance.dto.meta.exchangeinfo.Symbol;

/** Binance spot, its public side. */
public final class BinanceConnector implements VenueConnector {

    public static final String REQUESTS = "https://api.binance.com";
    public static final String STREAMS = "wss://stream.binance.com:9443";

    static final int BOOK_LEVELS = 1_000;
    static final int PAGE = 1_000;

    /** Weights as Binance documents them for spot: 6,000 a minute and address; book by its 1,000 levels. */
    private static final RequestBudget BUDGET = new RequestBudget(
            6_000,
            Map.of(
                    RequestKind.LISTINGS, 20,
                    RequestKind.TIME, 1,
                    RequestKind.BARS, 2,
                    RequestKind.BOOK, 50,
                    RequestKind.TRADES, 4));

    static final VenueTraits TRAITS =
            new VenueTraits("binance", VenueTraits.Books.REQUESTED, BookChecksum.NONE, 0, true, BUDGET);

    /** Spot fees without discount: 10 basis points, from what is bought. */
    private static final FeeSchedule FEES = new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING);

    private final Binance requests;
    private final String streams;

    public BinanceConnector(String requestsAt, String streamsAt) {
        requests = XChangeRequests.at(requestsAt, Binance.class, BinanceExchange.class);
        streams = streamsAt;
    }

    @Override
    public VenueTraits traits() {
        return TRAITS;
    }

    @Override
    public String symbolOf(InstrumentId id) {
        return id.symbol().replace("-", "");
    }

    @Override
    public List<Listing> listings(List<InstrumentId> wanted) throws VenueException {
        List<Symbol> symbols = XChangeRequests.ask(() -> requests.exchangeInfo().getSymbols());
        Map<InstrumentId, RawListing> found = new HashMap<>();
        for (Symbol symbol : symbols) {
            RawListing raw = rawListing(symbol, wanted);
            if (raw != null) {
                found.put(raw.id(), raw);
            }
        }
        List<RawListing> inOrder = new ArrayList<>();
        for (InstrumentId id : wanted) {
            RawListing raw = found.get(id);
            if (raw == null) {
                throw new VenueException(VenueException.Kind.REFUSED, "binance does not trade " + id);
            }
            inOrder.add(raw);
        }
        return RawListing.toListings(inOrder);
    }

    private static @Nullable RawListing rawListing(Symbol symbol, List<InstrumentId> wanted) throws VenueException {
        String name = symbol.getBaseAsset() + "-" + symbol.getQuoteAsset();
        if (wanted.stream().noneMatch(id -> id.symbol().equals(name))
                || !Objects.equals(symbol.getStatus(), "TRADING")) {
            return null;
        }
        BigDecimal tick = null;
        BigDecimal lot = null;
        BigDecimal least = null;
        BigDecimal leastValue = BigDecimal.ZERO;
        for (Filter filter : symbol.getFilters()) {
            if (Objects.equals(filter.getFilterType(), "PRICE_FILTER")) {
                tick = new BigDecimal(filter.getTickSize());
            } else if (Objects.equals(filter.getFilterType(), "LOT_SIZE")) {
                lot = new BigDecimal(filter.getStepSize());
                least = new BigDecimal(filter.getMinQty());
            } else if (filter.getMinNotional() != null) {
                // NOTIONAL, and MIN_NOTIONAL where a pair still has the older filter.
                leastValue = leastValue.max(new BigDecimal(filter.getMinNotional()));
            }
        }
        if (tick == null || lot == null || least == null || tick.signum() <= 0 || lot.signum() <= 0) {
            throw new VenueException(VenueException.Kind.UNREADABLE, "binance lists " + name + " without tick or lot");
        }
        return new RawListing(
                symbol.getSymbol(), symbol.getBaseAsset(), symbol.getQuoteAsset(), tick, lot, least, leastValue, FEES);
    }

    @Override
    public long serverNanos() throws VenueException {
        return XChangeRequests.ask(
                        () -> requests.time().getServerTime().toInstant().toEpochMilli())
                * MILLI_NANOS;
    }

    @Override
    public BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) throws VenueException {
        List<Object[]> rows = XChangeRequests.ask(() -> requests.klines(
                listing.symbol(),
                timeframe.label(),
                PAGE,
                Math.ceilDiv(fromNanos, MILLI_NANOS),
                Math.ceilDiv(toNanos, MILLI_NANOS) - 1));
        return XChangeRequests.ask(() -> bars(rows));
    }

    private static BarSeries bars(List<Object[]> rows) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (Object[] row : rows) {
            bars.add(
                    Long.parseLong(row[0].toString()) * MILLI_NANOS,
                    number(row[1]),
                    number(row[2]),
                    number(row[3]),
                    number(row[4]),
                    number(row[5]));
        }
        return bars.build();
    }

    private static double number(Object field) {
        return Double.parseDouble(field.toString());
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        BinanceOrderbook book = XChangeRequests.ask(() -> requests.depth(listing.symbol(), BOOK_LEVELS));
        Grid grid = new Grid(listing.instrument());
        return XChangeRequests.ask(() ->
                new BookSnapshot(book.lastUpdateId, levels(book.bids, grid), levels(book.asks, grid), BOOK_LEVELS));
    }

    private static BookLevels levels(SortedMap<BigDecimal, BigDecimal> side, Grid grid) {
        long[] ticks = new long[side.size()];
        long[] lots = new long[side.size()];
        int at = 0;
        for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
            ticks[at] = grid.ticks(level.getKey());
            lots[at] = grid.lots(level.getValue());
            at++;
        }
        return new BookLevels(ticks, lots);
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        Long from = firstId > 0 ? firstId : null;
        List<BinanceAggTrades> found =
                XChangeRequests.ask(() -> requests.aggTrades(listing.symbol(), from, null, null, PAGE));
        Grid grid = new Grid(listing.instrument());
        return XChangeRequests.ask(
                () -> found.stream().map(one -> trade(one, grid)).toList());
    }

    private static PublicTrade trade(BinanceAggTrades found, Grid grid) {
        return new PublicTrade(
                found.aggregateTradeId,
                found.getTimestamp().toInstant().toEpochMilli() * MILLI_NANOS,
                grid.ticks(found.price),
                grid.lots(found.quantity),
                found.buyerMaker ? Side.SELL : Side.BUY);
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        BinanceMessages messages = new BinanceMessages(listings);
        return XChangeSocket.open(
                streams + "/stream?streams=" + BinanceMessages.streams(listings), new XChangeSocket.Owner() {

                    @Override
                    public void opened(XChangeSocket socket) {
                        listener.onOpened();
                    }

                    @Override
                    public void read(String message) {
                        messages.read(message, listener);
                    }

                    @Override
                    public void closed(String why) {
                        listener.onClosed(why);
                    }

                    @Override
                    public void renewBook(XChangeSocket socket, int instrument) {
                        // Binance's books are asked for beside the stream.
                    }
                });
    }
}
