package io.sextant.exchange.binance;

import io.sextant.domain.order.RefusalCode;
import io.sextant.exchange.http.MessageLine;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.Grid;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.VenueAmounts;
import io.sextant.exchange.port.VenueException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads the account's events on Binance's WebSocket API, and what its errors mean. */
final class BinanceAccountMessages implements PrivateWire.LineOwner {

    private static final long MILLI_NANOS = 1_000_000L;

    private final AccountListener listener;
    private final List<Listing> listings;
    private final Supplier<String> subscription;

    /** {@code subscription} makes the signed message that asks for the account's events. */
    BinanceAccountMessages(List<Listing> listings, AccountListener listener, Supplier<String> subscription) {
        this.listings = List.copyOf(listings);
        this.listener = listener;
        this.subscription = subscription;
    }

    static OrderSight.Status status(String status) throws UnreadableException {
        return switch (status) {
            case "NEW", "PENDING_NEW", "PARTIALLY_FILLED", "PENDING_CANCEL" -> OrderSight.Status.OPEN;
            case "FILLED" -> OrderSight.Status.FILLED;
            case "CANCELED", "EXPIRED", "EXPIRED_IN_MATCH" -> OrderSight.Status.CANCELLED;
            case "REJECTED" -> OrderSight.Status.REJECTED;
            default -> throw new UnreadableException("an order is " + status);
        };
    }

    /** Codes as Binance documents them; -1006 and -1007 say that it does not know itself, and so does a name that is taken. */
    static VenueException problem(long code, String said) {
        String sentence = said + " (" + code + ")";
        String words = said.toLowerCase(Locale.ROOT);
        if (code == -1006 || code == -1007 || words.contains("duplicate order")) {
            return new VenueException(VenueException.Kind.UNREACHABLE, sentence);
        }
        if (code == -1003) {
            return VenueException.throttled(sentence, 0);
        }
        if (code == -1015) {
            return VenueException.ordersThrottled(sentence, 0);
        }
        if (code == -2013 || code == -2011) {
            return VenueException.refused(RefusalCode.NOT_AT_VENUE, sentence);
        }
        if (words.contains("insufficient balance")) {
            return VenueException.refused(RefusalCode.VENUE_FUNDS, sentence);
        }
        if (words.contains("immediately match")) {
            return VenueException.refused(RefusalCode.WOULD_TAKE, sentence);
        }
        return VenueException.refused(RefusalCode.VENUE_REFUSED, sentence);
    }

    @Override
    public void opened(MessageLine line) {
        line.send(subscription.get());
    }

    @Override
    public void read(MessageLine line, String message) {
        try {
            JsonNode whole = Fields.parse(message);
            if (whole.has("status")) {
                answered(line, whole);
                return;
            }
            JsonNode event = Fields.object(whole, "event");
            String kind = Fields.text(event, "e");
            if (kind.equals("executionReport")) {
                execution(event);
            } else if (kind.equals("eventStreamTerminated")) {
                line.close();
                listener.onClosed("the venue ended the account's stream");
            } else if (kind.equals("balanceUpdate")) {
                listener.onUnclear("a balance was changed from outside");
            }
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            listener.onUnclear(String.valueOf(e.getMessage()));
        }
    }

    private void answered(MessageLine line, JsonNode answer) throws UnreadableException {
        if (Fields.integer(answer, "status") == 200) {
            listener.onOpened();
        } else {
            line.close();
            listener.onClosed(Fields.text(Fields.object(answer, "error"), "msg"));
        }
    }

    private void execution(JsonNode event) throws UnreadableException {
        Optional<Listing> found = listing(Fields.text(event, "s"));
        if (found.isEmpty()) {
            return;
        }
        Listing listing = found.get();
        Grid grid = new Grid(listing.instrument());
        String clientId = clientId(event);
        String venueId = Long.toString(Fields.integer(event, "i"));
        if (Fields.text(event, "x").equals("TRADE")) {
            VenueAmounts amounts = new VenueAmounts(listing.instrument());
            String asset = Fields.text(event, "N");
            listener.onTrade(new OwnTrade(
                    Fields.integer(event, "t"),
                    clientId,
                    venueId,
                    Fields.integer(event, "T") * MILLI_NANOS,
                    grid.ticks(Fields.text(event, "L")),
                    grid.lots(Fields.text(event, "l")),
                    Fields.flag(event, "m"),
                    amounts.feeCurrency(asset),
                    amounts.feeUnits(asset, Fields.text(event, "n"))));
        }
        listener.onOrder(new OrderSight(
                clientId,
                venueId,
                status(Fields.text(event, "X")),
                grid.lots(Fields.text(event, "q")),
                grid.lots(Fields.text(event, "z")),
                grid.ticks(Fields.text(event, "p")),
                ""));
    }

    /** A cancel has a name of its own and tells the order's beside it. */
    private static String clientId(JsonNode event) throws UnreadableException {
        String original = Fields.text(event, "C");
        return original.isEmpty() ? Fields.text(event, "c") : original;
    }

    private Optional<Listing> listing(String symbol) {
        return listings.stream().filter(one -> one.symbol().equals(symbol)).findFirst();
    }

    @Override
    public void closed(String why) {
        listener.onClosed(why);
    }
}
