package io.sextant.exchange.binance;

import io.sextant.domain.market.Side;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.BestPrices;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.StreamListener;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads Binance's combined streams. Trades are the aggregated ones: their ids have no gaps and they can be asked for by id
 * without a key, which the single trades cannot.
 */
final class BinanceMessages {

    static final long MILLI_NANOS = 1_000_000L;

    private final Map<String, Integer> indexBySymbol = new HashMap<>();
    private final List<Grid> grids;

    BinanceMessages(List<Listing> listings) {
        grids = listings.stream().map(listing -> new Grid(listing.instrument())).toList();
        for (int i = 0; i < listings.size(); i++) {
            indexBySymbol.put(listings.get(i).symbol(), i);
        }
    }

    /** The streams of all listings, as they stand in the address. */
    static String streams(List<Listing> listings) {
        return String.join(
                "/",
                listings.stream()
                        .map(listing -> listing.symbol().toLowerCase(Locale.ROOT))
                        .map(symbol -> symbol + "@aggTrade/" + symbol + "@depth@100ms/" + symbol + "@bookTicker")
                        .toList());
    }

    void read(String message, StreamListener listener) {
        try {
            JsonNode whole = Fields.parse(message);
            if (!whole.has("stream")) {
                listener.onAlive();
                return;
            }
            String stream = Fields.text(whole, "stream");
            JsonNode data = Fields.object(whole, "data");
            Integer index = indexBySymbol.get(Fields.text(data, "s"));
            if (index == null) {
                listener.onAlive();
                return;
            }
            read(stream.substring(stream.indexOf('@') + 1), index, data, listener);
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            listener.onUnreadable(String.valueOf(e.getMessage()));
        }
    }

    private void read(String stream, int index, JsonNode data, StreamListener listener) throws UnreadableException {
        Grid grid = grids.get(index);
        switch (stream) {
            case "aggTrade" -> listener.onTrade(index, trade(data, grid));
            case "depth@100ms" -> listener.onDelta(index, delta(data, grid));
            case "bookTicker" -> listener.onBest(index, best(data, grid));
            default -> listener.onAlive();
        }
    }

    private static PublicTrade trade(JsonNode data, Grid grid) throws UnreadableException {
        return new PublicTrade(
                Fields.integer(data, "a"),
                Math.multiplyExact(Fields.integer(data, "T"), MILLI_NANOS),
                grid.ticks(Fields.text(data, "p")),
                grid.lots(Fields.text(data, "q")),
                Fields.flag(data, "m") ? Side.SELL : Side.BUY);
    }

    private static BookDelta delta(JsonNode data, Grid grid) throws UnreadableException {
        return new BookDelta(
                Fields.integer(data, "U"),
                Fields.integer(data, "u"),
                Math.multiplyExact(Fields.integer(data, "E"), MILLI_NANOS),
                levels(Fields.array(data, "b"), grid),
                levels(Fields.array(data, "a"), grid),
                BookDelta.NO_CHECKSUM);
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

    private static BestPrices best(JsonNode data, Grid grid) throws UnreadableException {
        return new BestPrices(
                Fields.integer(data, "u"),
                grid.ticks(Fields.text(data, "b")),
                grid.lots(Fields.text(data, "B")),
                grid.ticks(Fields.text(data, "a")),
                grid.lots(Fields.text(data, "A")));
    }
}
