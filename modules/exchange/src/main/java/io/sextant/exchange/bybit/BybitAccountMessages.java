package io.sextant.exchange.bybit;

import io.sextant.domain.instrument.SpotPair;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads orders and executions, which look the same in Bybit's answers and on the account's stream. */
final class BybitAccountMessages implements PrivateWire.LineOwner {

    /** Echoed in the answer, which says nothing of the orders and executions. */
    private static final String GUARD = "guard";

    private static final String SUBSCRIPTION = "{\"op\":\"subscribe\",\"args\":[\"order.spot\",\"execution.spot\"]}";

    private final List<Listing> listings;
    private final AccountListener listener;
    private final Supplier<String> key;

    /** {@code key} makes the signed message that opens the stream. */
    BybitAccountMessages(List<Listing> listings, AccountListener listener, Supplier<String> key) {
        this.listings = List.copyOf(listings);
        this.listener = listener;
        this.key = key;
    }

    /** Makes this stream one of those whose loss cancels what works, or none. */
    static String guard(boolean on) {
        return "{\"req_id\":\"" + GUARD + "\",\"op\":\"" + (on ? "subscribe" : "unsubscribe")
                + "\",\"args\":[\"dcp.spot\"]}";
    }

    static OrderSight sight(JsonNode order, Listing listing) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        return new OrderSight(
                Fields.text(order, "orderLinkId"),
                Fields.text(order, "orderId"),
                status(Fields.text(order, "orderStatus")),
                grid.lots(Fields.text(order, "qty")),
                grid.lots(Fields.text(order, "cumExecQty")),
                grid.ticks(Fields.text(order, "price")),
                Fields.text(order, "side") + " " + Fields.text(order, "qty") + " " + listing.symbol() + " at "
                        + Fields.text(order, "price"));
    }

    /** A post-only order that would have taken ends as cancelled or rejected, an order that was cut off by the venue too. */
    private static OrderSight.Status status(String status) throws UnreadableException {
        return switch (status) {
            case "New", "PartiallyFilled", "Untriggered" -> OrderSight.Status.OPEN;
            case "Filled" -> OrderSight.Status.FILLED;
            case "Cancelled", "PartiallyFilledCanceled", "Deactivated" -> OrderSight.Status.CANCELLED;
            case "Rejected" -> OrderSight.Status.REJECTED;
            default -> throw new UnreadableException("an order is " + status);
        };
    }

    static OwnTrade trade(JsonNode one, Listing listing) throws UnreadableException {
        Grid grid = new Grid(listing.instrument());
        VenueAmounts amounts = new VenueAmounts(listing.instrument());
        String currency = feeCurrency(one, listing);
        return new OwnTrade(
                Signatures.number(Fields.text(one, "execId")),
                Fields.text(one, "orderLinkId"),
                Fields.text(one, "orderId"),
                Long.parseLong(Fields.text(one, "execTime")) * BybitTrading.MILLI_NANOS,
                grid.ticks(Fields.text(one, "execPrice")),
                grid.lots(Fields.text(one, "execQty")),
                Fields.flag(one, "isMaker"),
                amounts.feeCurrency(currency),
                amounts.feeUnits(currency, Fields.text(one, "execFee")));
    }

    /** Where Bybit does not name it, a fee is taken from what is received. */
    private static String feeCurrency(JsonNode one, Listing listing) throws UnreadableException {
        String named = one.path("feeCurrency").asString("");
        if (!named.isEmpty()) {
            return named;
        }
        boolean buys = Fields.text(one, "side").equals("Buy");
        return buys && listing.instrument() instanceof SpotPair pair
                ? pair.base().code()
                : listing.instrument().quote().code();
    }

    @Override
    public void opened(MessageLine line) {
        line.send(key.get());
    }

    @Override
    public void read(MessageLine line, String message) {
        try {
            JsonNode whole = Fields.parse(message);
            if (whole.has("op")) {
                answered(line, whole);
                return;
            }
            String topic = whole.path("topic").asString("");
            boolean executions = topic.startsWith("execution");
            if (executions || topic.startsWith("order")) {
                for (JsonNode one : Fields.array(whole, "data")) {
                    heard(one, executions);
                }
            }
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            listener.onUnclear(String.valueOf(e.getMessage()));
        }
    }

    private void heard(JsonNode one, boolean execution) throws UnreadableException {
        Optional<Listing> listing = listing(Fields.text(one, "symbol"));
        if (listing.isEmpty()) {
            return;
        }
        if (execution) {
            listener.onTrade(trade(one, listing.get()));
        } else {
            listener.onOrder(sight(one, listing.get()));
        }
    }

    private void answered(MessageLine line, JsonNode answer) {
        boolean well = answer.path("success").asBoolean(false);
        if (answer.path("req_id").asString("").equals(GUARD)) {
            if (!well) {
                String said = answer.path("ret_msg").asString("");
                listener.onGuardRefused(said.isEmpty() ? "its stream was not allowed to" : said);
            }
            return;
        }
        switch (answer.path("op").asString("")) {
            case "auth" -> {
                if (well) {
                    line.send(SUBSCRIPTION);
                } else {
                    refused(line, answer);
                }
            }
            case "subscribe" -> {
                if (well) {
                    listener.onOpened();
                } else {
                    refused(line, answer);
                }
            }
            default -> {
                // The echo of a ping.
            }
        }
    }

    private void refused(MessageLine line, JsonNode answer) {
        line.close();
        listener.onClosed(answer.path("ret_msg").asString("the account's stream was refused"));
    }

    private Optional<Listing> listing(String symbol) {
        return listings.stream().filter(one -> one.symbol().equals(symbol)).findFirst();
    }

    @Override
    public void closed(String why) {
        listener.onClosed(why);
    }
}
