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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The private shapes of Binance spot: signed orders and account under {@code /api/v3}, account events on the WebSocket API. */
public final class BinanceAccountDesk implements PrivateDesk, AccountTruth.Watcher {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final String RIGHTS = "/sapi/v1/account/apiRestrictions";
    private static final long AHEAD_MILLIS = 1_000;
    private static final Pattern SIGNED = Pattern.compile("(.*)&signature=([0-9a-f]+)");
    private static final Pattern PARAMETER = Pattern.compile("\"(apiKey|timestamp|signature)\":\"?([^\",}]+)");

    private final Markets markets;
    private final AccountTruth account;
    private final String apiKey;
    private final String apiSecret;
    private final List<FaultyStream> streams = new ArrayList<>();

    public BinanceAccountDesk(Markets markets, AccountTruth account, String apiKey, String apiSecret) {
        this.markets = markets;
        this.account = account;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        account.watch(this);
    }

    @Override
    public Optional<HttpAnswer> answer(HttpRequest request) {
        return switch (request.path()) {
            case "/api/v3/order", "/api/v3/openOrders", "/api/v3/myTrades", "/api/v3/account", RIGHTS ->
                Optional.of(findProblem(request).orElseGet(() -> signed(request)));
            default -> Optional.empty();
        };
    }

    private Optional<HttpAnswer> findProblem(HttpRequest request) {
        if (!request.header("x-mbx-apikey").equals(Optional.of(apiKey))) {
            return Optional.of(error(401, -2015, "Invalid API-key, IP, or permissions for action."));
        }
        Matcher signed = SIGNED.matcher(request.header(HttpRequest.RAW_QUERY).orElse(""));
        if (!signed.matches() || !sign(signed.group(1)).equals(signed.group(2))) {
            return Optional.of(error(400, -1022, "Signature for this request is not valid."));
        }
        long now = markets.venueNanos() / MILLI_NANOS;
        long sent = request.number("timestamp", 0);
        if (sent > now + AHEAD_MILLIS || now - sent > request.number("recvWindow", 5_000)) {
            return Optional.of(error(400, -1021, "Timestamp for this request is outside of the recvWindow."));
        }
        return Optional.empty();
    }

