package io.sextant.exchange.bybit;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.knowm.xchange.bybit.Bybit;
import org.knowm.xchange.bybit.BybitExchange;
import org.knowm.xchange.bybit.dto.BybitResult;
import org.knowm.xchange.bybit.dto.marketdata.instruments.BybitInstrumentInfo;
import org.knowm.xchange.bybit.dto.marketdata.instruments.spot.BybitSpotInstrumentInfo;
import org.knowm.xchange.bybit.dto.marketdata.tickers.BybitTicker;

/**
 * Bybit spot as far as XChange 5.2.0 asks it: instruments, and the best bid and offer by polling. Books below the best price,
 * trades and history are not told, so there are quotes and no bars. Written from the documentation only.
 */
public final class BybitConnector implements VenueConnector {

    public static final String REQUESTS = "https://api.bybit.com";

    private static final String SPOT = "spot";
    private static final String MOST_INSTRUMENTS = "1000";
    private static final long MILLI_NANOS = 1_000_000L;

    /** Well below Bybit's 600 requests in five seconds. */
    private static final RequestBudget BUDGET = new RequestBudget(
            1_200,
            Map.of(
                    RequestKind.LISTINGS, 1,
                    RequestKind.TIME, 1,
                    RequestKind.BARS, 1,
                    RequestKind.BOOK, 1,
                    RequestKind.TRADES, 1));

    static final VenueTraits TRAITS =
            new VenueTraits("bybit", VenueTraits.Books.REQUESTED, BookChecksum.NONE, 0, false, BUDGET);

    /** Spot fees of the first tier: 10 basis points, from what is bought. */
    private static final FeeSchedule FEES = new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING);

    private final Bybit requests;
    private final AtomicLong requestedBooks = new AtomicLong();

    public BybitConnector(String requestsAt) {
        requests = XChangeRequests.at(requestsAt, Bybit.class, BybitExchange.class);
    }

    @Override
    public VenueTraits traits() {
        return TRAITS;
    }

    @Override
    public String symbolOf(InstrumentId id) {
        return id.symbol().replace("-", "");
    }

    private static <V> V ask(XChangeRequests.Request<BybitResult<V>> request) throws VenueException {
        BybitResult<V> answer = XChangeRequests.ask(request);
        if (!answer.isSuccess()) {
            throw new VenueException(VenueException.Kind.REFUSED, answer.getRetCode() + " " + answer.getRetMsg());
        }
        return answer.getResult();
    }

    @Override
    public List<Listing> listings(List<InstrumentId> wanted) throws VenueException {
        List<BybitInstrumentInfo> all =
                ask(() -> requests.getInstrumentsInfo(SPOT, MOST_INSTRUMENTS)).getList();
        List<RawListing> raw = new ArrayList<>();
        for (InstrumentId id : wanted) {
            raw.add(all.stream()
                    .filter(one -> id.symbol().equals(one.getBaseCoin() + "-" + one.getQuoteCoin()))
                    .filter(BybitSpotInstrumentInfo.class::isInstance)
                    .map(one -> raw((BybitSpotInstrumentInfo) one))
                    .findFirst()
                    .orElseThrow(() -> new VenueException(VenueException.Kind.REFUSED, "bybit does not trade " + id)));
        }
        return RawListing.toListings(raw);
    }

    private static RawListing raw(BybitSpotInstrumentInfo info) {
        BigDecimal lot = info.getLotSizeFilter().getBasePrecision();
        return new RawListing(
                info.getSymbol(),
                info.getBaseCoin(),
                info.getQuoteCoin(),
                info.getPriceFilter().getTickSize(),
                lot,
                info.getLotSizeFilter().getMinOrderQty(),
                Objects.requireNonNullElse(info.getLotSizeFilter().getMinOrderAmt(), BigDecimal.ZERO),
                FEES);
    }

    @Override
    public long serverNanos() throws VenueException {
        return XChangeRequests.ask(() -> requests.getTickers(SPOT))
                        .getTime()
                        .toInstant()
                        .toEpochMilli()
                * MILLI_NANOS;
    }

    @Override
    public BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) {
        return BarSeries.EMPTY;
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        List<BybitTicker> tickers =
                ask(() -> requests.getTicker24h(SPOT, listing.symbol())).getList();
        if (tickers.size() != 1) {
            throw new VenueException(VenueException.Kind.UNREADABLE, "an answer about " + tickers.size() + " symbols");
        }
        BybitTicker ticker = tickers.getFirst();
        Grid grid = new Grid(listing.instrument());
        return XChangeRequests.ask(() -> new BookSnapshot(
                requestedBooks.incrementAndGet(),
                level(grid, ticker.getBid1Price(), ticker.getBid1Size()),
                level(grid, ticker.getAsk1Price(), ticker.getAsk1Size()),
                1));
    }

    private static BookLevels level(Grid grid, BigDecimal price, BigDecimal size) {
        return new BookLevels(new long[] {grid.ticks(price)}, new long[] {grid.lots(size)});
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) {
        return List.of();
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        throw new UnsupportedOperationException("XChange 5.2.0 does not stream from bybit; its traits say so");
    }
}
