package io.sextant.exchange.kraken;

import io.sextant.domain.market.Side;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.StreamListener;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads and asks for the second version of Kraken's streams. The first, which XChange reads, does not number trades, so that a
 * lost one could not be noticed. Books have checksums instead of numbers; we number them as they come.
 */
final class KrakenMessages {

    static final int DEPTH = 100;

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Map<String, Integer> indexBySymbol = new HashMap<>();
    private final List<Grid> grids;
    private final long[] sequences;

    KrakenMessages(List<Listing> listings) {
        grids = listings.stream().map(listing -> new Grid(listing.instrument())).toList();
        sequences = new long[listings.size()];
        for (int i = 0; i < listings.size(); i++) {
            indexBySymbol.put(listings.get(i).symbol(), i);
        }
    }

    static String book(String method, String symbol) {
        return "{\"method\":\"" + method + "\",\"params\":{\"channel\":\"book\",\"depth\":" + DEPTH + ",\"symbol\":[\""
                + symbol + "\"]}}";
    }

    static String trades(String symbol) {
        return "{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"snapshot\":true,\"symbol\":[\"" + symbol
                + "\"]}}";
    }

    void read(String message, StreamListener listener) {
        try {
            JsonNode whole = Fields.parse(message);
            String channel = whole.path("channel").asString("");
            if (channel.equals("book") || channel.equals("trade")) {
                boolean snapshot = Fields.text(whole, "type").equals("snapshot");
                for (JsonNode one : Fields.array(whole, "data")) {
                    read(channel, snapshot, one, listener);
                }
            } else if (whole.path("success").asBoolean(true)) {
                listener.onAlive();
            } else {
                listener.onUnreadable("kraken refuses: " + whole.path("error").asString(""));
            }
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            skipOneEverywhere();
            listener.onUnreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Checksums cover ten levels only: what was not read may have been a change below them, of any book. */
    private void skipOneEverywhere() {
        for (int i = 0; i < sequences.length; i++) {
            sequences[i]++;
        }
    }

    private void read(String channel, boolean snapshot, JsonNode data, StreamListener listener)
            throws UnreadableException {
        Integer index = indexBySymbol.get(Fields.text(data, "symbol"));
        if (index == null) {
            listener.onAlive();
        } else if (channel.equals("trade")) {
            listener.onTrade(index, trade(data, grids.get(index)));
        } else {
            book(snapshot, index, data, listener);
        }
    }

    private void book(boolean snapshot, int index, JsonNode data, StreamListener listener) throws UnreadableException {
        Grid grid = grids.get(index);
        BookLevels bids = levels(Fields.array(data, "bids"), grid);
        BookLevels asks = levels(Fields.array(data, "asks"), grid);
        long checksum = Fields.integer(data, "checksum");
        long time = data.has("timestamp") ? nanos(data) : 0;
        long next = sequences[index] + 1;
        sequences[index] = next;
        if (!snapshot) {
            listener.onDelta(index, new BookDelta(next, next, time, bids, asks, checksum));
            return;
        }
        listener.onSnapshot(index, new BookSnapshot(next, bids, asks, 0));
        // Nothing changes in it; it lets the snapshot's own checksum be looked at like any other.
        sequences[index] = next + 1;
        listener.onDelta(index, new BookDelta(next + 1, next + 1, time, BookLevels.NONE, BookLevels.NONE, checksum));
    }

    private static BookLevels levels(JsonNode list, Grid grid) throws UnreadableException {
        long[] ticks = new long[list.size()];
        long[] lots = new long[list.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = grid.ticks(Fields.decimal(list.path(i), "price"));
            lots[i] = grid.lots(Fields.decimal(list.path(i), "qty"));
        }
        return new BookLevels(ticks, lots);
    }

    private static PublicTrade trade(JsonNode data, Grid grid) throws UnreadableException {
        String side = Fields.text(data, "side");
        if (!side.equals("buy") && !side.equals("sell")) {
            throw new UnreadableException("a trade's side is buy or sell, not " + side);
        }
        return new PublicTrade(
                Fields.integer(data, "trade_id"),
                nanos(data),
                grid.ticks(Fields.decimal(data, "price")),
                grid.lots(Fields.decimal(data, "qty")),
                side.equals("buy") ? Side.BUY : Side.SELL);
    }

    private static long nanos(JsonNode data) throws UnreadableException {
        Instant time = Instant.parse(Fields.text(data, "timestamp"));
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND_NANOS), time.getNano());
    }
}
