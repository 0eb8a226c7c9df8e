package io.sextant.exchange.standin;

import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The public shapes of Kraken spot: requests under {@code /0/public} and the second version of its streams. */
public final class KrakenShape implements VenueShape {

    /** How deep its books are told. */
    public static final int DEPTH = 100;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int CHECKED_LEVELS = 10;
    private static final int MOST_TRADES = 1_000;
    private static final int TRADES_AT_FIRST = 50;
    private static final Pattern CHANNEL = Pattern.compile("\"channel\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern SYMBOL = Pattern.compile("\"(\\w+/\\w+)\"");

    /** What readers were told of each book, by symbol; all readers are told the same. */
    private final Map<String, Told> told = new HashMap<>();

    private record Told(long updateId, BookState top, String message) {}

    /** As requests name it: Kraken's own names for some coins, nothing between. */
    static String altName(ListedPair pair) {
        return (pair.base().equals("BTC") ? "XBT" : pair.base()) + pair.quote();
    }

    static String symbol(ListedPair pair) {
        return pair.base() + "/" + pair.quote();
    }

    @Override
    public HttpAnswer answer(HttpRequest request, Markets markets) {
        long seconds = markets.venueNanos() / SECOND_NANOS;
        return switch (request.path()) {
            case "/0/public/Time" ->
                result("{\"unixtime\":" + seconds + ",\"rfc1123\":\"Sat, 21 Nov 26 00:00:00 +0000\"}");
            case "/0/public/AssetPairs" ->
                result(markets.all().stream()
                        .map(market -> assetPair(market.pair()))
                        .collect(Collectors.joining(",", "{", "}")));
            case "/0/public/OHLC", "/0/public/Depth", "/0/public/Trades" ->
                markets.all().stream()
                        .filter(market -> altName(market.pair())
                                .equals(request.parameter("pair").orElse("")))
                        .findFirst()
                        .map(market -> ofMarket(request, market))
                        .orElseGet(() -> HttpAnswer.ok("{\"error\":[\"EQuery:Unknown asset pair\"]}"));
            default -> HttpAnswer.of(404, "{\"error\":[\"EGeneral:Unknown method\"]}");
        };
    }

    private static HttpAnswer result(String result) {
        return HttpAnswer.ok("{\"error\":[],\"result\":" + result + "}");
    }

    private static HttpAnswer ofMarket(HttpRequest request, MarketTruth market) {
        String key = "{\"X" + altName(market.pair()) + "\":";
        return switch (request.path()) {
            case "/0/public/Depth" -> result(key + depth(market, (int) request.number("count", DEPTH)) + "}");
            case "/0/public/OHLC" -> result(key + bars(request, market) + ",\"last\":0}");
            default -> trades(request, market, key);
        };
    }

    private static String assetPair(ListedPair pair) {
        String base = pair.base().equals("BTC") ? "XBT" : pair.base();
        return "\"X" + altName(pair) + "\":{\"altname\":\"" + altName(pair) + "\",\"wsname\":\"" + base + "/"
                + pair.quote() + "\",\"aclass_base\":\"currency\",\"base\":\"X" + base
                + "\",\"aclass_quote\":\"currency\",\"quote\":\"Z" + pair.quote()
                + "\",\"lot\":\"unit\",\"pair_decimals\":" + pair.priceDecimals() + ",\"lot_decimals\":"
                + pair.lotDecimals() + ",\"lot_multiplier\":1,\"fees\":[[0,0.4]],\"fees_maker\":[[0,0.25]],"
                + "\"ordermin\":\"0.00005\",\"costmin\":\"0.5\",\"tick_size\":\"" + pair.price(1)
                + "\",\"status\":\"online\"}";
    }

    private static String depth(MarketTruth market, int count) {
        BookState book = market.book();
        return "{\"asks\":" + rows(market.pair(), book.asks(), count) + ",\"bids\":"
                + rows(market.pair(), book.bids(), count) + "}";
    }

