package io.sextant.exchange.standin.account;

import io.sextant.exchange.standin.PrivateDesk;
import io.sextant.exchange.standin.VenueShape.Markets;
import io.sextant.exchange.standin.account.AccountTruth.Outcome;
import io.sextant.exchange.standin.account.TruthOrder.Entry;
import io.sextant.exchange.standin.fault.FaultyStream;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The private shapes of Coinbase's Advanced Trade: requests with a token each, and the user channel. An order is known by Coinbase's own
 * id, and one that is sent again under the same name is answered with the first.
 */
public final class CoinbaseAccountDesk implements PrivateDesk, AccountTruth.Watcher {

    private static final String ROOT = "/api/v3/brokerage";
    private static final String HISTORY = "/orders/historical/";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int PAGE = 3;
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|(true|false|\\d+))");
    private static final Pattern ID = Pattern.compile("O-(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"jwt\":\"([^\"]*)\"");

    private final Markets markets;
    private final AccountTruth account;
    private final String keyName;
    private final PublicKey key;
    private final Map<FaultyStream, Long> streams = new LinkedHashMap<>();

    /** Tokens are checked by the public half of the secret. */
    public CoinbaseAccountDesk(Markets markets, AccountTruth account, String keyName, PublicKey key) {
        this.markets = markets;
        this.account = account;
        this.keyName = keyName;
        this.key = key;
        account.watch(this);
    }

    @Override
    public Optional<HttpAnswer> answer(HttpRequest request) {
        String path = request.path();
        boolean mine = path.startsWith(ROOT + "/orders")
                || path.equals(ROOT + "/accounts")
                || path.equals(ROOT + "/key_permissions");
        if (!mine) {
            return Optional.empty();
        }
        String token = request.header("authorization").orElse("").replace("Bearer ", "");
        return Optional.of(
                isValid(token, request.method() + " api.coinbase.com" + path)
                        ? signed(request, path.substring(ROOT.length()))
                        : HttpAnswer.of(401, "Unauthorized"));
    }

    private boolean isValid(String token, String uri) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        Map<String, String> claims =
                fields(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        long now = markets.venueNanos() / SECOND_NANOS;
        boolean inTime = Long.parseLong(claims.getOrDefault("nbf", "0")) <= now + 1
                && now <= Long.parseLong(claims.getOrDefault("exp", "0"));
        return claims.getOrDefault("sub", "").equals(keyName)
                && claims.getOrDefault("uri", "").equals(uri)
                && inTime
                && isSigned(parts);
    }

    private boolean isSigned(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        Matcher found = FIELD.matcher(json);
        while (found.find()) {
            fields.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
        }
        return fields;
    }

    private HttpAnswer signed(HttpRequest request, String path) {
        Map<String, String> body = fields(request.body());
        return switch (path) {
            case "/orders" -> place(request.body(), body);
            case "/orders/edit" -> edit(body);
            case "/orders/batch_cancel" -> cancel(request.body());
            case HISTORY + "batch" -> orders(request);
            case HISTORY + "fills" -> fills(request);
            case "/accounts" -> HttpAnswer.ok(balances());
            case "/key_permissions" ->
                HttpAnswer.ok("{\"can_view\":true,\"can_trade\":" + account.keyMayTrade() + ",\"can_transfer\":"
                        + account.keyMayWithdraw() + "}");
            default ->
                find(path)
                        .map(order -> HttpAnswer.ok("{\"order\":" + order(order) + "}"))
                        .orElseGet(() -> HttpAnswer.of(404, "{\"error\":\"NOT_FOUND\"}"));
        };
    }

    private Optional<TruthOrder> find(String text) {
        Matcher id = ID.matcher(text);
        return id.find() ? account.findById(Long.parseLong(id.group(1))) : Optional.empty();
    }

    private HttpAnswer place(String whole, Map<String, String> body) {
        Optional<TruthOrder> before = account.find(body.getOrDefault("client_order_id", ""));
        if (before.isPresent()) {
            return placed(before.get());
        }
        Optional<MarketTruth> market = markets.all().stream()
                .filter(one -> symbol(one.pair()).equals(body.get("product_id")))
                .findFirst();
        if (market.isEmpty()) {
            return refused("INVALID_PRODUCT_ID");
        }
        ListedPair pair = market.get().pair();
        Entry entry = body.getOrDefault("post_only", "").equals("true")
                ? Entry.POST_ONLY
                : whole.contains("ioc") ? Entry.IMMEDIATE : whole.contains("fok") ? Entry.ALL_OR_NOTHING : Entry.REST;
        return switch (account.place(
                body.getOrDefault("client_order_id", "none"),
                market.get(),
                body.getOrDefault("side", "").equals("BUY"),
                units(body.getOrDefault("base_size", "0"), pair.lotDecimals()),
                units(body.getOrDefault("limit_price", "0"), pair.priceDecimals()),
                entry)) {
            case Outcome.Done(TruthOrder order) -> placed(order);
            case Outcome.Refused(var why) ->
                switch (why) {
                    case NAME_TAKEN -> refused("DUPLICATE_CLIENT_ORDER_ID");
                    case FUNDS -> refused("INSUFFICIENT_FUND");
                    case WOULD_TAKE -> refused("INVALID_LIMIT_PRICE_POST_ONLY");
                    case UNKNOWN -> refused("UNSUPPORTED_ORDER_CONFIGURATION");
                };
        };
    }

    private static HttpAnswer placed(TruthOrder order) {
        return HttpAnswer.ok("{\"success\":true,\"success_response\":{\"order_id\":\"" + id(order)
                + "\",\"client_order_id\":\"" + order.clientId() + "\"}}");
    }

    private static HttpAnswer refused(String error) {
        return HttpAnswer.ok("{\"success\":false,\"error_response\":{\"error\":\"" + error + "\",\"message\":\"\"}}");
    }

    private static long units(String decimal, int decimals) {
        return new BigDecimal(decimal).movePointRight(decimals).longValueExact();
    }

    private HttpAnswer edit(Map<String, String> body) {
        Optional<TruthOrder> found = find(body.getOrDefault("order_id", ""));
        if (found.isEmpty()) {
            return notEdited();
        }
        ListedPair pair = found.get().market().pair();
        return switch (account.amend(
                found.get().clientId(),
                units(body.getOrDefault("size", "0"), pair.lotDecimals()),
                units(body.getOrDefault("price", "0"), pair.priceDecimals()))) {
            case Outcome.Done(TruthOrder order) -> HttpAnswer.ok("{\"success\":true,\"errors\":[]}");
            case Outcome.Refused(var why) -> notEdited();
        };
    }

    private static HttpAnswer notEdited() {
        return HttpAnswer.ok("{\"success\":false,\"errors\":[{\"edit_failure_reason\":\"ORDER_NOT_FOUND\"}]}");
    }

    private HttpAnswer cancel(String body) {
        Optional<TruthOrder> found = find(body);
        boolean done = found.isPresent() && account.cancel(found.get().clientId()) instanceof Outcome.Done;
        return HttpAnswer.ok("{\"results\":[{\"success\":" + done + ",\"failure_reason\":\""
                + (done ? "UNKNOWN_CANCEL_FAILURE_REASON" : "UNKNOWN_CANCEL_ORDER") + "\"}]}");
    }

    private HttpAnswer orders(HttpRequest request) {
        boolean open = request.parameter("order_status").equals(Optional.of("OPEN"));
        Stream<TruthOrder> wanted = open ? account.open().stream() : account.orders().reversed().stream();
        return page(request, "orders", wanted.map(CoinbaseAccountDesk::order).toList());
    }

    private HttpAnswer fills(HttpRequest request) {
        return page(
                request,
                "fills",
                find(request.parameter("order_ids").orElse("")).stream()
                        .flatMap(order -> order.fills().stream().map(fill -> fill(order, fill)))
                        .toList());
    }

    /** Pages are short here, so that whoever reads one page only is found out. */
    private static HttpAnswer page(HttpRequest request, String name, List<String> rows) {
        int from = Math.min(rows.size(), (int) request.number("cursor", 0));
        int to = Math.min(rows.size(), from + PAGE);
        return HttpAnswer.ok("{\"" + name + "\":[" + String.join(",", rows.subList(from, to)) + "],\"cursor\":\""
                + (to < rows.size() ? to : "") + "\"}");
    }

    private static String symbol(ListedPair pair) {
        return pair.base() + "-" + pair.quote();
    }

    private static String id(TruthOrder order) {
        return "O-" + order.id();
    }

    private static String status(TruthOrder order) {
        return switch (order.status()) {
            case NEW, PARTLY_FILLED -> "OPEN";
            case FILLED -> "FILLED";
            case CANCELLED -> "CANCELLED";
            case EXPIRED -> "EXPIRED";
        };
    }

    private static String order(TruthOrder order) {
        ListedPair pair = order.market().pair();
        return "{\"order_id\":\"" + id(order) + "\",\"client_order_id\":\"" + order.clientId() + "\",\"product_id\":\""
                + symbol(pair) + "\",\"side\":\"" + (order.buys() ? "BUY" : "SELL") + "\",\"status\":\""
                + status(order) + "\",\"filled_size\":\"" + pair.quantity(order.filled())
                + "\",\"order_configuration\":{\"limit_limit_gtc\":{\"base_size\":\"" + pair.quantity(order.lots())
                + "\",\"limit_price\":\"" + pair.price(order.ticks()) + "\",\"post_only\":false}}}";
    }

    private static String fill(TruthOrder order, TruthFill fill) {
        ListedPair pair = order.market().pair();
        Instant time = Instant.ofEpochSecond(fill.timeNanos() / SECOND_NANOS, fill.timeNanos() % SECOND_NANOS);
        return "{\"trade_id\":\"T-" + fill.id() + "\",\"order_id\":\"" + id(order) + "\",\"trade_time\":\"" + time
                + "\",\"price\":\"" + pair.price(fill.ticks()) + "\",\"size\":\"" + pair.quantity(fill.lots())
                + "\",\"commission\":\"" + fill.fee().toPlainString() + "\",\"size_in_quote\":false"
                + ",\"liquidity_indicator\":\"" + (fill.maker() ? "MAKER" : "TAKER") + "\"}";
    }

    private String balances() {
        return account.balances().entrySet().stream()
                .map(one -> "{\"currency\":\"" + one.getKey() + "\",\"available_balance\":{\"value\":\""
                        + one.getValue().subtract(account.locked(one.getKey())).toPlainString()
                        + "\"},\"hold\":{\"value\":\""
                        + account.locked(one.getKey()).toPlainString() + "\"}}")
                .collect(Collectors.joining(",", "{\"accounts\":[", "],\"has_next\":false,\"cursor\":\"\"}"));
    }

    @Override
    public Optional<Consumer<String>> connected(HttpRequest request, FaultyStream stream) {
        return request.path().startsWith("/user")
                ? Optional.of(message -> subscribe(message, stream))
                : Optional.empty();
    }

    private void subscribe(String message, FaultyStream stream) {
        Matcher token = TOKEN.matcher(message);
        if (!message.contains("\"channel\":\"user\"")) {
            return;
        }
        if (token.find() && isValid(token.group(1), "")) {
            streams.put(stream, 0L);
            send(stream, "[{\"type\":\"snapshot\",\"orders\":[]}]");
        } else {
            stream.send("{\"type\":\"error\",\"message\":\"authentication failure\"}");
        }
    }

    @Override
    public void onChanged(TruthOrder order) {
        tell(order);
    }

    @Override
    public void onFilled(TruthOrder order, TruthFill fill) {
        tell(order);
    }

    private void tell(TruthOrder order) {
        ListedPair pair = order.market().pair();
        String told = "[{\"type\":\"update\",\"orders\":[{\"order_id\":\"" + id(order) + "\",\"client_order_id\":\""
                + order.clientId() + "\",\"product_id\":\"" + symbol(pair) + "\",\"status\":\"" + status(order)
                + "\",\"cumulative_quantity\":\"" + pair.quantity(order.filled()) + "\",\"leaves_quantity\":\""
                + pair.quantity(order.lots() - order.filled()) + "\",\"limit_price\":\"" + pair.price(order.ticks())
                + "\"}]}]";
        streams.keySet().removeIf(FaultyStream::isCut);
        List.copyOf(streams.keySet()).forEach(stream -> send(stream, told));
    }

    private void send(FaultyStream stream, String events) {
        long number = streams.merge(stream, 1L, Long::sum) - 1;
        stream.send("{\"channel\":\"user\",\"client_id\":\"\",\"timestamp\":\"\",\"sequence_num\":" + number
                + ",\"events\":" + events + "}");
    }

    /** Cuts every stream of the account. */
    public void cutAll() {
        List<FaultyStream> all = new ArrayList<>(streams.keySet());
        all.forEach(FaultyStream::cut);
        streams.clear();
    }
}
