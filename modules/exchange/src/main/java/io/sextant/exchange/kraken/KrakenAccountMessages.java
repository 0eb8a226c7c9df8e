package io.sextant.exchange.kraken;

import io.sextant.exchange.http.MessageLine;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.http.Signatures;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.VenueAmounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the executions channel of Kraken's second WebSocket. Only executions are taken from it as they are; a change of an order is
 * told where the message is whole, else it is a reason to look at the account.
 */
final class KrakenAccountMessages implements PrivateWire.LineOwner {

    private final List<Listing> listings;
    private final AccountListener listener;
    private final String token;
    private final Map<String, String> clientIds = new HashMap<>();

    KrakenAccountMessages(List<Listing> listings, AccountListener listener, String token) {
        this.listings = List.copyOf(listings);
        this.listener = listener;
        this.token = token;
    }

    @Override
    public void opened(MessageLine line) {
        line.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"executions\",\"token\":\"" + token
                + "\",\"snap_orders\":false,\"snap_trades\":false,\"order_status\":true}}");
    }

    @Override
    public void read(MessageLine line, String message) {
        try {
            JsonNode whole = Fields.parse(message);
            if (whole.has("success")) {
                answered(line, whole);
            } else if (whole.path("channel").asString("").equals("executions")) {
                for (JsonNode one : Fields.array(whole, "data")) {
                    execution(one);
                }
            }
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            listener.onUnclear(String.valueOf(e.getMessage()));
        }
    }

    private void answered(MessageLine line, JsonNode answer) {
        if (answer.path("success").asBoolean(false)) {
            listener.onOpened();
        } else {
            line.close();
            listener.onClosed(answer.path("error").asString("the account's stream was refused"));
        }
    }

    private void execution(JsonNode one) throws UnreadableException {
        String venueId = Fields.text(one, "order_id");
        String clientId = one.path("cl_ord_id").asString(clientIds.getOrDefault(venueId, ""));
        clientIds.put(venueId, clientId);
        Optional<Listing> found = listing(one.path("symbol").asString(""));
        boolean traded = one.path("exec_type").asString("").equals("trade");
        if (found.isEmpty() || clientId.isEmpty()) {
            if (traded || found.isPresent()) {
                listener.onUnclear("something happened to order " + venueId);
            }
            return;
        }
        if (traded) {
            trade(one, found.get(), clientId, venueId);
        }
        order(one, found.get(), clientId, venueId);
    }

    private void trade(JsonNode one, Listing listing, String clientId, String venueId) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        VenueAmounts amounts = new VenueAmounts(listing.instrument());
        JsonNode fee = one.path("fees").path(0);
        String currency = fee.path("asset").asString("");
        listener.onTrade(new OwnTrade(
                Signatures.number(Fields.text(one, "exec_id")),
                clientId,
                venueId,
                KrakenTrading.nanos(Fields.text(one, "timestamp")),
                grid.ticks(Fields.decimal(one, "last_price")),
                grid.lots(Fields.decimal(one, "last_qty")),
                one.path("liquidity_ind").asString("").equals("m"),
                amounts.feeCurrency(currency),
                currency.isEmpty() ? 0 : amounts.feeUnits(currency, Fields.decimal(fee, "qty"))));
    }

    private void order(JsonNode one, Listing listing, String clientId, String venueId) throws UnreadableException {
        if (!one.has("order_qty") || !one.has("cum_qty") || !one.has("limit_price")) {
            listener.onUnclear("order " + venueId + " changed");
            return;
        }
        Grid grid = new Grid(listing.instrument());
        listener.onOrder(new OrderSight(
                clientId,
                venueId,
                status(Fields.text(one, "order_status")),
                grid.lots(Fields.decimal(one, "order_qty")),
                grid.lots(Fields.decimal(one, "cum_qty")),
                grid.ticks(Fields.decimal(one, "limit_price")),
                ""));
    }

    private static OrderSight.Status status(String status) throws UnreadableException {
        return switch (status) {
            case "pending_new", "new", "partially_filled" -> OrderSight.Status.OPEN;
            case "filled" -> OrderSight.Status.FILLED;
            case "canceled", "expired" -> OrderSight.Status.CANCELLED;
            default -> throw new UnreadableException("an order is " + status);
        };
    }

    private Optional<Listing> listing(String symbol) {
        return listings.stream().filter(one -> one.symbol().equals(symbol)).findFirst();
    }

    @Override
    public void closed(String why) {
        listener.onClosed(why);
    }
}