    private static String rows(ListedPair pair, NavigableMap<Long, Long> side, int count) {
        return side.entrySet().stream()
                .limit(count)
                .map(level -> "[\"" + pair.price(level.getKey()) + "\",\"" + pair.quantity(level.getValue()) + "\",0]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String bars(HttpRequest request, MarketTruth market) {
        long length = request.number("interval", 1) * 60 * SECOND_NANOS;
        long after = request.number("since", 0) * SECOND_NANOS;
        ListedPair pair = market.pair();
        return market.bars(length).tailMap(after, false).values().stream()
                .map(bar -> bar(pair, bar))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String bar(ListedPair pair, TruthBar bar) {
        return "[" + bar.openNanos() / SECOND_NANOS + ",\"" + pair.price(bar.open()) + "\",\"" + pair.price(bar.high())
                + "\",\"" + pair.price(bar.low()) + "\",\"" + pair.price(bar.close()) + "\",\"0\",\""
                + pair.quantity(bar.lots()) + "\",1]";
    }

    private static HttpAnswer trades(HttpRequest request, MarketTruth market, String key) {
        long since = request.number("since", -1);
        List<Deal> deals = market.deals();
        List<Deal> page = since < 0
                ? deals.subList(Math.max(0, deals.size() - MOST_TRADES), deals.size())
                : deals.stream()
                        .filter(deal -> deal.timeNanos() > since)
                        .limit(MOST_TRADES)
                        .toList();
        long last = page.isEmpty() ? Math.max(0, since) : page.getLast().timeNanos();
        ListedPair pair = market.pair();
        return result(page.stream()
                        .map(deal -> "[\"" + pair.price(deal.ticks()) + "\",\"" + pair.quantity(deal.lots()) + "\","
                                + BigDecimal.valueOf(deal.timeNanos(), 9).toPlainString() + ",\""
                                + (deal.buyerIsMaker() ? "s" : "b") + "\",\"l\",\"\"," + deal.id() + "]")
                        .collect(Collectors.joining(",", key + "[", "]"))
                + ",\"last\":\"" + last + "\"}");
    }

    @Override
    public List<String> channelsOf(HttpRequest request) {
        return List.of();
    }

    @Override
    public Said hear(String message, Markets markets) {
        Matcher channel = CHANNEL.matcher(message);
        if (!channel.find()) {
            return Said.NOTHING;
        }
        List<String> channels = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        Matcher symbol = SYMBOL.matcher(message);
        while (symbol.find()) {
            channels.add(channel.group(1) + ":" + symbol.group(1));
            answers.add(snapshot(channel.group(1), symbol.group(1), markets));
        }
        return message.contains("\"unsubscribe\"")
                ? new Said(List.of(), channels, List.of())
                : new Said(channels, List.of(), answers);
    }

    private static String snapshot(String channel, String symbol, Markets markets) {
        for (MarketTruth market : markets.all()) {
            if (symbol(market.pair()).equals(symbol)) {
                BookState book = top(market.book());
                List<Deal> deals = market.deals();
                return channel.equals("book")
                        ? book(
                                "snapshot",
                                market.pair(),
                                book.bids(),
                                book.asks(),
                                checksum(book),
                                markets.venueNanos())
                        : trades(
                                "snapshot",
                                market.pair(),
                                deals.subList(Math.max(0, deals.size() - TRADES_AT_FIRST), deals.size()));
            }
        }
        return "{\"method\":\"subscribe\",\"success\":false,\"error\":\"Currency pair not supported " + symbol + "\"}";
    }

    @Override
    public List<String> heartbeats() {
        return List.of("{\"channel\":\"heartbeat\"}");
    }

    @Override
    public List<String> messages(String channel, MarketTruth market, MarketUpdate update) {
        String symbol = symbol(market.pair());
        if (channel.equals("trade:" + symbol)) {
            return update.deals().isEmpty() ? List.of() : List.of(trades("update", market.pair(), update.deals()));
        }
        if (!channel.equals("book:" + symbol)) {
            return List.of();
        }
        return List.of(update(symbol, market, update));
    }

    /** What changed among the levels that are told: those that changed, came into sight, or are gone. */
    private String update(String symbol, MarketTruth market, MarketUpdate update) {
        Told before = told.get(symbol);
        if (before != null && before.updateId() == update.lastId()) {
            return before.message();
        }
        BookState was = before == null ? top(market.bookAt(update.firstId() - 1)) : before.top();
        if (before != null && before.updateId() != update.firstId() - 1) {
            was = top(market.bookAt(update.firstId() - 1));
        }
        BookState is = top(market.book());
        boolean whole = isWhole(was) && isWhole(is);
        String message = book(
                "update",
                market.pair(),
                whole ? changes(update, true) : changes(was.bids(), is.bids()),
                whole ? changes(update, false) : changes(was.asks(), is.asks()),
                checksum(is),
                update.timeNanos());
        told.put(symbol, new Told(update.lastId(), is, message));
        return message;
    }

    private static boolean isWhole(BookState book) {
        return book.bids().size() < DEPTH && book.asks().size() < DEPTH;
    }

    private static NavigableMap<Long, Long> changes(MarketUpdate update, boolean bids) {
        NavigableMap<Long, Long> changes = new TreeMap<>();
        update.changes().stream()
                .filter(change -> change.bid() == bids)
                .forEach(change -> changes.put(change.ticks(), change.lots()));
        return changes;
    }

    private static NavigableMap<Long, Long> changes(NavigableMap<Long, Long> was, NavigableMap<Long, Long> is) {
        TreeSet<Long> prices = new TreeSet<>(was.keySet());
        prices.addAll(is.keySet());
        NavigableMap<Long, Long> changes = new TreeMap<>();
        for (long price : prices) {
            long now = is.getOrDefault(price, 0L);
            if (was.getOrDefault(price, 0L) != now) {
                changes.put(price, now);
            }
        }
        return changes;
    }

    private static BookState top(BookState book) {
        if (isWhole(book)) {
            return book;
        }
        NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        NavigableMap<Long, Long> asks = new TreeMap<>();
        book.bids().entrySet().stream().limit(DEPTH).forEach(level -> bids.put(level.getKey(), level.getValue()));
        book.asks().entrySet().stream().limit(DEPTH).forEach(level -> asks.put(level.getKey(), level.getValue()));
        return new BookState(book.updateId(), bids, asks);
    }

    private static String book(
            String type,
            ListedPair pair,
            NavigableMap<Long, Long> bids,
            NavigableMap<Long, Long> asks,
            long checksum,
            long timeNanos) {
        return "{\"channel\":\"book\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + symbol(pair)
                + "\",\"bids\":" + levels(pair, bids) + ",\"asks\":" + levels(pair, asks) + ",\"checksum\":" + checksum
                + ",\"timestamp\":\"" + time(timeNanos) + "\"}]}";
    }

    private static String levels(ListedPair pair, NavigableMap<Long, Long> side) {
        return side.entrySet().stream()
                .map(level -> "{\"price\":" + pair.price(level.getKey()) + ",\"qty\":" + pair.quantity(level.getValue())
                        + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String trades(String type, ListedPair pair, List<Deal> deals) {
        return deals.stream()
                .map(deal -> "{\"symbol\":\"" + symbol(pair) + "\",\"side\":\""
                        + (deal.buyerIsMaker() ? "sell" : "buy") + "\",\"price\":" + pair.price(deal.ticks())
                        + ",\"qty\":" + pair.quantity(deal.lots()) + ",\"ord_type\":\"limit\",\"trade_id\":" + deal.id()
                        + ",\"timestamp\":\"" + time(deal.timeNanos()) + "\"}")
                .collect(Collectors.joining(",", "{\"channel\":\"trade\",\"type\":\"" + type + "\",\"data\":[", "]}"));
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(nanos / SECOND_NANOS, nanos % SECOND_NANOS).toString();
    }

    /** CRC-32 of the ten best offers and bids, price and quantity without points and leading zeros. */
    private static long checksum(BookState book) {
        StringBuilder digits = new StringBuilder();
        book.asks().entrySet().stream()
                .limit(CHECKED_LEVELS)
                .forEach(level -> digits.append(level.getKey()).append(level.getValue()));
        book.bids().entrySet().stream()
                .limit(CHECKED_LEVELS)
                .forEach(level -> digits.append(level.getKey()).append(level.getValue()));
        CRC32 crc = new CRC32();
        crc.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
