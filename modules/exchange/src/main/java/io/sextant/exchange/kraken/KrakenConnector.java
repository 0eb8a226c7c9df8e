package io.sextant.exchange.kraken;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.http.JsonRequests;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.knowm.xchange.kraken.Kraken;
import org.knowm.xchange.kraken.KrakenExchange;
import org.knowm.xchange.kraken.dto.KrakenResult;
import org.knowm.xchange.kraken.dto.marketdata.KrakenDepth;
import org.knowm.xchange.kraken.dto.marketdata.KrakenOHLC;
import org.knowm.xchange.kraken.dto.marketdata.KrakenPublicOrder;
import org.knowm.xchange.kraken.dto.marketdata.KrakenPublicTrade;
import org.knowm.xchange.kraken.dto.trade.KrakenType;
import tools.jackson.databind.JsonNode;

/** Kraken spot, its public side. */
public final class KrakenConnector implements VenueConnector {

    public static final String REQUESTS = "https://api.kraken.com";
    public static final String STREAMS = "wss://ws.kraken.com/v2";

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MICRO_NANOS = 1_000L;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;

    /** About one public request a second. */
    private static final RequestBudget BUDGET = new RequestBudget(
            60,
            Map.of(
                    RequestKind.LISTINGS, 1,
                    RequestKind.TIME, 1,
                    RequestKind.BARS, 1,
                    RequestKind.BOOK, 1,
                    RequestKind.TRADES, 1));

    static final VenueTraits TRAITS = new VenueTraits(
            "kraken", VenueTraits.Books.STREAMED, new KrakenChecksum(), KrakenMessages.DEPTH, true, BUDGET);

    /** Spot fees of the first tier: 25 basis points for makers, 40 for takers, in quote. */
    private static final FeeSchedule FEES = new FeeSchedule(2_500, 4_000, 0, FeeSchedule.FeeCurrency.QUOTE);

    private static final String PAIRS = "/0/public/AssetPairs";

    private final Kraken requests;
    private final JsonRequests json;
    private final String streams;
    private final AtomicLong requestedBooks = new AtomicLong();

    public KrakenConnector(String requestsAt, String streamsAt) {
        requests = XChangeRequests.at(requestsAt, Kraken.class, KrakenExchange.class);
        json = new JsonRequests(requestsAt);
        streams = streamsAt;
    }

    @Override
    public VenueTraits traits() {
        return TRAITS;
    }

    @Override
    public String symbolOf(InstrumentId id) {
        return KrakenNames.symbol(id);
    }

    /** What Kraken calls an error comes with status 200. */
    private static <V> V ask(XChangeRequests.Request<KrakenResult<V>> request) throws VenueException {
        KrakenResult<V> answer = XChangeRequests.ask(request);
        String[] errors = answer.getError();
        requireNone(errors == null ? List.of() : List.of(errors));
        V result = answer.getResult();
        if (result == null) {
            throw new VenueException(VenueException.Kind.UNREADABLE, "an answer without a result");
        }
        return result;
    }

    private static void requireNone(List<String> errors) throws VenueException {
        if (errors.isEmpty()) {
            return;
        }
        String sentence = String.join(", ", errors);
        if (sentence.contains("Rate limit") || sentence.contains("Too many requests")) {
            throw VenueException.throttled(sentence, 0);
        }
        throw new VenueException(
                sentence.startsWith("EService") ? VenueException.Kind.UNREACHABLE : VenueException.Kind.REFUSED,
                sentence);
    }

    /** Answers about one pair have it under a name that Kraken chooses. */
    private static <V> V only(Map<String, V> byName) throws VenueException {
        if (byName.size() != 1) {
            throw new VenueException(VenueException.Kind.UNREADABLE, "an answer about " + byName.size() + " pairs");
        }
        return byName.values().iterator().next();
    }

    @Override
    public List<Listing> listings(List<InstrumentId> wanted) throws VenueException {
        // XChange's reading leaves out costmin.
        JsonNode answer = json.get(PAIRS, Map.of(), node -> node);
        List<String> errors = new ArrayList<>();
        answer.path("error").forEach(error -> errors.add(error.asString("")));
        requireNone(errors);
        Map<InstrumentId, RawListing> found = listed(answer, wanted);
        List<RawListing> inOrder = new ArrayList<>();
        for (InstrumentId id : wanted) {
            RawListing raw = found.get(id);
            if (raw == null) {
                throw new VenueException(VenueException.Kind.REFUSED, "kraken does not trade " + id);
            }
            inOrder.add(raw);
        }
        return RawListing.toListings(inOrder);
    }

