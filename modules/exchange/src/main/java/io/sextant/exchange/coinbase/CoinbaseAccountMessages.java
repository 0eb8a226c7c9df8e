package io.sextant.exchange.coinbase;

import io.sextant.exchange.http.MessageLine;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads Coinbase's orders: from its lists, and from the user channel, which tells how much of an order was executed and not by which
 * executions, so these are asked for. A message that is missing from the numbered row is a reason to read the account anew.
 */
final class CoinbaseAccountMessages implements PrivateWire.LineOwner {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final List<Listing> listings;
    private final AccountListener listener;
    private final String token;
    private long nextNumber;
    private boolean begun;

    CoinbaseAccountMessages(List<Listing> listings, AccountListener listener, String token) {
        this.listings = List.copyOf(listings);
        this.listener = listener;
        this.token = token;
    }

    static long nanos(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * SECOND_NANOS + instant.getNano();
    }

    /** An order as the lists show it: terms by the kind of order, executions as a sum. */
    static OrderSight listed(JsonNode order, Listing listing) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        JsonNode terms = Fields.object(order, "order_configuration").iterator().next();
        String size = Fields.text(terms, "base_size");
        String limit = Fields.text(terms, "limit_price");
        return new OrderSight(
                order.path("client_order_id").asString(""),
                Fields.text(order, "order_id"),
                status(Fields.text(order, "status")),
                grid.lots(size),
                grid.lots(Fields.decimal(order, "filled_size")),
                grid.ticks(limit),
                Fields.text(order, "side") + " " + size + " " + listing.symbol() + " at " + limit);
    }

    /** What is queued is still as it was. */
    private static OrderSight.Status status(String status) throws UnreadableException {
        return switch (status) {
            case "PENDING", "QUEUED", "OPEN", "CANCEL_QUEUED", "EDIT_QUEUED" -> OrderSight.Status.OPEN;
            case "FILLED" -> OrderSight.Status.FILLED;
            case "CANCELLED", "EXPIRED" -> OrderSight.Status.CANCELLED;
            case "FAILED" -> OrderSight.Status.REJECTED;
            default -> throw new UnreadableException("an order is " + status);
        };
    }

    @Override
    public void opened(MessageLine line) {
        String symbols =
                listings.stream().map(one -> "\"" + one.symbol() + "\"").collect(Collectors.joining(","));
        for (String channel : List.of("heartbeats", "user")) {
            line.send("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\",\"product_ids\":[" + symbols
                    + "],\"jwt\":\"" + token + "\"}");
        }
    }

    @Override
    public void read(MessageLine line, String message) {
        try {
            JsonNode whole = Fields.parse(message);
            if (whole.path("type").asString("").equals("error")) {
                line.close();
                listener.onClosed(whole.path("message").asString("the account's stream was refused"));
                return;
            }
            count(Fields.integer(whole, "sequence_num"));
            if (whole.path("channel").asString("").equals("user")) {
                for (JsonNode event : Fields.array(whole, "events")) {
                    heard(event);
                }
            }
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            listener.onUnclear(String.valueOf(e.getMessage()));
        }
    }

    private void count(long number) {
        if (number != nextNumber) {
            listener.onUnclear("messages of the account's stream are missing before " + number);
        }
        nextNumber = number + 1;
    }

    private void heard(JsonNode event) throws UnreadableException {
        if (!begun) {
            begun = true;
            listener.onOpened();
        }
        for (JsonNode one : Fields.array(event, "orders")) {
            Optional<Listing> listing = listing(Fields.text(one, "product_id"));
            if (listing.isPresent()) {
                listener.onOrder(told(one, listing.get()));
            }
        }
    }

    private static OrderSight told(JsonNode order, Listing listing) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        long filled = grid.lots(Fields.text(order, "cumulative_quantity"));
        return new OrderSight(
                Fields.text(order, "client_order_id"),
                Fields.text(order, "order_id"),
                status(Fields.text(order, "status")),
                Math.addExact(filled, grid.lots(Fields.text(order, "leaves_quantity"))),
                filled,
                grid.ticks(Fields.text(order, "limit_price")),
                "");
    }

    private Optional<Listing> listing(String symbol) {
        return listings.stream().filter(one -> one.symbol().equals(symbol)).findFirst();
    }

    @Override
    public void closed(String why) {
        listener.onClosed(why);
    }
}
