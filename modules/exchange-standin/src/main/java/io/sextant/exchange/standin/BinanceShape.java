package io.sextant.exchange.standin;

import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.LevelChange;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The public shapes of Binance spot: {@code /api/v3} and combined streams. */
public final class BinanceShape implements VenueShape {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final int MOST_TRADES = 1_000;
    private static final Map<String, Long> INTERVAL_NANOS = Map.of(
            "1s",
            1_000_000_000L,
            "1m",
            60_000_000_000L,
            "5m",
            300_000_000_000L,
            "1h",
            3_600_000_000_000L,
            "1d",
            86_400_000_000_000L);

    @Override
    public HttpAnswer answer(HttpRequest request, Markets markets) {
        return switch (request.path()) {
            case "/api/v3/ping" -> HttpAnswer.ok("{}");
            case "/api/v3/time" -> HttpAnswer.ok("{\"serverTime\":" + markets.venueNanos() / MILLI_NANOS + "}");
            case "/api/v3/exchangeInfo" -> HttpAnswer.ok(exchangeInfo(markets));
            case "/api/v3/depth", "/api/v3/aggTrades", "/api/v3/trades", "/api/v3/klines" ->
                markets.all().stream()
                        .filter(market -> symbol(market.pair())
                                .equals(request.parameter("symbol").orElse("")))
                        .findFirst()
                        .map(market -> ofMarket(request, market))
                        .orElseGet(() -> HttpAnswer.of(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"));
            default -> HttpAnswer.of(404, "{\"code\":-1,\"msg\":\"no such path\"}");
        };
    }

    private static HttpAnswer ofMarket(HttpRequest request, MarketTruth market) {
        return HttpAnswer.ok(
                switch (request.path()) {
                    case "/api/v3/depth" -> depth(market, (int) request.number("limit", 100));
                    case "/api/v3/klines" -> klines(request, market);
                    case "/api/v3/trades" -> newestTrades(market, (int) request.number("limit", 500));
                    default -> aggTrades(request, market);
                });
    }

    static String symbol(ListedPair pair) {
        return pair.base() + pair.quote();
    }

    private static String exchangeInfo(Markets markets) {
        String symbols =
                markets.all().stream().map(market -> symbolInfo(market.pair())).collect(Collectors.joining(","));
        return "{\"timezone\":\"UTC\",\"serverTime\":" + markets.venueNanos() / MILLI_NANOS
                + ",\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
                + "\"limit\":6000}],\"exchangeFilters\":[],\"symbols\":[" + symbols + "]}";
    }

    private static String symbolInfo(ListedPair pair) {
        String tick = pair.price(1);
        String lot = pair.quantity(1);
        return "{\"symbol\":\"" + symbol(pair) + "\",\"status\":\"TRADING\",\"baseAsset\":\"" + pair.base()
                + "\",\"baseAssetPrecision\":8,\"quoteAsset\":\"" + pair.quote()
                + "\",\"quotePrecision\":8,\"quoteAssetPrecision\":8,\"orderTypes\":[\"LIMIT\",\"MARKET\"],"
                + "\"icebergAllowed\":true,\"isSpotTradingAllowed\":true,\"permissions\":[\"SPOT\"],\"filters\":["
                + "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"" + tick
                + "\",\"maxPrice\":\"1000000.00\",\"tickSize\":\""
                + tick + "\"},{\"filterType\":\"LOT_SIZE\",\"minQty\":\"" + lot
                + "\",\"maxQty\":\"9000.00000000\",\"stepSize\":\"" + lot
                + "\"},{\"filterType\":\"NOTIONAL\",\"minNotional\":\"5.00000000\",\"applyMinToMarket\":true}]}";
    }

    private static String depth(MarketTruth market, int limit) {
        BookState book = market.book();
        return "{\"lastUpdateId\":" + book.updateId() + ",\"bids\":" + levels(market.pair(), book.bids(), limit)
                + ",\"asks\":" + levels(market.pair(), book.asks(), limit) + "}";
    }

    private static String levels(ListedPair pair, NavigableMap<Long, Long> side, int limit) {
        return side.entrySet().stream()
                .limit(limit)
                .map(level -> level(pair, level.getKey(), level.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String level(ListedPair pair, long ticks, long lots) {
        return "[\"" + pair.price(ticks) + "\",\"" + pair.quantity(lots) + "\"]";
    }

    private static String aggTrades(HttpRequest request, MarketTruth market) {
        int limit = (int) Math.min(MOST_TRADES, request.number("limit", 500));
        List<Deal> deals = market.deals();
        long first = request.number("fromId", Math.max(1, deals.size() - limit + 1L));
        return market.dealsFrom(first, limit).stream()
                .map(deal -> "{\"a\":" + deal.id() + "," + aggregated(market.pair(), deal) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String aggregated(ListedPair pair, Deal deal) {
        return "\"p\":\"" + pair.price(deal.ticks()) + "\",\"q\":\"" + pair.quantity(deal.lots()) + "\",\"f\":"
                + deal.id()
                + ",\"l\":" + deal.id() + ",\"T\":" + deal.timeNanos() / MILLI_NANOS + ",\"m\":" + deal.buyerIsMaker()
                + ",\"M\":true";
    }

    private static String newestTrades(MarketTruth market, int limit) {
        List<Deal> deals = market.deals();
        return market.dealsFrom(Math.max(1, deals.size() - limit + 1L), limit).stream()
                .map(deal ->
                        "{\"id\":" + deal.id() + ",\"price\":\"" + market.pair().price(deal.ticks())
                                + "\",\"qty\":\"" + market.pair().quantity(deal.lots()) + "\",\"time\":"
                                + deal.timeNanos() / MILLI_NANOS + ",\"isBuyerMaker\":" + deal.buyerIsMaker()
                                + ",\"isBestMatch\":true}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String klines(HttpRequest request, MarketTruth market) {
        long length = INTERVAL_NANOS.getOrDefault(request.parameter("interval").orElse("1m"), 60_000_000_000L);
        long from = request.number("startTime", 0) * MILLI_NANOS;
        long to = request.number("endTime", Long.MAX_VALUE / MILLI_NANOS) * MILLI_NANOS;
        long limit = Math.min(MOST_TRADES, request.number("limit", 500));
        ListedPair pair = market.pair();
        return withQuietOnes(market.bars(length), length).subMap(from, true, to, true).values().stream()
                .limit(limit)
                .map(bar -> kline(pair, bar, length))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Binance has a bar for a time without trades too: of the last price, without volume. */
    private static NavigableMap<Long, TruthBar> withQuietOnes(NavigableMap<Long, TruthBar> traded, long length) {
        NavigableMap<Long, TruthBar> all = new TreeMap<>(traded);
        for (TruthBar bar : traded.values()) {
            Long next = traded.higherKey(bar.openNanos());
            for (long open = bar.openNanos() + length; next != null && open < next; open += length) {
                all.put(open, new TruthBar(open, bar.close(), bar.close(), bar.close(), bar.close(), 0));
            }
        }
        return all;
    }

    private static String kline(ListedPair pair, TruthBar bar, long length) {
        return "[" + bar.openNanos() / MILLI_NANOS + ",\"" + pair.price(bar.open()) + "\",\"" + pair.price(bar.high())
                + "\",\"" + pair.price(bar.low()) + "\",\"" + pair.price(bar.close()) + "\",\""
                + pair.quantity(bar.lots()) + "\"," + ((bar.openNanos() + length) / MILLI_NANOS - 1)
                + ",\"0\",1,\"0\",\"0\",\"0\"]";
    }

    @Override
    public List<String> channelsOf(HttpRequest request) {
        return request.parameter("streams")
                .map(streams -> List.of(streams.split("/")))
                .orElse(List.of());
    }

    @Override
    public Said hear(String message, Markets markets) {
        return Said.NOTHING;
    }

    @Override
    public List<String> heartbeats() {
        return List.of();
    }

    @Override
    public List<String> messages(String channel, MarketTruth market, MarketUpdate update) {
        int at = channel.indexOf('@');
        ListedPair pair = market.pair();
        if (at < 0 || !channel.substring(0, at).equals(symbol(pair).toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        switch (channel.substring(at + 1)) {
            case "aggTrade" ->
                update.deals()
                        .forEach(deal -> messages.add("{\"e\":\"aggTrade\"," + event(pair, update) + ",\"a\":"
                                + deal.id() + "," + aggregated(pair, deal) + "}"));
            case "trade" ->
                update.deals()
                        .forEach(deal -> messages.add("{\"e\":\"trade\"," + event(pair, update) + ",\"t\":" + deal.id()
                                + "," + aggregated(pair, deal) + "}"));
            case "depth", "depth@100ms" -> messages.add(depthUpdate(pair, update));
            case "bookTicker" -> messages.add(bookTicker(market));
            default -> {
                // A stream that this stand-in does not have stays silent, as the venue's does.
            }
        }
        return messages.stream()
                .map(data -> "{\"stream\":\"" + channel + "\",\"data\":" + data + "}")
                .toList();
    }

    private static String event(ListedPair pair, MarketUpdate update) {
        return "\"E\":" + update.timeNanos() / MILLI_NANOS + ",\"s\":\"" + symbol(pair) + "\"";
    }

    private static String depthUpdate(ListedPair pair, MarketUpdate update) {
        return "{\"e\":\"depthUpdate\"," + event(pair, update) + ",\"U\":" + update.firstId() + ",\"u\":"
                + update.lastId() + ",\"b\":" + changes(pair, update, true) + ",\"a\":" + changes(pair, update, false)
                + "}";
    }

    private static String changes(ListedPair pair, MarketUpdate update, boolean bid) {
        return update.changes().stream()
                .filter(change -> change.bid() == bid)
                .collect(Collectors.toMap(LevelChange::ticks, LevelChange::lots, (earlier, later) -> later))
                .entrySet()
                .stream()
                .map(level -> level(pair, level.getKey(), level.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String bookTicker(MarketTruth market) {
        ListedPair pair = market.pair();
        LevelChange bid = market.bestBid();
        LevelChange ask = market.bestAsk();
        return "{\"u\":" + market.lastUpdateId() + ",\"s\":\"" + symbol(pair) + "\",\"b\":\"" + pair.price(bid.ticks())
                + "\",\"B\":\"" + pair.quantity(bid.lots()) + "\",\"a\":\"" + pair.price(ask.ticks())
                + "\",\"A\":\"" + pair.quantity(ask.lots()) + "\"}";
    }
}