    private static Map<InstrumentId, RawListing> listed(JsonNode answer, List<InstrumentId> wanted)
            throws VenueException {
        Map<InstrumentId, RawListing> found = new HashMap<>();
        try {
            for (JsonNode pair : Fields.object(answer, "result")) {
                String[] names = pair.path("wsname").asString("").split("/");
                if (names.length == 2) {
                    String base = KrakenNames.common(names[0]);
                    String quote = KrakenNames.common(names[1]);
                    Optional<InstrumentId> id = wanted.stream()
                            .filter(one -> one.symbol().equals(base + "-" + quote))
                            .findFirst();
                    if (id.isPresent()) {
                        found.put(id.get(), raw(pair, base, quote));
                    }
                }
            }
        } catch (UnreadableException | IllegalArgumentException | ArithmeticException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
        return found;
    }

    private static RawListing raw(JsonNode pair, String base, String quote) throws UnreadableException {
        BigDecimal lot = BigDecimal.ONE.movePointLeft((int) Fields.integer(pair, "lot_decimals"));
        return new RawListing(
                base + "/" + quote,
                base,
                quote,
                BigDecimal.ONE.movePointLeft((int) Fields.integer(pair, "pair_decimals")),
                lot,
                pair.has("ordermin") ? new BigDecimal(Fields.decimal(pair, "ordermin")) : lot,
                pair.has("costmin") ? new BigDecimal(Fields.decimal(pair, "costmin")) : BigDecimal.ZERO,
                FEES);
    }

    @Override
    public long serverNanos() throws VenueException {
        // Whole seconds, cut off: market time runs up to a second later than it could, never too early.
        return ask(() -> requests.getServerTime()).getUnixTime() * SECOND_NANOS;
    }

    @Override
    public BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) throws VenueException {
        int minutes = Math.toIntExact(timeframe.nominalNanos() / MINUTE_NANOS);
        long since = Math.ceilDiv(fromNanos, SECOND_NANOS) - 1;
        List<KrakenOHLC> rows = ask(() -> requests.getOHLC(KrakenNames.altName(listing.symbol()), minutes, since))
                .getOHLCs();
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (KrakenOHLC row : rows) {
            long open = row.getTime() * SECOND_NANOS;
            if (open >= fromNanos && open < toNanos) {
                bars.add(
                        open,
                        row.getOpen().doubleValue(),
                        row.getHigh().doubleValue(),
                        row.getLow().doubleValue(),
                        row.getClose().doubleValue(),
                        row.getVolume().doubleValue());
            }
        }
        return bars.build();
    }

    @Override
    public BookSnapshot book(Listing listing) throws VenueException {
        KrakenDepth depth =
                only(ask(() -> requests.getDepth(KrakenNames.altName(listing.symbol()), KrakenMessages.DEPTH)));
        Grid grid = new Grid(listing.instrument());
        return XChangeRequests.ask(() -> new BookSnapshot(
                requestedBooks.incrementAndGet(), levels(depth.getBids(), grid), levels(depth.getAsks(), grid), 0));
    }

    private static BookLevels levels(List<KrakenPublicOrder> side, Grid grid) throws IOException {
        long[] ticks = new long[side.size()];
        long[] lots = new long[side.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = grid.ticks(side.get(i).getPrice());
            lots[i] = grid.lots(side.get(i).getVolume());
        }
        return new BookLevels(ticks, lots);
    }

    @Override
    public List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException {
        String pair = KrakenNames.altName(listing.symbol());
        // Kraken answers with what is later than a time; the trades of that very time may be among the missing.
        Long since = firstId > 0 ? sinceNanos - MICRO_NANOS : null;
        List<KrakenPublicTrade> found = ask(() ->
                        since == null ? requests.getTrades(pair) : requests.getTrades(pair, since))
                .getTrades();
        Grid grid = new Grid(listing.instrument());
        return XChangeRequests.ask(() -> found.stream()
                .map(one -> trade(one, grid))
                .filter(one -> one.id() >= firstId)
                .toList());
    }

    private static PublicTrade trade(KrakenPublicTrade found, Grid grid) {
        // XChange keeps the time as a double of seconds: good for microseconds, which is what the streams have too.
        long micros = Math.round(found.getTime() * 1_000_000);
        return new PublicTrade(
                Long.parseLong(found.getTradeId()),
                micros * MICRO_NANOS,
                grid.ticks(found.getPrice()),
                grid.lots(found.getVolume()),
                found.getType() == KrakenType.BUY ? Side.BUY : Side.SELL);
    }

    @Override
    public VenueStream openStream(List<Listing> listings, StreamListener listener) {
        KrakenMessages messages = new KrakenMessages(listings);
        return XChangeSocket.open(streams, new XChangeSocket.Owner() {

            @Override
            public void opened(XChangeSocket socket) {
                listener.onOpened();
                for (Listing listing : listings) {
                    socket.sendMessage(KrakenMessages.trades(listing.symbol()));
                    socket.sendMessage(KrakenMessages.book("subscribe", listing.symbol()));
                }
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
                socket.sendMessage(KrakenMessages.book(
                        "unsubscribe", listings.get(instrument).symbol()));
                socket.sendMessage(KrakenMessages.book(
                        "subscribe", listings.get(instrument).symbol()));
            }
        });
    }
}