    private String sign(String parameters) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(apiSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(parameters.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpAnswer signed(HttpRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /api/v3/order" -> place(request);
            case "DELETE /api/v3/order" -> cancel(request);
            case "GET /api/v3/order" -> find(request);
            case "GET /api/v3/openOrders" ->
                HttpAnswer.ok(account.open().stream()
                        .filter(order ->
                                symbol(order).equals(request.parameter("symbol").orElse("")))
                        .map(BinanceAccountDesk::order)
                        .collect(Collectors.joining(",", "[", "]")));
            case "GET /api/v3/myTrades" -> trades(request);
            case "GET /api/v3/account" -> HttpAnswer.ok(balances());
            case "GET " + RIGHTS ->
                HttpAnswer.ok("{\"ipRestrict\":true,\"enableReading\":true,\"enableWithdrawals\":"
                        + account.keyMayWithdraw() + ",\"enableSpotAndMarginTrading\":" + account.keyMayTrade() + "}");
            default -> error(404, -1, "no such path");
        };
    }

    private HttpAnswer place(HttpRequest request) {
        Optional<MarketTruth> market = markets.all().stream()
                .filter(one ->
                        symbol(one.pair()).equals(request.parameter("symbol").orElse("")))
                .findFirst();
        if (market.isEmpty()) {
            return error(400, -1121, "Invalid symbol.");
        }
        ListedPair pair = market.get().pair();
        Entry entry = request.parameter("type").equals(Optional.of("LIMIT_MAKER"))
                ? Entry.POST_ONLY
                : switch (request.parameter("timeInForce").orElse("")) {
                    case "IOC" -> Entry.IMMEDIATE;
                    case "FOK" -> Entry.ALL_OR_NOTHING;
                    default -> Entry.REST;
                };
        Outcome outcome = account.place(
                request.parameter("newClientOrderId").orElse("none"),
                market.get(),
                request.parameter("side").equals(Optional.of("BUY")),
                units(request.parameter("quantity").orElse("0"), pair.lotDecimals()),
                units(request.parameter("price").orElse("0"), pair.priceDecimals()),
                entry);
        return switch (outcome) {
            case Outcome.Done(TruthOrder order) -> HttpAnswer.ok(order(order));
            case Outcome.Refused(var why) ->
                switch (why) {
                    case NAME_TAKEN -> error(400, -2010, "Duplicate order sent.");
                    case FUNDS -> error(400, -2010, "Account has insufficient balance for requested action.");
                    case WOULD_TAKE -> error(400, -2010, "Order would immediately match and take.");
                    case UNKNOWN -> error(400, -2010, "Order was rejected.");
                };
        };
    }

    private static long units(String decimal, int decimals) {
        return new BigDecimal(decimal).movePointRight(decimals).longValueExact();
    }

    private HttpAnswer cancel(HttpRequest request) {
        return switch (account.cancel(request.parameter("origClientOrderId").orElse(""))) {
            case Outcome.Done(TruthOrder order) -> HttpAnswer.ok(order(order));
            case Outcome.Refused(var why) -> error(400, -2011, "Unknown order sent.");
        };
    }

    private HttpAnswer find(HttpRequest request) {
        return account.find(request.parameter("origClientOrderId").orElse(""))
                .map(order -> HttpAnswer.ok(order(order)))
                .orElseGet(() -> error(400, -2013, "Order does not exist."));
    }

    private HttpAnswer trades(HttpRequest request) {
        long orderId = request.number("orderId", 0);
        return HttpAnswer.ok(account.orders().stream()
                .filter(order -> order.id == orderId)
                .flatMap(order -> order.fills.stream().map(fill -> trade(order, fill)))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private String balances() {
        return account.balances().entrySet().stream()
                .map(one -> "{\"asset\":\"" + one.getKey() + "\",\"free\":\""
                        + one.getValue().subtract(account.locked(one.getKey())).toPlainString() + "\",\"locked\":\""
                        + account.locked(one.getKey()).toPlainString() + "\"}")
                .collect(Collectors.joining(",", "{\"canTrade\":true,\"canWithdraw\":false,\"balances\":[", "]}"));
    }

    private static String symbol(ListedPair pair) {
        return pair.base() + pair.quote();
    }

    private static String symbol(TruthOrder order) {
        return symbol(order.market.pair());
    }

    private static String status(TruthOrder order) {
        return switch (order.status) {
            case NEW -> "NEW";
            case PARTLY_FILLED -> "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELLED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
        };
    }

    private static String order(TruthOrder order) {
        ListedPair pair = order.market.pair();
        return "{\"symbol\":\"" + symbol(order) + "\",\"orderId\":" + order.id + ",\"clientOrderId\":\""
                + order.clientId + "\",\"price\":\"" + pair.price(order.ticks) + "\",\"origQty\":\""
                + pair.quantity(order.lots) + "\",\"executedQty\":\"" + pair.quantity(order.filled)
                + "\",\"status\":\"" + status(order) + "\",\"type\":\"LIMIT\",\"side\":\""
                + (order.buys ? "BUY" : "SELL") + "\"}";
    }

    private static String trade(TruthOrder order, TruthFill fill) {
        ListedPair pair = order.market.pair();
        return "{\"symbol\":\"" + symbol(order) + "\",\"id\":" + fill.id() + ",\"orderId\":" + order.id
                + ",\"price\":\"" + pair.price(fill.ticks()) + "\",\"qty\":\"" + pair.quantity(fill.lots())
                + "\",\"commission\":\"" + fill.fee().toPlainString() + "\",\"commissionAsset\":\""
                + fill.feeCurrency() + "\",\"time\":" + fill.timeNanos() / MILLI_NANOS + ",\"isBuyer\":" + order.buys
                + ",\"isMaker\":" + fill.maker() + "}";
    }

    private static HttpAnswer error(int status, int code, String message) {
        return HttpAnswer.of(status, "{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }

    @Override
    public Optional<Consumer<String>> connected(HttpRequest request, FaultyStream stream) {
        return request.path().startsWith("/ws-api")
                ? Optional.of(message -> subscribe(message, stream))
                : Optional.empty();
    }

    private void subscribe(String message, FaultyStream stream) {
        String key = "";
        String timestamp = "";
        String signature = "";
        Matcher found = PARAMETER.matcher(message);
        while (found.find()) {
            switch (found.group(1)) {
                case "apiKey" -> key = found.group(2);
                case "timestamp" -> timestamp = found.group(2);
                default -> signature = found.group(2);
            }
        }
        boolean valid = key.equals(apiKey)
                && sign("apiKey=" + key + "&timestamp=" + timestamp).equals(signature);
        if (valid) {
            streams.add(stream);
            stream.send("{\"id\":\"account\",\"status\":200,\"result\":{\"subscriptionId\":0}}");
        } else {
            stream.send("{\"id\":\"account\",\"status\":400,\"error\":{\"code\":-1022,\"msg\":\"bad signature\"}}");
        }
    }

    @Override
    public void onChanged(TruthOrder order) {
        String kind = switch (order.status) {
            case NEW, PARTLY_FILLED, FILLED -> "NEW";
            case CANCELLED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
        };
        tell(order, kind, "\"l\":\"0\",\"L\":\"0\",\"n\":\"0\",\"N\":null,\"t\":-1,\"m\":false");
    }

    @Override
    public void onFilled(TruthOrder order, TruthFill fill) {
        ListedPair pair = order.market.pair();
        tell(
                order,
                "TRADE",
                "\"l\":\"" + pair.quantity(fill.lots()) + "\",\"L\":\"" + pair.price(fill.ticks()) + "\",\"n\":\""
                        + fill.fee().toPlainString() + "\",\"N\":\"" + fill.feeCurrency() + "\",\"t\":" + fill.id()
                        + ",\"m\":" + fill.maker());
    }

    private void tell(TruthOrder order, String kind, String fill) {
        ListedPair pair = order.market.pair();
        boolean cancels = kind.equals("CANCELED");
        String event = "{\"e\":\"executionReport\",\"E\":" + markets.venueNanos() / MILLI_NANOS + ",\"s\":\""
                + symbol(order) + "\",\"c\":\"" + (cancels ? "cancel-" + order.id : order.clientId) + "\",\"C\":\""
                + (cancels ? order.clientId : "") + "\",\"S\":\"" + (order.buys ? "BUY" : "SELL") + "\",\"x\":\""
                + kind + "\",\"X\":\"" + status(order) + "\",\"i\":" + order.id + ",\"q\":\""
                + pair.quantity(order.lots) + "\",\"p\":\"" + pair.price(order.ticks) + "\",\"z\":\""
                + pair.quantity(order.filled) + "\",\"T\":" + markets.venueNanos() / MILLI_NANOS + "," + fill + "}";
        streams.removeIf(FaultyStream::isCut);
        List.copyOf(streams).forEach(stream -> stream.send("{\"subscriptionId\":0,\"event\":" + event + "}"));
    }

    /** Cuts every stream of the account. */
    public void cutAll() {
        List.copyOf(streams).forEach(FaultyStream::cut);
        streams.clear();
    }
}
