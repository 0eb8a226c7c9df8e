package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import java.time.Instant;
import java.util.List;

/**
 * The lists as comma-separated values by RFC 4180: fields quoted where needed, lines ended by CRLF. For programs, so the same
 * in every language: exact decimals with a point, times in UTC, names of the domain.
 */
final class BlotterCsv {

    private static final long NANOS = 1_000_000_000L;
    private static final String END = "\r\n";

    private BlotterCsv() {}

    static String working(List<Order> orders) {
        StringBuilder csv = new StringBuilder();
        line(
                csv,
                "order",
                "created_utc",
                "changed_utc",
                "instrument",
                "side",
                "type",
                "quantity",
                "limit",
                "filled",
                "filled_notional",
                "currency",
                "state",
                "time_in_force",
                "trigger",
                "post_only",
                "reduce_only",
                "ends_utc",
                "origin",
                "parent",
                "leg",
                "reason");
        for (Order order : orders) {
            OrderDraft terms = order.terms();
            line(
                    csv,
                    order.id().value(),
                    utc(order.createdNanos()),
                    utc(order.changedNanos()),
                    terms.instrument(),
                    terms.side(),
                    type(terms),
                    terms.quantity(),
                    limit(terms),
                    order.filled(),
                    exact(order.filledNotional()),
                    order.filledNotional().currency(),
                    order.state(),
                    terms.timeInForce(),
                    terms.type().findTrigger().map(Price::toString).orElse(""),
                    terms.handling().postOnly(),
                    terms.handling().reduceOnly(),
                    ends(terms),
                    terms.origin(),
                    terms.link().hasParent() ? String.valueOf(terms.link().parent()) : "",
                    terms.link().leg(),
                    terms.reason());
        }
        return csv.toString();
    }

    /** A line for each change of an order, and one for each refused draft. */
    static String history(List<HistoryRow> rows) {
        StringBuilder csv = new StringBuilder();
        line(
                csv,
                "order",
                "time_utc",
                "instrument",
                "side",
                "type",
                "quantity",
                "limit",
                "filled",
                "from",
                "to",
                "code",
                "reason");
        for (HistoryRow row : rows) {
            switch (row) {
                case HistoryRow.Lived lived -> lived.life().changes().forEach(change -> changeLine(csv, change));
                case HistoryRow.Refused refused ->
                    line(
                            csv,
                            "",
                            utc(refused.createdNanos()),
                            refused.terms().instrument(),
                            refused.terms().side(),
                            type(refused.terms()),
                            refused.terms().quantity(),
                            limit(refused.terms()),
                            "",
                            "",
                            "REFUSED",
                            refused.event().refusal().code().number(),
                            refused.event().refusal().sentence());
            }
        }
        return csv.toString();
    }

    static String fills(List<Fill> fills) {
        StringBuilder csv = new StringBuilder();
        line(
                csv,
                "trade",
                "order",
                "time_utc",
                "instrument",
                "side",
                "quantity",
                "price",
                "notional",
                "currency",
                "fee",
                "fee_currency",
                "liquidity");
        for (Fill fill : fills) {
            line(
                    csv,
                    fill.tradeId(),
                    fill.order().value(),
                    utc(fill.timeNanos()),
                    fill.instrument(),
                    fill.side(),
                    fill.quantity(),
                    fill.price(),
                    exact(fill.notional()),
                    fill.notional().currency(),
                    exact(fill.fee()),
                    fill.fee().currency(),
                    fill.maker() ? "MAKER" : "TAKER");
        }
        return csv.toString();
    }

    private static void changeLine(StringBuilder csv, OrderChanged change) {
        OrderDraft terms = change.order().terms();
        line(
                csv,
                change.order().id().value(),
                utc(change.timeNanos()),
                terms.instrument(),
                terms.side(),
                type(terms),
                terms.quantity(),
                limit(terms),
                change.order().filled(),
                change.from(),
                change.order().state(),
                "",
                change.reason());
    }

    private static void line(StringBuilder csv, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            csv.append(i == 0 ? "" : ",").append(field(fields[i].toString()));
        }
        csv.append(END);
    }

    private static String field(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String type(OrderDraft terms) {
        return switch (terms.type()) {
            case OrderType.Market market -> "MARKET";
            case OrderType.Limit limit -> "LIMIT";
            case OrderType.Stop stop -> "STOP";
            case OrderType.StopLimit stop -> "STOP_LIMIT";
            case OrderType.TrailingStop trailing -> "TRAILING_STOP";
        };
    }

    private static String ends(OrderDraft terms) {
        return terms.handling().endsNanos() == 0 ? "" : utc(terms.handling().endsNanos());
    }

    private static String limit(OrderDraft terms) {
        return BlotterWords.limitPrice(terms).map(price -> price.toString()).orElse("");
    }

    /** All decimals of the ledger, without the code that {@link Money#toString} adds. */
    private static String exact(Money money) {
        return Decimals.format(money.units(), money.currency().scale());
    }

    private static String utc(long timeNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNanos, NANOS), Math.floorMod(timeNanos, NANOS))
                .toString();
    }
}
