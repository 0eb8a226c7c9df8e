package io.sextant.exchange.coinbase;

import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Coinbase as its documentation describes it, for one reader at a time: its messages are numbered. */
final class CoinbaseShape implements VenueShape {

    private static final String ROOT = "/api/v3/brokerage";
    private long sequence;

    private static String symbol(ListedPair pair) {
        return pair.base() + "-" + pair.quote();
    }

    @Override
    public HttpAnswer answer(HttpRequest request, Markets markets) {
        MarketTruth market = markets.all().getFirst();
        String product = ROOT + "/market/products/" + symbol(market.pair());
        if (request.path().equals(ROOT + "/time")) {
            return HttpAnswer.ok("{\"epochMillis\":\"" + markets.venueNanos() / 1_000_000 + "\"}");
        }
        if (request.path().equals(product)) {
            return HttpAnswer.ok("{\"product_id\":\"" + symbol(market.pair()) + "\",\"base_currency_id\":\""
                    + market.pair().base() + "\",\"quote_currency_id\":\""
                    + market.pair().quote()
                    + "\",\"base_increment\":\"" + market.pair().quantity(1) + "\",\"quote_increment\":\""
                    + market.pair().price(1) + "\",\"price_increment\":\""
                    + market.pair().price(1)
                    + "\",\"base_min_size\":\"" + market.pair().quantity(1) + "\"}");
        }
        if (request.path().equals(product + "/ticker")) {
            return HttpAnswer.ok("{\"trades\":" + trades(market.pair(), market.deals()) + "}");
        }
        if (request.path().equals(product + "/candles")) {
            return HttpAnswer.ok(
                    "{\"candles\":[{\"start\":\"1639508100\",\"low\":\"1\",\"high\":\"4\",\"open\":\"2\",\"close\":\"3\","
                            + "\"volume\":\"5\"},{\"start\":\"1639508040\",\"low\":\"1\",\"high\":\"2\",\"open\":\"1\",\"close\":\"2\",\"volume\":\"7\"}]}");
        }
        return HttpAnswer.of(404, "{}");
    }

    @Override
    public List<String> channelsOf(HttpRequest request) {
        return List.of();
    }

    @Override
    public Said hear(String message, Markets markets) {
        String channel = message.replaceAll(".*\"channel\":\"(\\w+)\".*", "$1");
        MarketTruth market = markets.all().getFirst();
        if (message.contains("\"unsubscribe\"")) {
            return new Said(List.of(), List.of(channel), List.of());
        }
        List<String> answers = new ArrayList<>(List.of(message("subscriptions", markets.venueNanos(), "{}")));
        if (channel.equals("level2")) {
            String levels = market.book().bids().entrySet().stream()
                            .map(level -> update(market.pair(), "bid", level.getKey(), level.getValue()))
                            .collect(Collectors.joining(","))
                    + ","
                    + market.book().asks().entrySet().stream()
                            .map(level -> update(market.pair(), "offer", level.getKey(), level.getValue()))
                            .collect(Collectors.joining(","));
            answers.add(message("l2_data", markets.venueNanos(), event("snapshot", market.pair(), levels)));
        }
        return new Said(List.of(channel), List.of(), answers);
    }

    private String message(String channel, long nanos, String event) {
        return "{\"channel\":\"" + channel + "\",\"client_id\":\"\",\"timestamp\":\"" + time(nanos)
                + "\",\"sequence_num\":" + sequence++ + ",\"events\":[" + event + "]}";
    }

    private static String event(String type, ListedPair pair, String updates) {
        return "{\"type\":\"" + type + "\",\"product_id\":\"" + symbol(pair) + "\",\"updates\":[" + updates + "]}";
    }

    private static String update(ListedPair pair, String side, long ticks, long lots) {
        return "{\"side\":\"" + side + "\",\"event_time\":\"1970-01-01T00:00:00Z\",\"price_level\":\""
                + pair.price(ticks) + "\",\"new_quantity\":\"" + pair.quantity(lots) + "\"}";
    }

    private static String trades(ListedPair pair, List<Deal> deals) {
        return deals.reversed().stream()
                .limit(1_000)
                .map(deal -> "{\"trade_id\":\"" + deal.id() + "\",\"product_id\":\"" + symbol(pair) + "\",\"price\":\""
                        + pair.price(deal.ticks()) + "\",\"size\":\"" + pair.quantity(deal.lots()) + "\",\"side\":\""
                        + (deal.buyerIsMaker() ? "BUY" : "SELL") + "\",\"time\":\"" + time(deal.timeNanos()) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L)
                .toString();
    }

    @Override
    public List<String> messages(String channel, MarketTruth market, MarketUpdate update) {
        return switch (channel) {
            case "level2" -> {
                String updates = update.changes().stream()
                        .map(one -> update(market.pair(), one.bid() ? "bid" : "offer", one.ticks(), one.lots()))
                        .collect(Collectors.joining(","));
                yield List.of(message("l2_data", update.timeNanos(), event("update", market.pair(), updates)));
            }
            case "market_trades" ->
                update.deals().isEmpty()
                        ? List.of()
                        : List.of(message(
                                "market_trades",
                                update.timeNanos(),
                                "{\"type\":\"update\",\"trades\":" + trades(market.pair(), update.deals()) + "}"));
            default -> List.of();
        };
    }

    @Override
    public List<String> heartbeats() {
        return List.of();
    }
}
