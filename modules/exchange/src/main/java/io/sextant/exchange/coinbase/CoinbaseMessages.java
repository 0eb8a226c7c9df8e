package io.sextant.exchange.coinbase;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads Coinbase's Advanced Trade streams. Its numbers count the messages of a connection, over all channels: when one is
 * missing nobody knows whose it was, so the connection is given up and opened anew. Written from the documentation only.
 */
final class CoinbaseMessages {

    /** The venue tells whole books of tens of thousands of levels; more than this a side nobody looks at. */
    static final int BOOK_LEVELS = 1_000;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long FIRST_MESSAGE = -1;

    private final Map<String, Integer> indexBySymbol = new HashMap<>();
    private final List<Grid> grids;
    private final long[] sequences;
    private long lastMessage = FIRST_MESSAGE;

    private record Level(long ticks, long lots) {}

    CoinbaseMessages(List<Listing> listings) {
        grids = listings.stream().map(listing -> new Grid(listing.instrument())).toList();
        sequences = new long[listings.size()];
        for (int i = 0; i < listings.size(); i++) {
            indexBySymbol.put(listings.get(i).symbol(), i);
        }
    }

    static String subscription(String type, String channel, List<String> symbols) {
        return "{\"type\":\"" + type + "\",\"channel\":\"" + channel + "\",\"product_ids\":[\""
                + String.join("\",\"", symbols) + "\"]}";
    }

    /** False when a message before this one was lost. */
    boolean read(String message, StreamListener listener) {
        try {
            JsonNode whole = Fields.parse(message);
            if (whole.has("sequence_num")) {
                long number = Fields.integer(whole, "sequence_num");
                if (lastMessage != FIRST_MESSAGE && number != lastMessage + 1) {
                    return false;
                }
                lastMessage = number;
            }
            String channel = whole.path("channel").asString("");
            if (channel.equals("l2_data") || channel.equals("market_trades")) {
                for (JsonNode event : Fields.array(whole, "events")) {
                    read(channel, whole, event, listener);
                }
            } else {
                listener.onAlive();
            }
            return true;
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            listener.onUnreadable(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void read(String channel, JsonNode whole, JsonNode event, StreamListener listener)
            throws UnreadableException {
        if (channel.equals("market_trades")) {
            List<JsonNode> oldestFirst = new ArrayList<>();
            Fields.array(event, "trades").forEach(oldestFirst::addFirst);
            for (JsonNode trade : oldestFirst) {
                Integer index = indexBySymbol.get(Fields.text(trade, "product_id"));
                if (index != null) {
                    listener.onTrade(index, trade(trade, grids.get(index)));
                }
            }
            return;
        }
        Integer index = indexBySymbol.get(Fields.text(event, "product_id"));
        if (index == null) {
            return;
        }
        Grid grid = grids.get(index);
        boolean snapshot = Fields.text(event, "type").equals("snapshot");
        List<Level> bids = new ArrayList<>();
        List<Level> asks = new ArrayList<>();
        for (JsonNode update : Fields.array(event, "updates")) {
            Level level = new Level(
                    grid.ticks(Fields.decimal(update, "price_level")),
                    grid.lots(Fields.decimal(update, "new_quantity")));
            (Fields.text(update, "side").equals("bid") ? bids : asks).add(level);
        }
        long next = ++sequences[index];
        if (snapshot) {
            bids.sort(Comparator.comparingLong(Level::ticks).reversed());
            asks.sort(Comparator.comparingLong(Level::ticks));
            listener.onSnapshot(
                    index, new BookSnapshot(next, levels(bids, BOOK_LEVELS), levels(asks, BOOK_LEVELS), BOOK_LEVELS));
        } else {
            long time = nanos(Fields.text(whole, "timestamp"));
            listener.onDelta(
                    index,
                    new BookDelta(
                            next,
                            next,
                            time,
                            levels(bids, Integer.MAX_VALUE),
                            levels(asks, Integer.MAX_VALUE),
                            BookDelta.NO_CHECKSUM));
        }
    }

    private static BookLevels levels(List<Level> side, int most) {
        return new BookLevels(
                side.stream().limit(most).mapToLong(Level::ticks).toArray(),
                side.stream().limit(most).mapToLong(Level::lots).toArray());
    }

    /** The venue names the maker's side; the aggressor is on the other. */
    static PublicTrade trade(JsonNode trade, Grid grid) throws UnreadableException {
        return new PublicTrade(
                Long.parseLong(Fields.text(trade, "trade_id")),
                nanos(Fields.text(trade, "time")),
                grid.ticks(Fields.decimal(trade, "price")),
                grid.lots(Fields.decimal(trade, "size")),
                Fields.text(trade, "side").equals("BUY") ? Side.SELL : Side.BUY);
    }

    private static long nanos(String timestamp) {
        Instant time = Instant.parse(timestamp);
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND_NANOS), time.getNano());
    }
}
