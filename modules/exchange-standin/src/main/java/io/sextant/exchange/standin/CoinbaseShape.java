package io.sextant.exchange.standin;

import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The public shapes of Coinbase's Advanced Trade as its documentation describes them; messages are numbered a connection. */
public final class CoinbaseShape implements VenueShape {

    private static final String ROOT = "/api/v3/brokerage";
    private static final String PRODUCTS = ROOT + "/market/products/";
    private static final String NUMBER = "\"sequence_num\":#";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int MOST_TRADES = 1_000;
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"(\\w+)\"");
    private static final Pattern SYMBOL = Pattern.compile("\"(\\w+-\\w+)\"");
    private static final Map<String, Long> GRANULARITY_SECONDS =
            Map.of("ONE_MINUTE", 60L, "FIVE_MINUTE", 300L, "ONE_HOUR", 3_600L, "ONE_DAY", 86_400L);

    private static String symbol(ListedPair pair) {
        return pair.base() + "-" + pair.quote();
    }

    @Override
    public HttpAnswer answer(HttpRequest request, Markets markets) {
        if (request.path().equals(ROOT + "/time")) {
            return HttpAnswer.ok("{\"epochMillis\":\"" + markets.venueNanos() / 1_000_000 + "\"}");
        }
        for (MarketTruth market : markets.all()) {
            String product = PRODUCTS + symbol(market.pair());
            if (request.path().startsWith(product)) {
                return ofProduct(request.path().substring(product.length()), request, market);
            }
            if (request.path().equals(ROOT + "/market/product_book")
                    && request.parameter("product_id").orElse("").equals(symbol(market.pair()))) {
                return HttpAnswer.ok(priceBook(market));
            }
        }
        return HttpAnswer.of(404, "{\"error\":\"NOT_FOUND\"}");
    }

    private static HttpAnswer ofProduct(String rest, HttpRequest request, MarketTruth market) {
        return switch (rest) {
            case "" -> HttpAnswer.ok(product(market.pair()));
            case "/ticker" -> {
                long start = request.number("start", 0) * SECOND_NANOS;
                List<Deal> deals = market.deals().stream()
                        .filter(deal -> deal.timeNanos() >= start)
                        .toList();
                yield HttpAnswer.ok("{\"trades\":" + trades(market.pair(), deals) + "}");
            }
            case "/candles" -> HttpAnswer.ok(candles(request, market));
            default -> HttpAnswer.of(404, "{\"error\":\"NOT_FOUND\"}");
        };
    }

    private static String product(ListedPair pair) {
        return "{\"product_id\":\"" + symbol(pair) + "\",\"base_currency_id\":\"" + pair.base()
                + "\",\"quote_currency_id\":\"" + pair.quote() + "\",\"base_increment\":\"" + pair.quantity(1)
                + "\",\"quote_increment\":\"" + pair.price(1) + "\",\"price_increment\":\"" + pair.price(1)
                + "\",\"base_min_size\":\"" + pair.quantity(1) + "\",\"quote_min_size\":\"1\"}";
    }

    private static String priceBook(MarketTruth market) {
        BookState book = market.book();
        return "{\"pricebook\":{\"product_id\":\"" + symbol(market.pair()) + "\",\"bids\":"
                + levels(market.pair(), book.bids()) + ",\"asks\":" + levels(market.pair(), book.asks()) + "}}";
    }

    private static String levels(ListedPair pair, NavigableMap<Long, Long> side) {
        return side.entrySet().stream()
                .map(level -> "{\"price\":\"" + pair.price(level.getKey()) + "\",\"size\":\""
                        + pair.quantity(level.getValue()) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String candles(HttpRequest request, MarketTruth market) {
        long length = GRANULARITY_SECONDS.getOrDefault(
                        request.parameter("granularity").orElse("ONE_MINUTE"), 60L)
                * SECOND_NANOS;
        long from = request.number("start", 0) * SECOND_NANOS;
        long to = request.number("end", Long.MAX_VALUE / SECOND_NANOS) * SECOND_NANOS;
        int limit = (int) request.number("limit", 350);
        List<TruthBar> bars =
                new ArrayList<>(market.bars(length).subMap(from, true, to, true).values());
        return bars.reversed().stream()
                .limit(limit)
                .map(bar -> candle(market.pair(), bar))
                .collect(Collectors.joining(",", "{\"candles\":[", "]}"));
    }

    private static String candle(ListedPair pair, TruthBar bar) {
        return "{\"start\":\"" + bar.openNanos() / SECOND_NANOS + "\",\"low\":\"" + pair.price(bar.low())
                + "\",\"high\":\"" + pair.price(bar.high()) + "\",\"open\":\"" + pair.price(bar.open())
                + "\",\"close\":\"" + pair.price(bar.close()) + "\",\"volume\":\"" + pair.quantity(bar.lots()) + "\"}";
    }

    @Override
    public List<String> channelsOf(HttpRequest request) {
        return List.of();
    }

    @Override
    public Said hear(String message, Markets markets) {
        Matcher named = CHANNEL.matcher(message);
        if (!named.find()) {
            return Said.NOTHING;
        }
        String channel = named.group(1);
        List<String> channels = new ArrayList<>();
        Matcher symbol = SYMBOL.matcher(message);
        while (symbol.find()) {
            channels.add(channel + ":" + symbol.group(1));
        }
        if (message.contains("\"unsubscribe\"")) {
            return new Said(List.of(), channels, List.of());
        }
        List<String> answers = new ArrayList<>(List.of(message("subscriptions", markets.venueNanos(), "{}")));
        for (MarketTruth market : markets.all()) {
            if (channels.contains("level2:" + symbol(market.pair()))) {
                answers.add(message("l2_data", markets.venueNanos(), snapshot(market)));
            }
        }
        return new Said(channels, List.of(), answers);
    }

    private static String snapshot(MarketTruth market) {
        List<String> updates = new ArrayList<>();
        market.book().bids().forEach((ticks, lots) -> updates.add(update(market.pair(), "bid", ticks, lots)));
        market.book().asks().forEach((ticks, lots) -> updates.add(update(market.pair(), "offer", ticks, lots)));
        return event("snapshot", market.pair(), String.join(",", updates));
    }

    private static String message(String channel, long nanos, String event) {
        return "{\"channel\":\"" + channel + "\",\"client_id\":\"\",\"timestamp\":\"" + time(nanos) + "\"," + NUMBER
                + ",\"events\":[" + event + "]}";
    }

    @Override
    public String numbered(String message, long number) {
        return message.replace(NUMBER, "\"sequence_num\":" + number);
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
                .limit(MOST_TRADES)
                .map(deal -> "{\"trade_id\":\"" + deal.id() + "\",\"product_id\":\"" + symbol(pair) + "\",\"price\":\""
                        + pair.price(deal.ticks()) + "\",\"size\":\"" + pair.quantity(deal.lots()) + "\",\"side\":\""
                        + (deal.buyerIsMaker() ? "BUY" : "SELL") + "\",\"time\":\"" + time(deal.timeNanos()) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(nanos / SECOND_NANOS, nanos % SECOND_NANOS).toString();
    }

    @Override
    public List<String> messages(String channel, MarketTruth market, MarketUpdate update) {
        String symbol = symbol(market.pair());
        if (channel.equals("level2:" + symbol)) {
            String updates = update.changes().stream()
                    .map(one -> update(market.pair(), one.bid() ? "bid" : "offer", one.ticks(), one.lots()))
                    .collect(Collectors.joining(","));
            return List.of(message("l2_data", update.timeNanos(), event("update", market.pair(), updates)));
        }
        if (channel.equals("market_trades:" + symbol) && !update.deals().isEmpty()) {
            return List.of(message(
                    "market_trades",
                    update.timeNanos(),
                    "{\"type\":\"update\",\"trades\":" + trades(market.pair(), update.deals()) + "}"));
        }
        return List.of();
    }

    @Override
    public List<String> heartbeats() {
        return List.of("{\"channel\":\"heartbeats\",\"client_id\":\"\"," + NUMBER + ",\"events\":[]}");
    }
}
