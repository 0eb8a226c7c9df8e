package io.sextant.exchange.testing;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.port.StreamListener;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A venue without a socket: the stand-in's JSON, the venue's real reader of streams, requests that fail as the plan says. */
public abstract class VirtualVenue implements VenueConnector {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long WAY_TO_VENUE_NANOS = 3 * MILLI_NANOS;

    protected final StandInExchange exchange;
    private final VirtualTime time;

    protected VirtualVenue(StandInExchange exchange, VirtualTime time) {
        this.exchange = exchange;
        this.time = time;
    }

    /** The venue's name for a pair. */
    protected abstract String symbolOf(ListedPair pair);

    public final List<Listing> listings() {
        return Listings.of(
                exchange.all().stream().map(market -> raw(market.pair())).toList());
    }

    private RawListing raw(ListedPair pair) {
        BigDecimal lot = new BigDecimal(pair.quantity(1));
        BigDecimal tick = new BigDecimal(pair.price(1));
        return new RawListing(symbolOf(pair), pair.base(), pair.quote(), tick, lot, lot, FeeSchedule.FREE);
    }

    @Override
    public final String symbolOf(InstrumentId id) {
        return listings().stream()
                .filter(listing -> listing.instrument().id().equals(id))
                .findFirst()
                .orElseThrow()
                .symbol();
    }

    @Override
    public final List<Listing> listings(List<InstrumentId> wanted) {
        return listings();
    }

    @Override
    public final BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) {
        return BarSeries.EMPTY;
    }

    /** Reads a good answer. */
    @FunctionalInterface
    protected interface Reading<R> {

        R of(JsonNode answer) throws UnreadableException;
    }

    protected final <R> R read(HttpRequest request, Reading<R> reading) throws VenueException {
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

    /** Levels that are told as arrays of price and quantity. */
    protected static BookLevels rows(JsonNode side, Grid grid) throws UnreadableException {
        long[] ticks = new long[side.size()];
        long[] lots = new long[side.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = grid.ticks(Fields.decimal(side.path(i).path(0)));
            lots[i] = grid.lots(Fields.decimal(side.path(i).path(1)));
        }
        return new BookLevels(ticks, lots);
    }

    /** A connection both ways; what is said takes a moment to arrive, so that no answer comes amid a message. */
    protected final class Line implements VenueStream, Wire {

        private final StreamListener listener;
        private final Consumer<String> reader;
        private final Function<String, Boolean> hearing;

        public Line(HttpRequest request, StreamListener listener, Consumer<String> reader) {
            this.listener = listener;
            this.reader = reader;
            listener.onOpened();
            hearing = exchange.connected(request, this);
        }

        public void say(String message) {
            time.after(WAY_TO_VENUE_NANOS, () -> {
                if (!hearing.apply(message)) {
                    close();
                }
            });
        }

        @Override
        public void send(String message) {
            reader.accept(message);
        }

        @Override
        public void sendHalfAndCut(String message) {
            cut();
        }

        @Override
        public void cut() {
            listener.onClosed("the connection was closed");
        }

        @Override
        public void close() {
            exchange.disconnected(this);
        }
    }
}
